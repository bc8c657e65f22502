namespace LeadHeat.Worker.Jobs;

/// <summary>Looks now and then how long the queue is, for the metrics.</summary>
internal sealed class QueueDepth(RedisJobs jobs, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await LookAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var (waiting, pending) = await jobs.DepthAsync(cancellationToken);
            WorkerTelemetry.QueueIs(waiting, pending);
        }
        catch (JobsAwayException)
        {
            // The pump says so; the last known depth stands.
        }
    }
}
