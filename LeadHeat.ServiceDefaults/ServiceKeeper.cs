using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeadHeat.ServiceDefaults;

/// <summary>
/// Begins a background service again that failed in a way that it does not know. By .NET's default its failure ends the process, and with it what
/// everybody else is doing there; a service that is left alone would be missing without anybody noticing.
/// </summary>
internal sealed partial class ServiceKeeper(IServiceProvider services, ILogger<ServiceKeeper> logger) : IHostedLifecycleService, IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _stopping = new();
    private Task _watching = Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _watching = Task.WhenAll(services.GetServices<IHostedService>().OfType<BackgroundService>().Select(service => WatchAsync(service, _stopping.Token)));
        return Task.CompletedTask;
    }

    // Before any of them is told to stop, so that none begins after that.
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _watching;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _stopping.Dispose();

    private async Task WatchAsync(BackgroundService service, CancellationToken stopping)
    {
        var pause = FirstPause;
        while (true)
        {
            var began = TimeProvider.System.GetTimestamp();
            if (await FailureAsync(service, stopping) is not { } failure)
                return;
            // What has run for a while since is not what fails at once, again and again.
            if (TimeProvider.System.GetElapsedTime(began) > LongestPause)
                pause = FirstPause;
            LogFailed(logger, failure, service.GetType().Name, pause);
            await Task.Delay(pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested)
                return;
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            await service.StartAsync(CancellationToken.None);
        }
    }

    /// <summary>Null when it is done, or the process stops.</summary>
    private static async Task<Exception?> FailureAsync(BackgroundService service, CancellationToken stopping)
    {
        try
        {
            await (service.ExecuteTask ?? Task.CompletedTask).WaitAsync(stopping);
            return null;
        }
        // Something else that was broken off, such as a call that took too long, ends a service as any failure does.
        catch (Exception failure)
        {
            return stopping.IsCancellationRequested ? null : failure;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Service} failed and begins again in {Pause}")]
    private static partial void LogFailed(ILogger logger, Exception failure, string service, TimeSpan pause);
}

internal static class ServiceKeeping
{
    public static void AddServiceKeeper(this IServiceCollection services)
    {
        services.AddHostedService<ServiceKeeper>();
        services.Configure<HostOptions>(host => host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);
    }
}
