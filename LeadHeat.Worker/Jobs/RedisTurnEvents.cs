using System.Text.Json;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;
using StackExchange.Redis;

namespace LeadHeat.Worker.Jobs;

/// <summary>Keeps a turn's events in its list and tells those who listen, in one message however many they are.</summary>
internal sealed class RedisTurnEvents(RedisServer redis) : ITurnEvents
{
    public async Task PublishAsync(IReadOnlyList<TurnEvent> events, CancellationToken cancellationToken)
    {
        if (events.Count == 0)
            return;
        byte[][] pieces = [.. events.Select(told => JsonSerializer.SerializeToUtf8Bytes(told, LeadHeatJson.Default.TurnEvent))];
        redis.Tell(database =>
        {
            RedisKey list = JobNames.EventsOf(events[0].TurnId);
            database.ListRightPush(list, Array.ConvertAll(pieces, piece => (RedisValue)piece), CommandFlags.FireAndForget);
            database.KeyExpire(list, JobNames.EventsKept, CommandFlags.FireAndForget);
        });
        try
        {
            // Commands of one connection are done in order: with the answer to this one, the list is written too.
            await redis.AskAsync(database => database.PublishAsync(RedisChannel.Literal(JobNames.Events), Join(pieces)), cancellationToken);
        }
        catch (JobsAwayException)
        {
            // Nobody can listen while Redis is away; the turn's outcome does not depend on it.
        }
    }

    // a and b: [a,b]
    private static byte[] Join(byte[][] pieces)
    {
        var joined = new byte[pieces.Sum(piece => piece.Length + 1) + 1];
        var at = 0;
        foreach (var piece in pieces)
        {
            joined[at] = (byte)(at == 0 ? '[' : ',');
            piece.CopyTo(joined, at + 1);
            at += piece.Length + 1;
        }

        joined[at] = (byte)']';
        return joined;
    }
}
