using System.Diagnostics;
using System.Text.Json;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;
using StackExchange.Redis;

namespace LeadHeat.Api.Turns;

/// <summary>
/// What goes to the workers and to other Apis about turns. All of it is a hint: what Redis loses is found by the sweeper
/// and by the watch, which look at the turns themselves.
/// </summary>
internal sealed class RedisTurns(RedisConnection redis, TurnStreams streams)
{
    private readonly SenderMark _mark = new();
    private static readonly TimeSpan BacklogLimit = TimeSpan.FromSeconds(1);

    public bool IsUp => redis.IsUp;

    public void Listen()
    {
        redis.Subscribe(JobNames.Events, message => streams.Route(message));
        redis.Subscribe(JobNames.Ends, message =>
        {
            if (_mark.TryRead(message, out var events))
                streams.Route(events);
        });
    }

    public void Add(Guid turnId, string? traceParent)
    {
        using var span = TurnTelemetry.Source.StartActivity("enqueue turn", ActivityKind.Producer);
        if (!redis.TrySend(database => AddJob(database, turnId, span?.Id ?? traceParent)))
            TurnTelemetry.NotSent();
    }

    /// <summary>How a turn ends: told to those who wait here and at other Apis, and kept for those who come later.</summary>
    /// <param name="untold">A JSON array of what happened before it and was not told yet; null for nothing.</param>
    public void Publish(Guid turnId, TurnEvent end, byte[]? untold = null)
    {
        var events = Joined(untold, JsonSerializer.SerializeToUtf8Bytes(end, LeadHeatJson.Default.TurnEvent));
        streams.Route(events);
        RedisKey list = JobNames.EventsOf(turnId);
        var sent = redis.TrySend(database =>
        {
            database.ListRightPush(list, events, flags: CommandFlags.FireAndForget);
            database.KeyExpire(list, JobNames.EventsKept, CommandFlags.FireAndForget);
            database.Publish(RedisChannel.Literal(JobNames.Ends), _mark.On(events), CommandFlags.FireAndForget);
        });
        if (!sent)
            TurnTelemetry.NotSent();
    }

    /// <summary>A turn begins anew: what was said of it before is void.</summary>
    public void Forget(Guid turnId) => redis.TrySend(database => database.KeyDelete(JobNames.EventsOf(turnId), CommandFlags.FireAndForget));

    /// <summary>The same for many turns that are no more; how many of them had events. What Redis does not take now it forgets by itself after <see cref="JobNames.EventsKept"/>.</summary>
    public Task<int> ForgetAsync(IReadOnlyList<Guid> turns, CancellationToken cancellationToken) =>
        redis.TryDeleteAsync([.. turns.Select(turn => (RedisKey)JobNames.EventsOf(turn))], BacklogLimit, cancellationToken);

    /// <summary>The events that were published so far; null when Redis does not tell.</summary>
    public async Task<List<SentEvent>?> ReadAsync(Guid turnId, CancellationToken cancellationToken)
    {
        if (await redis.TryReadListAsync(JobNames.EventsOf(turnId), BacklogLimit, cancellationToken) is not { } entries)
            return null;
        List<SentEvent> events = [];
        foreach (var entry in entries)
            SentEvent.ReadAll((byte[])entry!, events);
        return events;
    }

    // [a, b] and c: [a, b, c]
    private static byte[] Joined(byte[]? array, byte[] last) =>
        array is { Length: > 2 } ? [.. array.AsSpan(..^1), (byte)',', .. last, (byte)']'] : [(byte)'[', .. last, (byte)']'];

    private static void AddJob(IDatabase database, Guid turnId, string? traceParent)
    {
        database.StreamAdd(
            JobNames.Stream, [new(JobNames.TurnField, turnId.ToString()), new(JobNames.TraceField, traceParent ?? "")],
            maxLength: JobNames.StreamLength, useApproximateMaxLength: true, flags: CommandFlags.FireAndForget);
        database.Publish(RedisChannel.Literal(JobNames.Wake), "", CommandFlags.FireAndForget);
    }
}
