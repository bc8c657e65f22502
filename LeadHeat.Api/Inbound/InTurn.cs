using LeadHeat.Core.Channels;

namespace LeadHeat.Api.Inbound;

/// <summary>
/// Puts together what has to be handled one after the other: a person may be named by a number, by an id or by both, and a change of number names
/// who they were and who they are.
/// </summary>
internal static class InTurn
{
    /// <summary>Each group in the order of <paramref name="events"/>; who is named by nothing is alone.</summary>
    public static IEnumerable<IReadOnlyList<NamedEvent>> Of(IReadOnlyList<NamedEvent> events)
    {
        var first = Enumerable.Range(0, events.Count).ToArray();
        Dictionary<(InboundChannel, string), int> known = [];
        for (var i = 0; i < events.Count; i++)
        {
            var channel = events[i].Event.Channel;
            foreach (var name in events[i].Names)
            {
                if (!known.TryAdd((channel, name), i))
                    Unite(known[(channel, name)], i);
            }
        }

        return events.Select((each, i) => (Event: each, First: FirstOf(i))).GroupBy(each => each.First, each => each.Event).Select(group => group.ToList());

        int FirstOf(int i)
        {
            while (first[i] != i)
                i = first[i] = first[first[i]];
            return i;
        }

        void Unite(int one, int other)
        {
            var (left, right) = (FirstOf(one), FirstOf(other));
            first[Math.Max(left, right)] = Math.Min(left, right);
        }
    }
}
