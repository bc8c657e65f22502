using System.Runtime.InteropServices;
using System.Text.Json;

namespace LeadHeat.Api.Turns;

/// <summary>All who wait for events in this process. One subscription serves them; events go by their turn's id.</summary>
internal sealed partial class TurnStreams(TimeProvider clock, ILogger<TurnStreams> logger)
{
    private readonly Dictionary<Guid, TurnStream> _open = [];
    private readonly Lock _gate = new();

    public TurnStream Open(Guid turnId)
    {
        var stream = new TurnStream(turnId, clock.GetTimestamp());
        lock (_gate)
        {
            ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(_open, turnId, out _);
            stream.Next = first;
            first = stream;
        }

        TurnTelemetry.StreamOpened();
        return stream;
    }

    public void Close(TurnStream stream)
    {
        TurnTelemetry.StreamClosed();
        lock (_gate)
        {
            ref var link = ref CollectionsMarshal.GetValueRefOrNullRef(_open, stream.TurnId);
            if (link == stream && stream.Next is null)
            {
                _open.Remove(stream.TurnId);
                return;
            }

            if (link == stream)
                link = stream.Next;
            for (var other = link; other is not null; other = other.Next)
            {
                if (other.Next == stream)
                    other.Next = stream.Next;
            }
        }
    }

    public List<TurnStream> All()
    {
        List<TurnStream> all = [];
        lock (_gate)
        {
            foreach (var first in _open.Values)
            {
                for (var stream = first; stream is not null; stream = stream.Next)
                    all.Add(stream);
            }
        }

        return all;
    }

    /// <summary>A published array of events, of any turns, most of which others wait for.</summary>
    public void Route(ReadOnlyMemory<byte> json)
    {
        List<SentEvent> events = [];
        try
        {
            SentEvent.ReadAll(json, events);
        }
        catch (Exception strange) when (strange is JsonException or FormatException or InvalidOperationException)
        {
            LogStrange(logger, strange.Message);
            return;
        }

        for (var start = 0; start < events.Count;)
        {
            var end = start + 1;
            while (end < events.Count && events[end].TurnId == events[start].TurnId)
                end++;
            Offer(events[start].TurnId, start == 0 && end == events.Count ? events : events[start..end]);
            start = end;
        }
    }

    public void Offer(Guid turnId, IReadOnlyList<SentEvent> events)
    {
        var now = clock.GetTimestamp();
        lock (_gate)
        {
            for (var stream = _open.GetValueOrDefault(turnId); stream is not null; stream = stream.Next)
                stream.Offer(events, now);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A turn's events could not be read: {Reason}")]
    private static partial void LogStrange(ILogger logger, string reason);
}
