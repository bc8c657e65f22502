using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using LeadHeat.Core.HeatModels;

namespace LeadHeat.Core.Wire;

public sealed partial class LeadHeatClient
{
    public Task<HeatModelList> GetHeatModelsAsync(CancellationToken cancellationToken = default) => GetAsync(Routes.HeatModels, Json.HeatModelList, cancellationToken);

    public Task<HeatModelView> GetHeatModelAsync(Guid id, CancellationToken cancellationToken = default) =>
        GetAsync(Routes.HeatModel(id), Json.HeatModelView, cancellationToken);

    public Task<HeatModelReport> GetHeatReportAsync(Guid id, CancellationToken cancellationToken = default) =>
        GetAsync(Routes.HeatModel(id) + "/report", Json.HeatModelReport, cancellationToken);

    /// <summary>Begins a training; one that runs already is told instead.</summary>
    public async Task<HeatModelView> TrainHeatModelAsync(CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(HttpMethod.Post, Routes.HeatModels + "/train", null, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(response, Json.HeatModelView, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Scores leads by this model from now on; also the way back to an older one.</summary>
    public async Task<HeatModelView> ActivateHeatModelAsync(Guid id, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(HttpMethod.Post, Routes.HeatModel(id) + "/activate", null, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(response, Json.HeatModelView, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Open leads of which card and model think differently.</summary>
    public Task<Disagreements> GetDisagreementsAsync(string? cursor = null, int? limit = null, CancellationToken cancellationToken = default) => GetAsync(
        $"{Routes.Disagreements}?limit={limit ?? 20}" + (cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}"), Json.Disagreements, cancellationToken);

    public Task<ScoredRow> ScoreAsync(ScoreRequest lead, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.Score, lead, Json.ScoreRequest, Json.ScoredRow, cancellationToken);

    public Task<ScoredBatch> ScoreAsync(ScoreBatch leads, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.Score + "/batch", leads, Json.ScoreBatch, Json.ScoredBatch, cancellationToken);

    /// <summary>For workers: a model to train; null when there is none.</summary>
    public async Task<TrainingJob?> ClaimTrainingAsync(ClaimTraining claim, CancellationToken cancellationToken = default)
    {
        using var content = System.Net.Http.Json.JsonContent.Create(claim, Json.ClaimTraining);
        using var response = await SendAsync(HttpMethod.Post, Routes.Trainings + "/claim", content, cancellationToken).ConfigureAwait(false);
        return response.StatusCode == HttpStatusCode.NoContent ? null : await ReadAsync(response, Json.TrainingJob, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>For workers: the leads to learn from, as they come.</summary>
    public async IAsyncEnumerable<HistoryRow> ReadHistoryAsync(Guid id, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(HttpMethod.Get, Routes.Training(id) + "/history", null, cancellationToken).ConfigureAwait(false);
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var row in JsonSerializer.DeserializeAsyncEnumerable(body, Json.HistoryRow, cancellationToken).ConfigureAwait(false))
            yield return row!;
    }

    /// <summary>For workers: how far a training is. Refused with 409 when it is somebody else's.</summary>
    public Task TellProgressAsync(Guid id, TrainingProgress progress, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.Training(id) + "/progress", progress, Json.TrainingProgress, cancellationToken);

    /// <summary>For workers: what became of a training. Refused with 409 when it is somebody else's.</summary>
    public Task FinishTrainingAsync(Guid id, TrainingResult result, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Put, Routes.Training(id) + "/result", result, Json.TrainingResult, cancellationToken);
}
