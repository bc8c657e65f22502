using LeadHeat.Api.Data;
using Npgsql;

namespace LeadHeat.Api.Audit;

/// <summary>Looks for changes whose process ended before their line was written. Any number of Apis may do it.</summary>
internal sealed partial class OpenChangeWatch(OpenChanges changes, TimeProvider clock, ILogger<OpenChangeWatch> logger) : BackgroundService
{
    // Longer than a request: what takes longer all the same has two lines, one of which does not know.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                if (await changes.ReportAsync(Longest, stoppingToken) is > 0 and var found)
                    LogFound(logger, found);
            }
            catch (NpgsqlException failure) when (Outage.Is(failure))
            {
                LogOutage(logger, failure.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} changes were begun and nobody knows whether they were done: the audit log says so")]
    private static partial void LogFound(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Changes without a line of the audit log could not be looked for: {Reason}")]
    private static partial void LogOutage(ILogger logger, string reason);
}
