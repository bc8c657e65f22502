using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>One walk over the message that finds every phrase the playbook or everyday talk knows.</summary>
internal static class PhraseWalk
{
    public static void Run(Scan scan)
    {
        for (var i = 0; i < scan.Tokens.Length;)
        {
            if (scan.Tokens[i].Taken)
            {
                i++;
                continue;
            }
            var meanings = scan.Playbook.Lexicon.LongestAt(scan.Tokens, i, out var end);
            foreach (var meaning in meanings)
                Note(scan, meaning, i, end);
            i = Math.Max(end, i + 1);
        }
        PlaceFinder.Run(scan);
    }

    private static void Note(Scan scan, Meaning meaning, int first, int end)
    {
        switch (meaning.Kind)
        {
            case MeaningKind.Cue when meaning.Cue != Cues.JustLooking || !IsLookingFor(scan, end):
                scan.Cues |= meaning.Cue;
                scan.Signals.Add(new(meaning.Cue, scan.Span(first, end)));
                break;
            case MeaningKind.Topic:
                scan.Topic ??= meaning.Text;
                break;
            case MeaningKind.Objection:
                scan.Objections.Add(meaning.Text!);
                break;
            case MeaningKind.FieldNoun:
                scan.FieldNouns.Add(meaning.Text!);
                break;
            case MeaningKind.Choice when !scan.IsNegated(first) && !IsNegatedBehind(scan, end) && !IsLeft(scan, meaning, first, end):
                ChoiceFinder.Note(scan, meaning.Field!, meaning.Choice!, first, end);
                break;
        }
    }

    // "Cold coffee no, only filter", "villa nahi chahiye"
    private static bool IsNegatedBehind(Scan scan, int end) =>
        scan.IsWord(end, "nahi") || scan.IsWord(end, "nahin") || (scan.IsWord(end, "no") && (end + 1 == scan.Tokens.Length || scan.Tokens[end + 1].Kind == TokenKind.Symbol));

    // "We just use WhatsApp", "we are in a rented house", "we sold a plot", "he wants the house back": what somebody has or had
    // is not what he looks for.
    private static bool IsLeft(Scan scan, Meaning meaning, int first, int end)
    {
        if (scan.IsWord(first - 1, "use") || scan.IsWord(first - 1, "using"))
            return first > 1 && UsedNow.Contains(scan.WordAt(first - 2));
        if (meaning.Field!.Name != FactFields.PropertyType)
            return false;
        if (scan.IsWord(end, "back"))
            return true;
        for (var at = first - 1; at >= 0 && at >= first - 3 && scan.Tokens[at].Kind == TokenKind.Word; at--)
        {
            if (Left.Contains(scan.WordAt(at)) || (scan.IsWord(at, "have") && scan.IsWord(at - 1, "already")) || scan.IsWord(at, "own") || scan.IsWord(at, "owns"))
                return true;
            if (scan.Tokens[at].Key.Kind is not (KeyKind.Article or KeyKind.Filler))
                return false;
        }
        return false;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> UsedNow = WordSet.Of("we i just only currently already now still mostly are");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Left = WordSet.Of("rented sold selling current present existing ancestral vacate vacating leaving");

    // "Just looking for a 2 BHK" is a search.
    private static bool IsLookingFor(Scan scan, int end) => scan.IsWord(end, "for");
}
