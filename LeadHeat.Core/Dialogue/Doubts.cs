using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Tells which kinds of doubt a message raises.</summary>
internal static class Doubts
{
    public const string Price = "price";
    public const string Location = "location";
    public const string Trust = "trust";
    public const string Timing = "timing";

    public static IReadOnlyList<string> In(Understood message)
    {
        // What only sounds like a doubt is none where figures are told or something is asked.
        var sounds = message.Values.Count == 0 && !Asking.Is(message);
        List<string> kinds = [];
        void Add(string kind, bool raised)
        {
            if (raised && !kinds.Contains(kind))
                kinds.Add(kind);
        }
        Add(Price, message.Has(Cues.Expensive) || (sounds && message.Intent == Intent.ObjectionPrice));
        Add(Location, message.Has(Cues.BadPlace) || (sounds && message.Intent == Intent.ObjectionLocation));
        Add(Trust, message.Has(Cues.Distrust) || (sounds && message.Intent == Intent.ObjectionTrust));
        foreach (var kind in message.Doubts)
            Add(kind, raised: true);
        return kinds;
    }
}
