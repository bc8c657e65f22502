using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Tells which kinds of doubt a message raises.</summary>
internal static class Doubts
{
    public const string Price = "price";
    public const string Location = "location";
    public const string Trust = "trust";
    public const string Timing = "timing";

    private const double Clear = 0.5;

    public static IReadOnlyList<string> In(Understood message)
    {
        // What only sounds like a doubt is none where figures are told, something is asked or one of the homes is named.
        var sounds = message.Values.Count == 0 && message.Reference is null && !Asking.Is(message);
        List<string> kinds = [];
        void Add(string kind, bool raised)
        {
            if (raised && !kinds.Contains(kind))
                kinds.Add(kind);
        }
        Add(Price, message.Has(Cues.Expensive) || (sounds && message.Intent == Intent.ObjectionPrice));
        // Who names another area has moved on, and what only faintly sounds like it speaks of no place.
        Add(Location, (message.Has(Cues.BadPlace) && message.Find(FactFields.Areas) is null) || (sounds && message is { Intent: Intent.ObjectionLocation, Intents: [] or [{ Score: >= Clear }, ..] }));
        Add(Trust, message.Has(Cues.Distrust) || (sounds && message.Intent == Intent.ObjectionTrust));
        foreach (var kind in message.Doubts)
            Add(kind, raised: true);
        return kinds;
    }
}
