using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Core.Live;
using Npgsql;
using NpgsqlTypes;

namespace LeadHeat.Api.HeatModels;

/// <summary>
/// Keeps what the active model says of open leads beside them, for the list of those where it and the card differ. It walks through all
/// once for each model, and follows what changes; turns do not wait for it.
/// </summary>
internal sealed partial class HeatFollower(
    NpgsqlDataSource database, ActiveHeatModel active, LiveEvents live, TimeProvider clock, ILogger<HeatFollower> logger) : BackgroundService
{
    private const int LeadsAtOnce = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    // A change may be committed some time after the time that it bears.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
                await Task.Delay(await TryStepAsync(stoppingToken) ? Breath : Pause, clock, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; the next one goes on where this one was.
        }
    }

    private async Task<bool> TryStepAsync(CancellationToken cancellationToken)
    {
        try
        {
            return active.Current is { } model && await StepAsync(model, cancellationToken);
        }
        catch (NpgsqlException failure) when (Outage.Is(failure))
        {
            LogOutage(logger, failure.Message);
            return false;
        }
    }

    /// <summary>Looks at some leads; true when there may be more at once.</summary>
    private async Task<bool> StepAsync(LoadedHeatModel model, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await WhereAsync(connection, model, cancellationToken) is not var (walkedTo, followedTo))
            return false;
        var began = clock.GetUtcNow();
        var walked = walkedTo is { } from ? await IdsAsync(connection, HeatFollowerSql.Walk, [Sql.Of(from), Sql.Of(LeadsAtOnce)], cancellationToken) : [];
        var changed = await IdsAsync(
            connection, HeatFollowerSql.Follow, [Sql.Of(followedTo - Overlap), Sql.Of(model.Id), Sql.Of(LeadsAtOnce)], cancellationToken);
        Guid? nextWalk = walked.Count == LeadsAtOnce ? walked[^1].Id : null;
        var nextFollow = changed.Count == LeadsAtOnce ? changed[^1].At : began;
        if (walked.Count + changed.Count > 0)
            await LookAsync(connection, model, [.. walked.Concat(changed).Select(lead => lead.Id).Distinct()], cancellationToken);
        await using (var batch = connection.CreateBatch())
        {
            batch.Then(HeatFollowerSql.Note, Sql.Of(model.Id), Sql.Of(nextWalk), Sql.Of(nextFollow > followedTo ? nextFollow : followedTo));
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        // Open pages show the list once it is whole.
        if (walkedTo is not null && nextWalk is null)
            live.Publish(LiveEventKind.HeatModelChanged);
        return walked.Count == LeadsAtOnce || changed.Count == LeadsAtOnce;
    }

    // Null while another Api is at it.
    private async Task<(Guid? WalkedTo, DateTimeOffset FollowedTo)?> WhereAsync(
        NpgsqlConnection connection, LoadedHeatModel model, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(HeatFollowerSql.Lock).Then(HeatFollowerSql.Begin, Sql.Of(model.Id), Sql.Of(clock.GetUtcNow())).Then(HeatFollowerSql.Where, Sql.Of(model.Id));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var mine = reader.GetBoolean(0);
        await reader.NextResultAsync(cancellationToken);
        return mine && await reader.ReadAsync(cancellationToken) ? (reader.ValueOrNull<Guid>(0), reader.Time(1)) : null;
    }

    private static async Task<List<(Guid Id, DateTimeOffset At)>> IdsAsync(
        NpgsqlConnection connection, string statement, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(statement, parameters);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<(Guid, DateTimeOffset)> ids = [];
        while (await reader.ReadAsync(cancellationToken))
            ids.Add((reader.GetGuid(0), reader.FieldCount > 1 ? reader.Time(1) : default));
        return ids;
    }

    private static async Task LookAsync(NpgsqlConnection connection, LoadedHeatModel model, Guid[] ids, CancellationToken cancellationToken)
    {
        var known = await KnownLeads.ReadAsync(connection, ids, cancellationToken);
        KnownLead[] open = [.. known.Where(lead => !lead.IsClosed)];
        double[] probabilities = [.. open.Select(lead => model.Model.Predict(lead.Features))];
        await using var batch = connection.CreateBatch();
        batch.Then(HeatFollowerSql.Drop, Sql.Of([.. known.Where(lead => lead.IsClosed).Select(lead => lead.Id)]));
        batch.Then(
            HeatFollowerSql.Store, Sql.Of([.. open.Select(lead => lead.Id)]), Sql.Of(model.Id), All(probabilities, NpgsqlDbType.Double),
            All([.. open.Zip(probabilities, (lead, share) => (short)model.Model.PlacesOf(lead.Playbook).OfPrediction(share))], NpgsqlDbType.Smallint),
            All([.. open.Select(lead => lead.Score is { } score ? (short?)model.Model.PlacesOf(lead.Playbook).OfScore(score) : null)], NpgsqlDbType.Smallint),
            All([.. open.Select(lead => lead.LastActivityAt)], NpgsqlDbType.TimestampTz));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlParameter<T[]> All<T>(T[] values, NpgsqlDbType type) => new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Leads could not be looked at by the heat model: {Reason}")]
    private static partial void LogOutage(ILogger logger, string reason);
}
