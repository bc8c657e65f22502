using System.Runtime.CompilerServices;
using System.Text.Json;
using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LeadHeat.Api.HeatModels;

/// <summary>Hands models out to be trained, and takes what comes of it.</summary>
internal sealed class Trainings(
    NpgsqlDataSource database, KnownLeads leads, ActiveHeatModel active, LiveEvents live, IOptions<HeatModelOptions> options, TimeProvider clock)
{
    private const int LeadsAtOnce = 500;

    /// <summary>A model to train; null when there is none.</summary>
    public async Task<TrainingJob?> ClaimAsync(ClaimTraining claim, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var batch = database.CreateBatch();
        batch.Then(HeatModelSql.GiveUp, Sql.Of(now), Sql.Of(TrainingJob.Attempts));
        batch.Then(HeatModelSql.Claim, Sql.Of(now), Sql.Of(claim.Worker), Sql.Of(now + TrainingJob.Lease));
        await using var row = await batch.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new(row.GetGuid(0), row.GetInt32(1), row.GetInt32(2), row.Json(3, LeadHeatJson.Default.IReadOnlyDictionaryStringInt32))
            : null;
    }

    /// <summary>The leads to learn from, the newest first.</summary>
    public async IAsyncEnumerable<HistoryRow> HistoryAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var ids in (await ClosedAsync(cancellationToken)).Chunk(LeadsAtOnce))
        {
            // A lead may have been opened again since.
            foreach (var lead in (await leads.ReadAsync(ids, cancellationToken)).Where(lead => lead.IsClosed))
                yield return lead.ToHistory();
        }
    }

    /// <summary>False when the training is somebody else's.</summary>
    public async Task<bool> TellAsync(Guid id, TrainingProgress progress, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(
            HeatModelSql.Progress, Sql.Of(id), Sql.Of(progress.Worker), Sql.Of(clock.GetUtcNow() + TrainingJob.Lease),
            Sql.Of(Math.Clamp(progress.Progress, 0, 1)), Sql.Of(progress.Step));
        if (await batch.ExecuteNonQueryAsync(cancellationToken) == 0)
            return false;
        live.Publish(LiveEventKind.HeatModelChanged);
        return true;
    }

    /// <summary>Keeps a model and lets it score, if it is better than knowing nothing; false when the training is somebody else's.</summary>
    public async Task<bool> FinishAsync(Guid id, TrainingResult result, CancellationToken cancellationToken)
    {
        var failure = result.Failure ?? Check(result);
        var done = failure is null;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var batch = connection.CreateBatch())
        {
            batch.Then(
                HeatModelSql.Finish, Sql.Of(id), Sql.Of(result.Worker), Sql.Of(Words.Of(done ? HeatModelState.Done : HeatModelState.Failed)), Sql.Of(failure),
                done ? Sql.Json(result.Report!, LeadHeatJson.Default.HeatReport) : Sql.NoJson(),
                Sql.BytesOrNull(done ? JsonSerializer.SerializeToUtf8Bytes(result.Model!, LeadHeatJson.Default.HeatModelDocument) : null),
                Sql.Of(clock.GetUtcNow()));
            if (await batch.ExecuteNonQueryAsync(cancellationToken) == 0)
                return false;
        }

        if (done && result.Measured is { } points)
        {
            var leads = points.SelectMany((ids, point) => ids.Select(id => (Point: point, Id: id))).Index()
                .Select(lead => (lead.Item.Point, Tenth: LiftStep.TenthOf(lead.Index, points.Sum(ids => ids.Count)), lead.Item.Id)).ToList();
            await using var batch = connection.CreateBatch();
            batch.Then(
                HeatModelSql.Measured, Sql.Of(id), Sql.Column(leads, NpgsqlTypes.NpgsqlDbType.Integer, lead => lead.Point),
                Sql.Column(leads, NpgsqlTypes.NpgsqlDbType.Integer, lead => lead.Tenth),
                Sql.Column(leads, NpgsqlTypes.NpgsqlDbType.Uuid, lead => lead.Id));
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        if (done && result.Report!.Quality is var quality && quality.LogLoss < quality.BaseLogLoss)
        {
            await using var batch = connection.CreateBatch();
            batch.Then(HeatModelSql.Rest, Sql.Of(id)).Then(HeatModelSql.Activate, Sql.Of(id));
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        await active.CatchUpAsync(cancellationToken);
        live.Publish(LiveEventKind.HeatModelChanged);
        return true;
    }

    private static string? Check(TrainingResult result)
    {
        if (result.Model is null || result.Report is null)
            return "The training brought neither a model nor a reason.";
        try
        {
            HeatModel.Of(result.Model);
            return null;
        }
        catch (HeatModelException damaged)
        {
            return damaged.Message;
        }
    }

    private async Task<List<Guid>> ClosedAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(KnownLeadSql.Closed, Sql.Of(options.Value.MostLeads));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<Guid> ids = [];
        while (await reader.ReadAsync(cancellationToken))
            ids.Add(reader.GetGuid(0));
        return ids;
    }
}
