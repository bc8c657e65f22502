using System.Text.Json;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using StackExchange.Redis;

namespace LeadHeat.Api.Live;

/// <summary>Carries live events between the Apis: each message is the sender's mark and a JSON array.</summary>
internal sealed partial class RedisLive(RedisConnection redis, ILogger<RedisLive> logger)
{
    private const string Channel = "lh:live";

    private readonly SenderMark _mark = new();

    public void Publish(IReadOnlyList<LiveEvent> events)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(events, LeadHeatJson.Default.IReadOnlyListLiveEvent);
        redis.TrySend(database => database.Publish(RedisChannel.Literal(Channel), _mark.On(json), CommandFlags.FireAndForget));
    }

    public void Listen(Action<IReadOnlyList<LiveEvent>> deliver) => redis.Subscribe(Channel, message =>
    {
        if (!_mark.TryRead(message, out var json))
            return;
        try
        {
            if (JsonSerializer.Deserialize(json.Span, LeadHeatJson.Default.IReadOnlyListLiveEvent) is { } events)
                deliver(events);
        }
        catch (JsonException strange)
        {
            LogStrange(logger, strange.Message);
        }
    });

    [LoggerMessage(Level = LogLevel.Warning, Message = "A live event could not be read: {Reason}")]
    private static partial void LogStrange(ILogger logger, string reason);
}
