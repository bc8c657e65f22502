using System.Threading.Channels;

namespace LeadHeat.Api.Turns;

/// <summary>Somebody who waits for a turn's events.</summary>
internal sealed class TurnStream(Guid turnId, long openedAt)
{
    private readonly Channel<IReadOnlyList<SentEvent>> _events =
        Channel.CreateUnbounded<IReadOnlyList<SentEvent>>(new UnboundedChannelOptions { SingleReader = true });

    private long _lastNews = openedAt;
    private long _lastWrite = openedAt;

    public Guid TurnId { get; } = turnId;

    /// <summary>Others who wait for the same turn.</summary>
    public TurnStream? Next { get; set; }

    /// <summary>When the last event came: a stream without news is looked up in the database.</summary>
    public long LastNews => Volatile.Read(ref _lastNews);

    public long LastWrite => Volatile.Read(ref _lastWrite);

    public ChannelReader<IReadOnlyList<SentEvent>> Events => _events.Reader;

    public void Offer(IReadOnlyList<SentEvent> events, long now)
    {
        Volatile.Write(ref _lastNews, now);
        Volatile.Write(ref _lastWrite, now);
        _events.Writer.TryWrite(events);
    }

    /// <summary>No events: the reader says that it is still there.</summary>
    public void Beat(long now)
    {
        Volatile.Write(ref _lastWrite, now);
        _events.Writer.TryWrite([]);
    }
}
