using System.Collections.Immutable;
using LeadHeat.Core.Live;

namespace LeadHeat.Web.Live;

/// <summary>
/// Hands on what the Api says has changed to everything in this process that shows it: circuits and the chat hub.
/// Listeners are called one after another on the feed's own thread: they must be quick and must not throw.
/// </summary>
public sealed class LiveFeed
{
    private ImmutableList<Action<LiveNews>> _listeners = [];
    private volatile bool _connected;
    private long _heard;

    /// <summary>False while there may be changes that nobody heard of.</summary>
    public bool Connected => _connected;

    /// <summary>How much news there was so far.</summary>
    public long Heard => Interlocked.Read(ref _heard);

    /// <summary>Listens until the returned registration is disposed.</summary>
    public IDisposable Listen(Action<LiveNews> listener)
    {
        ImmutableInterlocked.Update(ref _listeners, listeners => listeners.Add(listener));
        return new Registration(this, listener);
    }

    internal void Changed(LiveEvent liveEvent) => Tell(new LiveNews(LiveNewsKind.Changed, liveEvent));

    /// <summary>Connected after a gap: what was shown may be old.</summary>
    internal void Reload()
    {
        _connected = true;
        Tell(new LiveNews(LiveNewsKind.Reload));
    }

    internal void Lost()
    {
        if (!_connected)
            return;
        _connected = false;
        Tell(new LiveNews(LiveNewsKind.Lost));
    }

    private void Tell(LiveNews news)
    {
        // Counted first: whoever begins to listen now sees that there was news, or hears it.
        Interlocked.Increment(ref _heard);
        foreach (var listener in _listeners)
            listener(news);
    }

    private sealed class Registration(LiveFeed feed, Action<LiveNews> listener) : IDisposable
    {
        public void Dispose() => ImmutableInterlocked.Update(ref feed._listeners, listeners => listeners.Remove(listener));
    }
}
