namespace LeadHeat.Web.Live;

/// <summary>
/// Runs a refresh at once when asked, never twice at the same time, and not more often than every <paramref name="pause"/>:
/// what is asked for meanwhile becomes one more run.
/// </summary>
public sealed class Refresher(TimeProvider clock, TimeSpan pause, Func<CancellationToken, Task> refresh) : IDisposable
{
    /// <summary>The pause between two refreshes of a page; short enough that nobody sees it.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>How long after a reading that failed it is tried again.</summary>
    public static readonly TimeSpan Retry = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private ITimer? _later;
    private bool _running;
    private bool _asked;

    /// <summary>Asks for a refresh that begins after this call.</summary>
    public void Ask()
    {
        lock (_lock)
        {
            _asked = true;
            if (_running || _stop.IsCancellationRequested)
                return;
            _running = true;
        }

        _ = RunAsync(_stop.Token);
    }

    /// <summary>Asks once more after <see cref="Retry"/>; several such wishes become one.</summary>
    public void AskLater()
    {
        lock (_lock)
        {
            if (_stop.IsCancellationRequested)
                return;
            _later?.Dispose();
            _later = clock.CreateTimer(_ => Ask(), null, Retry, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        lock (_lock)
            _later?.Dispose();
        _stop.Dispose();
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        while (TakeAsked())
        {
            await refresh(cancellationToken);
            await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private bool TakeAsked()
    {
        lock (_lock)
        {
            _running = _asked && !_stop.IsCancellationRequested;
            _asked = false;
            return _running;
        }
    }
}
