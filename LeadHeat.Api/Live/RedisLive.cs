using System.Text.Json;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using StackExchange.Redis;

namespace LeadHeat.Api.Live;

/// <summary>Carries live events between the Apis: each message is the sender's mark and a JSON array.</summary>
internal sealed partial class RedisLive(RedisConnection redis, ILogger<RedisLive> logger)
{
    private const string Channel = "lh:live";

    // What this process published it has delivered to its own readers already.
    private readonly byte[] _mark = Guid.NewGuid().ToByteArray();

    public void Publish(IReadOnlyList<LiveEvent> events)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(events, LeadHeatJson.Default.IReadOnlyListLiveEvent);
        var message = new byte[_mark.Length + json.Length];
        _mark.CopyTo(message, 0);
        json.CopyTo(message, _mark.Length);
        redis.TrySend(database => database.Publish(Channel, message, CommandFlags.FireAndForget));
    }

    public void Listen(Action<IReadOnlyList<LiveEvent>> deliver) => redis.Subscribe(Channel, message =>
    {
        if (message.Length < _mark.Length || message.AsSpan(0, _mark.Length).SequenceEqual(_mark))
            return;
        try
        {
            if (JsonSerializer.Deserialize(message.AsSpan(_mark.Length), LeadHeatJson.Default.IReadOnlyListLiveEvent) is { } events)
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
