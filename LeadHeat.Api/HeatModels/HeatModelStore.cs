using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Api.Problems;
using LeadHeat.Api.Scoring;
using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Live;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Wire;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LeadHeat.Api.HeatModels;

/// <summary>The models, as the team sees them.</summary>
internal sealed class HeatModelStore(
    NpgsqlDataSource database,
    PlaybookLibrary playbooks,
    ActiveCards cards,
    RedisTrainings redis,
    ActiveHeatModel active,
    LiveEvents live,
    IOptions<HeatModelOptions> options,
    TimeProvider clock)
{
    public async Task<HeatModelList> ListAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(KnownLeadSql.CountClosed).Then(HeatModelSql.All);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var (won, lost) = (reader.GetInt32(0), reader.GetInt32(1));
        var models = await reader.NextListAsync(HeatModelSql.Read, cancellationToken);
        return new(models, won, lost, options.Value.Needed, TrainingPlan.NotEnough(won, lost, options.Value.Needed));
    }

    public Task<HeatModelView?> FindAsync(Guid id, CancellationToken cancellationToken) => OneAsync(HeatModelSql.One, id, cancellationToken);

    public async Task<HeatModelReport?> ReportAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(HeatModelSql.Report);
        command.Parameters.Add(Sql.Of(id));
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return !await row.ReadAsync(cancellationToken) ? null : new(
            row.GetGuid(0), row.GetInt32(1), row.Word<HeatModelState>(2), row.GetBoolean(3), row.TextOrNull(4), row.Time(5), row.GetString(6),
            row.IsDBNull(7) ? null : row.Json(7, LeadHeatJson.Default.HeatReport));
    }

    /// <summary>Begins a training; where one runs already, that one. Where there is too little to learn from, a model that says so.</summary>
    public async Task<HeatModelView> TrainAsync(string author, CancellationToken cancellationToken)
    {
        var history = await ListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await using (var batch = database.CreateBatch())
        {
            batch.Then(HeatModelSql.Forget).Then(
                HeatModelSql.Start, Sql.Of(id), Sql.Of(Words.Of(history.Message is null ? HeatModelState.Queued : HeatModelState.NotEnoughData)),
                Sql.Of(history.Message), Sql.Of(history.Won), Sql.Of(history.Lost),
                Sql.Json(CardConstraints.Of(playbooks.All.Select(playbook => (playbook, cards.Primary(playbook, now))), now), LeadHeatJson.Default.IReadOnlyDictionaryStringInt32), Sql.Of(author), Sql.Of(now),
                Sql.Of(history.Message is null ? (DateTimeOffset?)null : now));
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        redis.Wake();
        live.Publish(LiveEventKind.HeatModelChanged);
        return await FindAsync(id, cancellationToken) ?? await OneAsync(HeatModelSql.Open, null, cancellationToken)
            ?? throw new RuleViolation("A training has just ended. Look at the models, and begin another one if it is still needed.");
    }

    /// <summary>Scores leads by this model from now on; null when there is no such model.</summary>
    public async Task<HeatModelView?> ActivateAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } model)
            return null;
        if (model.State != HeatModelState.Done)
            throw new RuleViolation("Only a model whose training is done can score leads.");
        await using (var batch = database.CreateBatch())
        {
            batch.Then(HeatModelSql.Rest, Sql.Of(id)).Then(HeatModelSql.Activate, Sql.Of(id));
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await active.CatchUpAsync(cancellationToken);
        live.Publish(LiveEventKind.HeatModelChanged);
        return await FindAsync(id, cancellationToken);
    }

    private async Task<HeatModelView?> OneAsync(string statement, Guid? id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(statement);
        if (id is { } known)
            command.Parameters.Add(Sql.Of(known));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? HeatModelSql.Read(reader) : null;
    }
}
