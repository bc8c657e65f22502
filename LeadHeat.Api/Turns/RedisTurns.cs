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
    private static readonly TimeSpan BacklogLimit = TimeSpan.FromSeconds(1);
    private static readonly RedisValue StreamLength = JobNames.StreamLength;

    public bool IsUp => redis.IsUp;

    public void Listen() => redis.Subscribe(JobNames.Events, streams.Route);

    public void Add(Guid turnId, string? traceParent)
    {
        using var span = TurnTelemetry.Source.StartActivity("enqueue turn", ActivityKind.Producer);
        if (!redis.TrySend(database => AddJob(database, turnId, span?.Id ?? traceParent)))
            TurnTelemetry.NotSent();
    }

    /// <summary>The last events of a turn: kept for those who come later, and told to those who wait.</summary>
    public void Publish(Guid turnId, IReadOnlyList<TurnEvent> events)
    {
        RedisValue[] entries = [.. events.Select(one => (RedisValue)JsonSerializer.SerializeToUtf8Bytes(one, LeadHeatJson.Default.TurnEvent))];
        var array = JsonSerializer.SerializeToUtf8Bytes(events, LeadHeatJson.Default.IReadOnlyListTurnEvent);
        RedisKey list = JobNames.EventsOf(turnId);
        var sent = redis.TrySend(database =>
        {
            database.ListRightPush(list, entries, CommandFlags.FireAndForget);
            database.KeyExpire(list, JobNames.EventsKept, CommandFlags.FireAndForget);
            database.Publish(JobNames.Events, array, CommandFlags.FireAndForget);
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

    private static void AddJob(IDatabase database, Guid turnId, string? traceParent)
    {
        database.Execute(
            "XADD",
            [JobNames.Stream, "MAXLEN", "~", StreamLength, "*", JobNames.TurnField, turnId.ToString(), JobNames.TraceField, traceParent ?? ""],
            CommandFlags.FireAndForget);
        database.Publish(JobNames.Wake, "", CommandFlags.FireAndForget);
    }
}
