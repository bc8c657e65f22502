using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Reads times told by feasts: <c>before Diwali</c>, <c>after Eid</c>, <c>by Christmas</c>, <c>Onam ke baad</c>.</summary>
internal static class Feasts
{
    public static When? At(Scan scan, int i, List<When> found)
    {
        if (FeastDays.At(scan, i) is not var (date, end))
            return null;
        var lead = TimeLead.Before(scan, i);
        if (lead.IsDenied)
            return null;
        end = scan.IsWord(end, "holidays") || scan.IsWord(end, "holiday") || scan.IsWord(end, "vacation") || scan.IsWord(end, "break") ? end + 1 : end;
        var (behind, after) = TimeBounds.IsOver(scan, end) ? (KeyKind.After, end) : TimeBounds.At(scan, end);
        var kind = behind is KeyKind.By or KeyKind.After ? behind : lead.Kind != KeyKind.None ? lead.Kind
            : behind == KeyKind.In || (scan.IsWord(end, "is") && scan.IsWord(end + 1, "when")) || IsOnIt(scan, end) || scan.IsWord(i - 1, "on") || scan.IsWord(i - 1, "at") || TimelineScanner.IsOtherEnd(scan, found, i) || scan.Answers(FactFields.Timeline) ? KeyKind.In : KeyKind.None;
        var months = ((date.Year - scan.Now.Year) * 12) + date.Month - scan.Now.Month;
        var exact = CalendarDate.Months(scan, date);
        var said = scan.Span(i, end).Of(scan.Text);
        return kind switch
        {
            KeyKind.By => new(null, Math.Max(exact, 0.1m), $"by {said}", 0.9, lead.Start, after),
            // Right after a feast "after Diwali" may mean the one just over, "after next Diwali" does not.
            KeyKind.After when months <= 10 || scan.Is(i - 1, KeyKind.Next) || scan.IsWord(end - 1, "year") => new(exact, null, $"after {said}", 0.85, lead.Start, after),
            KeyKind.In => new(exact, Math.Max(exact, 0.1m), $"around {said}", 0.85, lead.Start, after),
            _ => null,
        };
    }

    // "Dussehra pe opening hai"; "Diwali pe kya offer hai?" asks.
    private static bool IsOnIt(Scan scan, int end) => On.At(scan, end) is not null && !scan.Cues.HasFlag(Cues.Question) && Plans.IsIn(scan, 0, scan.Tokens.Length);

    private static readonly PhraseTable<bool> On = new((true, "pe; par; ko; ki; ke din|mauke|time|waqt|samay; wale din"));
    private static readonly PhraseTable<bool> Plans = new((true, "opening; launch; shift; shuru; start; chahiye; kholna; khol; inauguration; griha|gruha|grih pravesh; move; lena"));
}
