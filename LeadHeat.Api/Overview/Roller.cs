using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Core.Live;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LeadHeat.Api.Overview;

/// <summary>
/// Keeps the overview's counts in step with the leads, some seconds behind. It follows what happens by the marks that leads have anyway, so that
/// turns do nothing for it, and walks over all leads again and again: what no mark tells is found there. A step is one transaction, so whatever
/// interrupts it leaves the counts as they were.
/// </summary>
internal sealed partial class Roller(
    NpgsqlDataSource database, LiveEvents live, IOptions<OverviewOptions> options, TimeProvider clock, ILogger<Roller> logger) : BackgroundService
{
    private const int LeadsAtOnce = 2000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);

    // A change may be committed some time after the time that it bears.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(30);

    // Walks to be done without a rest: the one that is under way when too much changed to be followed, and a whole one after it.
    private int _hurriedWalks;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var began = clock.GetTimestamp();
                var goesOn = await TryStepAsync(stoppingToken);
                // An import that runs meanwhile comes first.
                var breath = _hurriedWalks > 0 ? clock.GetElapsedTime(began) * 2 : Breath;
                await Task.Delay(goesOn ? breath : Pause, clock, stoppingToken);
            }
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
            return await StepAsync(cancellationToken);
        }
        catch (NpgsqlException failure) when (Outage.Is(failure))
        {
            LogOutage(logger, failure.Message);
            return false;
        }
    }

    /// <summary>Counts some leads anew; true when there is more to do at once.</summary>
    private async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await WhereAsync(connection, cancellationToken) is not { } place)
            return false;
        if (place.Zone != options.Value.TimeZone)
        {
            await using var again = connection.CreateBatch();
            await again.Then(RollerSql.Forget).Then(RollerSql.BeginAgain, Sql.Of(options.Value.TimeZone), Sql.Of(clock.GetUtcNow())).ExecuteNonQueryAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }

        var step = await LookAsync(connection, place, cancellationToken);
        if (step.Leads.Length > 0)
            await RollerStore.CountAsync(connection, step.Leads, place.Zone, cancellationToken);
        await using (var note = connection.CreateBatch())
        {
            note.Then(
                RollerSql.Note, Sql.Of(step.FollowedTo), Sql.Of(step.WalkedTo), Sql.Of(step.WalkEnds), Sql.Of(step.IsUpToDate), Sql.Of(clock.GetUtcNow()));
            await note.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        if (step.Leads.Length > 0 || step is { WalkEnds: true, IsFirst: true })
            live.Publish(LiveEventKind.OverviewChanged);
        return step.GoesOn;
    }

    // Null while another Api is at it.
    private async Task<Place?> WhereAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(RollerSql.Lock).Then(RollerSql.Begin, Sql.Of(options.Value.TimeZone), Sql.Of(clock.GetUtcNow())).Then(RollerSql.Where);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var mine = reader.GetBoolean(0);
        await reader.NextResultAsync(cancellationToken);
        return mine && await reader.ReadAsync(cancellationToken)
            ? new(reader.GetString(0), reader.Time(1), reader.ValueOrNull<Guid>(2), reader.ValueOrNull<DateTimeOffset>(3))
            : null;
    }

    private async Task<Step> LookAsync(NpgsqlConnection connection, Place place, CancellationToken cancellationToken)
    {
        var (began, since) = (clock.GetUtcNow(), place.FollowedTo - Overlap);
        var active = await IdsAsync(connection, RollerSql.Active, [Sql.Of(since), Sql.Of(LeadsAtOnce)], cancellationToken);
        var judged = await IdsAsync(connection, RollerSql.Judged, [Sql.Of(IdOf(since)), Sql.Of(LeadsAtOnce)], cancellationToken);
        var gone = await IdsAsync(connection, RollerSql.Gone, [Sql.Of(LeadsAtOnce)], cancellationToken);
        var tooMuch = active.Count == LeadsAtOnce || judged.Count == LeadsAtOnce;
        if (tooMuch && place.CircledAt is not null)
            _hurriedWalks = 2;
        var isDue = place.CircledAt is not { } circled || began - circled >= TimeSpan.FromSeconds(options.Value.WalkSeconds) || _hurriedWalks > 0;
        var from = place.WalkedTo ?? (isDue ? Guid.Empty : null);
        var walked = from is { } after ? await WalkAsync(connection, after, cancellationToken) : new Walked([], null, false);
        var ends = from is not null && walked.Last is null;
        if (ends && _hurriedWalks > 0)
            _hurriedWalks--;
        return new(
            [.. active.Concat(judged).Concat(gone).Concat(walked.Leads).Distinct()], began, walked.Last, ends,
            IsFirst: place.CircledAt is null, IsUpToDate: _hurriedWalks == 0 && gone.Count < LeadsAtOnce && (place.CircledAt is not null || ends),
            GoesOn: _hurriedWalks > 0 || gone.Count == LeadsAtOnce || (walked.Last is not null && (place.CircledAt is null || walked.FoundMuch)));
    }

    private static async Task<Walked> WalkAsync(NpgsqlConnection connection, Guid after, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(RollerSql.Walk, Sql.Of(after), Sql.Of(LeadsAtOnce));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var (count, last, leads) = (reader.GetInt32(0), reader.ValueOrNull<Guid>(1), reader.GetFieldValue<Guid[]>(2));
        await reader.DisposeAsync();
        if (count < LeadsAtOnce)
            last = null;
        var missing = await IdsAsync(connection, RollerSql.Missing, [Sql.Of(after), Sql.Of(last), Sql.Of(LeadsAtOnce)], cancellationToken);
        return new([.. leads, .. missing], last, leads.Length + missing.Count > LeadsAtOnce / 10);
    }

    private static async Task<List<Guid>> IdsAsync(
        NpgsqlConnection connection, string statement, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(statement, parameters);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<Guid> ids = [];
        while (await reader.ReadAsync(cancellationToken))
            ids.Add(reader.GetGuid(0));
        return ids;
    }

    /// <summary>The lowest id of version 7 that a time can have.</summary>
    private static Guid IdOf(DateTimeOffset at)
    {
        var milliseconds = at.ToUnixTimeMilliseconds();
        return new((int)(milliseconds >> 16), (short)(milliseconds & 0xFFFF), 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    private sealed record Place(string Zone, DateTimeOffset FollowedTo, Guid? WalkedTo, DateTimeOffset? CircledAt);

    /// <param name="Last">Where the walk goes on; null at its end.</param>
    private sealed record Walked(Guid[] Leads, Guid? Last, bool FoundMuch);

    private sealed record Step(Guid[] Leads, DateTimeOffset FollowedTo, Guid? WalkedTo, bool WalkEnds, bool IsFirst, bool IsUpToDate, bool GoesOn);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The overview could not be counted: {Reason}")]
    private static partial void LogOutage(ILogger logger, string reason);
}
