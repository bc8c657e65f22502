using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>Notes cities and areas, also with typing errors.</summary>
internal static class PlaceFinder
{
    /// <summary>Keeps the tokens of places from being read as anything else: the studio of Dubai Studio City is no flat.</summary>
    public static void Take(Scan scan)
    {
        if (scan.Playbook.Lexicon.Places.IsEmpty)
            return;
        scan.PlaceHits.AddRange(PlaceHits.In(scan, scan.Playbook.Lexicon));
        foreach (var hit in scan.PlaceHits)
            scan.Take(hit.First, hit.End);
    }

    /// <summary>Notes the places once it is known what the message does with them.</summary>
    public static void Run(Scan scan)
    {
        var from = FirstThatCounts(scan);
        foreach (var hit in scan.PlaceHits)
        {
            if (scan.Tokens[hit.First].Start >= from && !scan.IsNegated(hit.First) && !scan.IsWord(hit.End, "nahi") && !scan.IsWord(hit.End, "nahin") && !IsTooMuch(scan, hit.End))
                Note(scan, hit.Meaning, hit.First, hit.End, hit.Errors == 0 ? 0.97 : 0.9 - (0.05 * hit.Errors));
        }
        Finish(scan);
    }

    // "JVC is better, Marina too much traffic"
    private static bool IsTooMuch(Scan scan, int end) => scan.IsWord(scan.IsWord(end, "is") ? end + 1 : end, "too") && end + 1 < scan.Tokens.Length;

    // "Whitefield. No, rather Kadugodi": what stands before a change of mind no longer counts, where a place follows it.
    private static int FirstThatCounts(Scan scan)
    {
        var last = scan.PlaceHits.Count == 0 ? 0 : scan.Tokens[scan.PlaceHits[^1].First].Start;
        var from = 0;
        foreach (var signal in scan.Signals)
        {
            if (signal.Cue.HasFlag(Cues.Correction) && signal.Span.Start < last)
                from = Math.Max(from, signal.Span.Start);
        }
        for (var i = 0; i < scan.Tokens.Length && scan.Tokens[i].Start < last; i++)
        {
            if (scan.IsWord(i, "but") && SaidBefore(scan, i))
                from = Math.Max(from, scan.Tokens[i].Start);
        }
        return from;
    }

    private static bool SaidBefore(Scan scan, int at)
    {
        for (var i = 0; i < at; i++)
        {
            if (scan.IsWord(i, "said") || scan.IsWord(i, "earlier") || scan.IsWord(i, "thought") || scan.IsWord(i, "initially"))
                return true;
        }
        return false;
    }

    private static void Note(Scan scan, Meaning meaning, int first, int end, double confidence)
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
        // "So only HSR", "ok then JLT": not what was said before.
        if (before is null && (scan.IsWord(first - 1, "only") || (scan.IsWord(first - 1, "then") && first <= 4)) && scan.Known(FactFields.Areas) is { IsEmpty: false })
            scan.Cues |= Cues.Correction;
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
        if ((!scan.IsWord(first - 1, "in") && !scan.IsWord(first - 1, "at")) || first < 2 || (scan.IsWord(first - 3, "to") && !scan.IsWord(first - 4, "used")))
            return false;
        var before = first - 2;
        while (before > 0 && (scan.IsWord(before, "is") || scan.IsWord(before, "are") || scan.IsWord(before, "am") || scan.IsWord(before, "based") || scan.IsWord(before, "located")))
            before--;
        return StayingWords.Contains(scan.WordAt(before)) || StayingWords.Contains(scan.WordAt(first - 2));
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> StayingWords = WordSet.Of(
        "live lives lived living work works working stay staying office based located currently job family parents born renting");

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

    // The city that the areas lie in, where none was said.
    private static void Finish(Scan scan)
    {
        if (scan.Find(FactFields.Areas) is not { } areas || scan.Find(FactFields.City) is not null)
            return;
        foreach (var city in scan.Playbook.Cities)
        {
            if (city.Areas.Any(area => area.Name == areas.Value.Items![0]))
                SetCity(scan, city.Name, areas.Confidence - 0.02, areas.Spans[0]);
        }
    }

    private static void SetCity(Scan scan, string name, double confidence, TextSpan span)
    {
        if (scan.Find(FactFields.City) is { } before)
            scan.Values.Remove(before);
        scan.Values.Add(new(FactFields.City, new(Text: name), name, confidence, [span]));
    }
}
