using LeadHeat.Api.Data;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LeadHeat.Api.Privacy;

/// <summary>Looks at the clocks now and then. One Api of many does it; a second one for a moment does no harm.</summary>
internal sealed partial class RetentionJob(
    [FromKeyedServices(Database.Leaders)] NpgsqlDataSource leaders, RetentionClock retention, IOptions<PrivacyOptions> options, TimeProvider clock, ILogger<RetentionJob> logger) : BackgroundService
{
    // Any number does that nothing else in the database locks by.
    private const long Lock = 4_715_208_101;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var leadership = new Leadership(leaders, Lock);
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(options.Value.EveryMinutes), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await leadership.HoldAsync(stoppingToken))
                    await retention.RunAsync(stoppingToken);
            }
            // What has a message of this moment is left for the next time.
            catch (PostgresException busy) when (busy.SqlState is PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.DeadlockDetected)
            {
                LogBusy(logger, busy.SqlState);
            }
            catch (NpgsqlException failure) when (Outage.Is(failure))
            {
                LogOutage(logger, failure.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "What is due was left for the next time, because somebody wrote to it ({State})")]
    private static partial void LogBusy(ILogger logger, string state);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is due could not be let go: {Reason}")]
    private static partial void LogOutage(ILogger logger, string reason);
}
