using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;

namespace LeadHeat.Worker.Jobs;

/// <summary>Says, for all turns in one call, that they are still being worked on. Most turns are over before it ever asks.</summary>
internal sealed partial class LeaseKeeper(
    RunningTurns running, RedisJobs jobs, LeadHeatClient api, WorkerName worker, TimeProvider clock, ILogger<LeaseKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await RenewAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; turns in hand are finished within their lease or by another worker.
        }
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        var turns = running.Since(clock.GetUtcNow() - (Every / 2));
        if (turns.Count == 0)
            return;
        jobs.KeepHold(running.EntriesOf(turns));
        try
        {
            await api.RenewLeaseAsync(new RenewLease(worker.Value, turns), cancellationToken);
        }
        catch (LeadHeatException refused)
        {
            Log.NotRenewed(logger, turns.Count, (int)refused.Status, refused.Title);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotRenewed(logger, turns.Count, 0, "No answer in time");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Leases of {Count} turns were not renewed ({Status}): {Why}")]
        public static partial void NotRenewed(ILogger logger, int count, int status, string why);
    }
}
