using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;

namespace LeadHeat.Api.Live;

/// <summary>
/// Tells every open page what changed, through every Api. Publishing never waits and never fails: a page that misses an
/// event sees the change when it next fetches.
/// </summary>
internal sealed class LiveEvents(RedisLive redis, TimeProvider clock) : BackgroundService
{
    private const int MostWaiting = 10_000;
    private const int MostInOneBatch = 256;
    private static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<LiveReader, bool> _readers = new();

    private readonly Channel<LiveEvent> _published = Channel.CreateBounded<LiveEvent>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private bool _listens;

    public void Publish(LiveEvent liveEvent) => _published.Writer.TryWrite(liveEvent);

    public void Publish(LiveEventKind kind, Guid? leadId = null, Guid? conversationId = null, Guid? messageId = null) =>
        Publish(new LiveEvent(Guid.CreateVersion7(clock.GetUtcNow()), kind, leadId, conversationId, messageId));

    public LiveReader Open(bool isPerson)
    {
        var reader = new LiveReader(isPerson);
        _readers[reader] = true;
        return reader;
    }

    public void Close(LiveReader reader) => _readers.TryRemove(reader, out _);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_listens)
            redis.Listen(Deliver);
        _listens = true;
        // Neither goes on without the other: only what has ended whole is begun again.
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        Task[] parts = [PumpAsync(both.Token), BeatAsync(both.Token)];
        await Task.WhenAny(parts);
        await both.CancelAsync();
        await Task.WhenAll(parts);
    }

    private async Task PumpAsync(CancellationToken cancellationToken)
    {
        List<LiveEvent> batch = [];
        while (await _published.Reader.WaitToReadAsync(cancellationToken))
        {
            batch.Clear();
            while (batch.Count < MostInOneBatch && _published.Reader.TryRead(out var next))
                batch.Add(next);
            Deliver(batch);
            redis.Publish(batch);
        }
    }

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(HeartbeatInterval, clock);
        var heartbeat = ServerSentEvents.Heartbeat.ToArray();
        while (await timer.WaitForNextTickAsync(cancellationToken))
            Offer(new LiveFrames(heartbeat, []));
    }

    // The bytes are the same for all readers, so they are made once.
    private void Deliver(IReadOnlyList<LiveEvent> events)
    {
        if (_readers.IsEmpty)
            return;
        Offer(new LiveFrames(Write(events), events));
        if (events.Any(liveEvent => liveEvent.Kind == LiveEventKind.AccessChanged))
            EndPeople();
    }

    // Somebody may not read any more: all who read by a token come back with it, or do not.
    private void EndPeople()
    {
        foreach (var (reader, _) in _readers)
            if (reader.IsPerson)
                reader.End();
    }

    public static ReadOnlyMemory<byte> Write(IReadOnlyList<LiveEvent> events)
    {
        var frames = new ArrayBufferWriter<byte>(1 + events.Count * 256);
        Span<byte> id = stackalloc byte[36];
        foreach (var liveEvent in events)
        {
            liveEvent.Id.TryFormat(id, out _);
            ServerSentEvents.Write(frames, id, Words.Of(liveEvent.Kind), JsonSerializer.SerializeToUtf8Bytes(liveEvent, LeadHeatJson.Default.LiveEvent));
        }

        return frames.WrittenMemory;
    }

    private void Offer(LiveFrames frames)
    {
        foreach (var (reader, _) in _readers)
            reader.Offer(frames);
    }
}
