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
        PlaceHit[] rejected = [.. scan.PlaceHits.Where(hit => PlaceDoubts.IsRejected(scan, hit))];
        PlaceHit[] wished = [.. scan.PlaceHits.Where(hit => !rejected.Contains(hit) && !rejected.Any(other => other.Meaning == hit.Meaning && other.First > hit.First))];
        var from = FirstThatCounts(scan, wished);
        foreach (var hit in wished)
        {
            if (scan.Tokens[hit.First].Start >= from)
                Note(scan, hit.Meaning, hit.First, hit.End, hit.Errors == 0 ? 0.97 : 0.9 - (0.05 * hit.Errors));
        }
        foreach (var hit in rejected)
            Exclusions.Note(scan, hit);
        DropRejected(scan, rejected);
        Finish(scan);
    }

    // "Arjan no, there is noise", "Electronic City rehne do, Jigani dekhte hain": of those that were wished for before.
    private static void DropRejected(Scan scan, PlaceHit[] all)
    {
        if (scan.Known(FactFields.Areas)?.Items is not { } known)
            return;
        PlaceHit[] rejected = [.. all.Where(hit => hit.Meaning.Area is { } area && known.Contains(area.Name))];
        var now = scan.Find(FactFields.Areas);
        string[] left = [.. known.Where(name => !rejected.Any(hit => hit.Meaning.Area!.Name == name)).Union(now?.Value.Items ?? [])];
        if (rejected.Length == 0 || left.Length == 0)
            return;
        if (now is not null)
            scan.Values.Remove(now);
        scan.Cues |= Cues.Correction;
        scan.Values.Add(new(FactFields.Areas, new(Items: left), Listing.Or(left), 0.9, now?.Spans ?? [scan.Span(rejected[0].First, rejected[0].End)]));
    }

    // "Whitefield. No, rather Kadugodi": what stands before a change of mind no longer counts, where a place follows it.
    private static int FirstThatCounts(Scan scan, PlaceHit[] wished)
    {
        var last = wished.Length == 0 ? 0 : scan.Tokens[wished[^1].First].Start;
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
        if (PlaceDoubts.IsWhereTheyAre(scan, first, end) || SentBefore.Covers(scan, first) || PlaceDoubts.IsSold(scan, first, end))
            return;
        if (meaning.City is { } city)
        {
            NoteCity(scan, city.Name, confidence, span);
            return;
        }
        var area = meaning.Area!;
        var before = scan.Find(FactFields.Areas);
        // "So only HSR", "ok then JLT": not what was said before.
        if (before is null && (scan.IsWord(first - 1, "only") || scan.IsWord(first - 1, "sirf") || scan.IsWord(first - 1, "bas") || scan.IsWord(first - 1, "just") || IsOnly(scan, end) || (scan.IsWord(first - 1, "then") && first <= 4)) && scan.Known(FactFields.Areas) is { IsEmpty: false })
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

    // "And Basavanagudi only, her sister lives there"
    private static bool IsOnly(Scan scan, int end) =>
        (scan.IsWord(end, "only") || scan.IsWord(end, "mattum")) && !scan.Cues.HasFlag(Cues.Question) && (end + 1 == scan.Tokens.Length || scan.Tokens[end + 1].Kind == TokenKind.Symbol);

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
