using System.Text.Json;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;

namespace LeadHeat.Worker.Jobs;

/// <summary>Keeps a turn's events in its list and tells those who listen, in one message however many they are.</summary>
internal sealed class RedisTurnEvents(RedisServer redis) : ITurnEvents
{
    private static readonly int KeptSeconds = (int)JobNames.EventsKept.TotalSeconds;

    public async Task PublishAsync(IReadOnlyList<TurnEvent> events, CancellationToken cancellationToken)
    {
        if (events.Count == 0)
            return;
        var list = JobNames.EventsOf(events[0].TurnId);
        var pieces = new object[events.Count + 1];
        pieces[0] = list;
        for (var at = 0; at < events.Count; at++)
            pieces[at + 1] = JsonSerializer.SerializeToUtf8Bytes(events[at], LeadHeatJson.Default.TurnEvent);

        redis.Tell("RPUSH", pieces);
        redis.Tell("EXPIRE", list, KeptSeconds);
        try
        {
            // Commands of one connection are done in order: with the answer to this one, the list is written too.
            await redis.AskAsync("PUBLISH", [JobNames.Events, Join(pieces)], cancellationToken);
        }
        catch (JobsAwayException)
        {
            // Nobody can listen while Redis is away; the turn's outcome does not depend on it.
        }
    }

    private static byte[] Join(object[] pieces)
    {
        var joined = new byte[pieces.Skip(1).Sum(piece => ((byte[])piece).Length + 1) + 1];
        var at = 0;
        for (var index = 1; index < pieces.Length; index++)
        {
            var piece = (byte[])pieces[index];
            joined[at++] = (byte)(index == 1 ? '[' : ',');
            piece.CopyTo(joined, at);
            at += piece.Length;
        }

        joined[at] = (byte)']';
        return joined;
    }
}
