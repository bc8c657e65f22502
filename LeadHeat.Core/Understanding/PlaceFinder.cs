using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>Notes cities and areas, also with small typing errors.</summary>
internal static class PlaceFinder
{
    private const int MostCorrections = 60;

    public static void Note(Scan scan, Meaning meaning, int first, int end, double confidence)
    {
        var span = scan.Span(first, end);
        scan.Take(first, end);
        if (IsWhereTheyAre(scan, first))
            return;
        if (meaning.City is { } city)
        {
            NoteCity(scan, city.Name, confidence, span);
            return;
        }
        var area = meaning.Area!;
        var before = scan.Find(FactFields.Areas);
        if (before?.Value.Items is { } known && known.Contains(area.Name))
            return;
        if (before is not null)
            scan.Values.Remove(before);
        IReadOnlyList<string> areas = [.. before?.Value.Items ?? [], area.Name];
        scan.Values.Add(new(
            FactFields.Areas, new(Items: areas), Listing.Or(areas),
            Math.Min(confidence, before?.Confidence ?? 1), [.. before?.Spans ?? [], span]));
    }

    // "I'm from Dubai", "I work in Whitefield" tell where somebody is, not where they want to be, unless that was the question.
    private static bool IsWhereTheyAre(Scan scan, int first)
    {
        if (scan.Answers(FactFields.Areas) || scan.Answers(FactFields.City))
            return false;
        if (scan.IsWord(first - 1, "from"))
            return true;
        return (scan.IsWord(first - 1, "in") || scan.IsWord(first - 1, "at")) && first >= 2 && !scan.IsWord(first - 3, "to")
            && StayingWords.Contains(scan.WordAt(first - 2).ToString());
    }

    private static readonly HashSet<string> StayingWords = new(
        ["live", "lives", "living", "work", "works", "working", "stay", "staying", "office", "based", "located", "currently", "job", "family", "parents", "born"],
        StringComparer.OrdinalIgnoreCase);

    // Two cities leave it open which one is meant.
    private static void NoteCity(Scan scan, string name, double confidence, TextSpan span)
    {
        if (scan.Find(FactFields.City) is { } before && before.Value.Text != name && !scan.Cues.HasFlag(Cues.Correction))
        {
            scan.Values.Remove(before);
            scan.CityIsOpen = true;
        }
        if (!scan.CityIsOpen)
            SetCity(scan, name, confidence, span);
    }

    /// <summary>Adds the city that the areas lie in, where none was said.</summary>
    public static void Finish(Scan scan)
    {
        if (scan.Find(FactFields.Areas) is not { } areas || scan.Find(FactFields.City) is not null)
            return;
        foreach (var city in scan.Playbook.Cities)
        {
            if (city.Areas.Any(area => area.Name == areas.Value.Items![0]))
                SetCity(scan, city.Name, areas.Confidence - 0.02, areas.Spans[0]);
        }
    }

    /// <summary>Reads unknown words as the place that they can only mean: <c>Whitefeild</c>, <c>Koramangla</c>.</summary>
    public static void CorrectSpelling(Scan scan)
    {
        if (scan.Playbook.Cities.Count == 0)
            return;
        var lexicon = scan.Playbook.Lexicon;
        Span<char> buffer = stackalloc char[Tokenizer.LongestWord];
        var corrections = 0;
        for (var i = 0; i < scan.Tokens.Length && corrections < MostCorrections; i++)
        {
            ref var token = ref scan.Tokens[i];
            if (token.Taken || token.Kind != TokenKind.Word || token.Word >= 0 || token.Key.Kind != KeyKind.None)
                continue;
            var folded = buffer[..Tokenizer.Fold(scan.WordAt(i), buffer)];
            if (lexicon.Spelling.Correct(folded) is not { } meant)
                continue;
            corrections++;
            token.Word = lexicon.WordOf(meant);
            if (!NoteAround(scan, i))
                token.Word = -1;
        }
    }

    // The corrected word may stand anywhere in the place's name.
    private static bool NoteAround(Scan scan, int corrected)
    {
        for (var first = Math.Max(0, corrected - 3); first <= corrected; first++)
        {
            if (scan.Tokens[first].Taken)
                continue;
            var meanings = scan.Playbook.Lexicon.LongestAt(scan.Tokens, first, out var end);
            if (end <= corrected)
                continue;
            foreach (var meaning in meanings)
            {
                if (meaning.Kind is not (MeaningKind.Area or MeaningKind.City) || scan.IsNegated(first))
                    continue;
                Note(scan, meaning, first, end, 0.85);
                return true;
            }
        }
        return false;
    }

    private static void SetCity(Scan scan, string name, double confidence, TextSpan span)
    {
        if (scan.Find(FactFields.City) is { } before)
            scan.Values.Remove(before);
        scan.Values.Add(new(FactFields.City, new(Text: name), name, confidence, [span]));
    }
}
