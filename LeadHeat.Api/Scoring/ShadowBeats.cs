using System.Collections.Concurrent;
using LeadHeat.Api.Data;
using Npgsql;

namespace LeadHeat.Api.Scoring;

/// <summary>
/// Says that the trials of this process go on, and ends those of which nobody says so any more: their process has died, and nobody else can go on
/// with them. Every Api looks, and the time is the database's, so that no Api's clock ends what another one runs.
/// </summary>
internal sealed partial class ShadowBeats(NpgsqlDataSource database, TimeProvider clock, ILogger<ShadowBeats> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    // What is locked is just being ended. $1 this process's.
    private const string Beat = """
        update shadow_runs set seen_at = now() where id in (select id from shadow_runs where id = any($1) and state = 'running' for update skip locked)
        """;

    // A time ahead was written before the database's clock was set back. $1 why, $2 now.
    private const string BreakOff = """
        update shadow_runs set state = 'failed', failure = $1, finished_at = $2
        where id in (
            select id from shadow_runs
            where state = 'running' and seen_at not between now() - interval '30 seconds' and now() + interval '30 seconds'
            for update skip locked)
        """;

    private const string Why = "LeadHeat was stopped before the trial was through. No lead was touched: try it again.";

    private readonly ConcurrentDictionary<Guid, bool> _here = new();

    public void Begin(Guid run) => _here[run] = true;

    public void End(Guid run) => _here.TryRemove(run, out _);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (NpgsqlException failure) when (Outage.Is(failure))
            {
                LogOutage(logger, failure.Message);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Beat, Sql.Of([.. _here.Keys])).Then(BreakOff, Sql.Of(Why), Sql.Of(clock.GetUtcNow()));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        if (batch.BatchCommands[1].RecordsAffected is > 0 and var count)
            LogBrokenOff(logger, count);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} shadow runs were broken off: the Api that ran them is gone")]
    private static partial void LogBrokenOff(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Shadow runs could not be looked after: {Reason}")]
    private static partial void LogOutage(ILogger logger, string reason);
}
