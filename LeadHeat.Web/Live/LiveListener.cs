using LeadHeat.Core.Wire;
using LeadHeat.Web.Access;

namespace LeadHeat.Web.Live;

/// <summary>One stream from the Api for the whole process; comes back by itself, and then says that everything may have changed.</summary>
internal sealed partial class LiveListener(ApiClients clients, LiveFeed feed, TimeProvider clock, ILogger<LiveListener> logger) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = FirstPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            if (await ListenAsync(stoppingToken))
                pause = FirstPause;
            feed.Lost();
            await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    /// <summary>Listens until the stream ends; true when it had begun.</summary>
    private async Task<bool> ListenAsync(CancellationToken stoppingToken)
    {
        var begun = false;
        try
        {
            await foreach (var liveEvent in clients.ForService().GetEventsAsync(() => { begun = true; feed.Reload(); }, stoppingToken))
                feed.Changed(liveEvent);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        catch (Exception lost) when (lost is LeadHeatException or IOException or HttpRequestException or OperationCanceledException)
        {
            Log.Lost(logger, lost.GetType().Name);
        }

        return begun;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The live feed is lost ({Reason}); trying again")]
        public static partial void Lost(ILogger logger, string reason);
    }
}
