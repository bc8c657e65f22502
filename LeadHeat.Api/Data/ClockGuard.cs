using Npgsql;

namespace LeadHeat.Api.Data;

/// <summary>
/// What a clock wrote that was ahead and has been set back since lies in a future that nobody meant: a lease of ten seconds would hold for an hour.
/// Such times are brought back to now. Each limit is beyond the longest pause that the table's own code makes.
/// </summary>
internal sealed partial class ClockGuard(NpgsqlDataSource database, TimeProvider clock, ILogger<ClockGuard> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(20);

    // $1 now. All of them look at what is open alone, which is little, and has an index.
    private static readonly string[] Statements =
    [
        """
        update turns set queued_at = least(queued_at, $1), lease_until = least(lease_until, $1)
        where finished_at is null and (queued_at > $1 + interval '4 minutes' or lease_until > $1 + interval '4 minutes')
        """,
        "update inbound set next_at = $1 where state = 'pending' and next_at > $1 + interval '20 minutes'",
        "update outgoing set next_at = $1 where state in ('queued', 'sending') and next_at > $1 + interval '2 hours'",
        "update conversion_events set next_at = $1 where state = 'queued' and next_at > $1 + interval '2 hours'",
        "update webhook_deliveries set next_at = $1 where state in ('queued', 'sending') and next_at > $1 + interval '2 hours'",
        "update webhooks set rest_until = null where rest_until > $1 + interval '10 minutes'",
        "update heat_models set lease_until = $1 where state = 'training' and lease_until > $1 + interval '10 minutes'",
    ];

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
        var now = clock.GetUtcNow();
        await using var batch = database.CreateBatch();
        foreach (var statement in Statements)
            batch.Then(statement, Sql.Of(now));
        if (await batch.ExecuteNonQueryAsync(cancellationToken) is > 0 and var count)
            LogBroughtBack(logger, count);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} times lay too far ahead: this machine's clock, or another Api's, was set back. They are due now")]
    private static partial void LogBroughtBack(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Times could not be looked through: {Reason}")]
    private static partial void LogOutage(ILogger logger, string reason);
}
