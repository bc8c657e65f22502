using LeadHeat.Api.Data;
using Npgsql;

namespace LeadHeat.Api.Turns;

/// <summary>Adds the jobs of turns again that nobody works on: their first job, their worker or Redis was lost.</summary>
internal sealed partial class TurnSweeper(NpgsqlDataSource database, RedisTurns redis, TimeProvider clock, ILogger<TurnSweeper> logger)
    : BackgroundService
{
    /// <summary>How long a turn may be queued before its job is thought to be lost.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    // Several Apis sweep: each takes what the others do not, and what one has taken is not old any more. A turn that waits behind
    // an earlier one of its conversation is queued by that one's end. $1 now, $2 queued before, $3 most.
    private const string Sweep = """
        update turns set queued_at = $1
        where id in (
            select t.id from turns t
            where t.finished_at is null and t.queued_at < $2 and (t.state = 'queued' or t.lease_until < $1)
                and not exists (select from turns e where e.conversation_id = t.conversation_id and e.id < t.id and e.finished_at is null)
            order by t.queued_at limit $3
            for no key update skip locked)
        returning id, trace_parent
        """;

    private const int MostAtOnce = 500;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (!redis.IsUp)
                continue;
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (NpgsqlException failure) when (Outage.Is(failure))
            {
                LogOutage(logger, failure.Message);
            }
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var batch = database.CreateBatch();
        batch.Then(Sweep, Sql.Of(now), Sql.Of(now - Patience), Sql.Of(MostAtOnce));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var count = 0;
        for (; await reader.ReadAsync(cancellationToken); count++)
            redis.Add(reader.GetGuid(0), reader.TextOrNull(1));
        if (count == 0)
            return;
        TurnTelemetry.Sweep(count);
        LogSwept(logger, count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Queued {Count} turns again that nobody worked on")]
    private static partial void LogSwept(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Turns could not be looked through: {Reason}")]
    private static partial void LogOutage(ILogger logger, string reason);
}
