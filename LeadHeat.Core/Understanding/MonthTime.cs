using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Reads times that name a month: <c>by March</c>, <c>in Jan 2027</c>, <c>from 15 April</c>, <c>March or April</c>; "may" alone is a verb.</summary>
internal static class MonthTime
{
    // "by March", "in Jan 2027", "before end of June", "from April", "March or April"; "may" alone is a verb
    public static When? At(Scan scan, int i, List<When> found)
    {
        if (!scan.Is(i, KeyKind.Month))
            return null;
        var start = DayBefore(scan, i) ? i - (scan.Tokens[i - 1].Kind == TokenKind.Number ? 1 : scan.Tokens[i - 2].Kind == TokenKind.Number ? 2 : 3) : i;
        var lead = TimeLead.Before(scan, start);
        var month = (int)scan.Tokens[i].Key.Value;
        var (last, end) = (month, i + 1);
        if ((scan.Is(end, KeyKind.To) || scan.Is(end, KeyKind.Or) || scan.Is(end, KeyKind.And)) && scan.Is(end + 1, KeyKind.Month))
            (last, end) = ((int)scan.Tokens[end + 1].Key.Value, end + 2);
        // "march april may"
        while (scan.Is(end, KeyKind.Month) && (int)scan.Tokens[end].Key.Value == (last % 12) + 1)
            last = (int)scan.Tokens[end++].Key.Value;
        end = DayBehind(scan, end);
        if (scan.IsWord(end, "end") || scan.IsWord(end, "ending"))
            (lead, end) = (lead with { Part = TimePart.Late }, end + 1);
        var inWeek = scan.Is(end, KeyKind.Ordinal) && scan.IsWord(end + 1, "week");
        if (inWeek)
            end += 2;
        var year = CalendarPeriod.YearAt(scan, scan.IsWord(end, "of") || scan.IsSign(end, ',') || scan.IsSign(end, '-') || scan.IsSign(end, '\'') || scan.IsSign(end, '’') ? end + 1 : end, out var afterYear);
        if (year is not null)
            end = afterYear;
        else if (scan.IsWord(end, "next") && scan.IsWord(end + 1, "year"))
            (year, end) = (scan.Now.Year + 1, end + 2);
        else if (scan.IsWord(end, "this") && scan.IsWord(end + 1, "year"))
            (year, end) = (scan.Now.Year, end + 2);
        var asked = scan.Answers(FactFields.Timeline);
        var whole = scan.Tokens.Length <= end - lead.Start + 1;
        var behind = TimeLead.Behind(scan, end).Kind is KeyKind.By or KeyKind.After;
        var changed = TimeChange.IsSince(scan, found, i);
        if (changed && lead.Kind == KeyKind.None && found is [.., { Min: null }])
            lead = lead with { Kind = KeyKind.By };
        // "Rather June actually": another month than the one that is known.
        var again = scan.Cues.HasFlag(Cues.Correction) && scan.Known(FactFields.Timeline) is not null && i <= 3;
        var told = again || IsBesideEmoji(scan, start, end) || behind || inWeek || changed || (scan.IsWord(i - 1, "of") && scan.Is(i - 2, KeyKind.TimeUnit)) || lead.Kind != KeyKind.None || lead.Part != TimePart.Whole || year is not null || asked || start < i || (whole && !IsVerb(scan, i)) || last != month;
        if (!told || scan.IsWord(i - 1, "last") || scan.IsWord(i - 1, "since") || (IsVerb(scan, i) && !behind && lead.Kind == KeyKind.None && lead.Part == TimePart.Whole && year is null && start == i && !whole && last == month && !(changed && scan.Tokens[i].Capital)) || (scan.IsWord(i, "may") && scan.IsWord(i + 1, "be")))
            return null;
        var low = year is { } said ? ((said - scan.Now.Year) * 12) + month - scan.Now.Month : (month - scan.Now.Month + 12) % 12;
        return low < 0 ? null : CalendarTime.Told(scan, low, Math.Max(low + ((last - month + 12) % 12), 0.5m), lead, end);
    }

    // "🏡 3bhk 💰 1.6cr 📅 jan"
    private static bool IsBesideEmoji(Scan scan, int start, int end) => start > 0 && scan.Tokens[start - 1].Kind == TokenKind.Symbol
        && scan.Text[scan.Tokens[start - 1].Start] is > '\u20FF' and not (>= '\u3000' and <= '\uD7FF') && (end == scan.Tokens.Length || scan.Tokens[end].Kind == TokenKind.Symbol);

    private static bool IsVerb(Scan scan, int i) => (scan.IsWord(i, "may") || scan.IsWord(i, "march") || scan.IsWord(i, "mar") || scan.IsWord(i, "sat")) && !(scan.Tokens[i].Capital && i > 0 && !scan.IsWord(i, "may"));

    // "15 January", "1st of April", "15th Jan"
    private static bool DayBefore(Scan scan, int i)
    {
        var at = scan.IsWord(i - 1, "of") ? i - 2 : i - 1;
        if (scan.IsWord(at, "st") || scan.IsWord(at, "nd") || scan.IsWord(at, "rd") || scan.IsWord(at, "th"))
            at--;
        return at >= 0 && scan.Tokens[at] is { Kind: TokenKind.Number, Number: >= 1 and <= 31, Taken: false } && (at == i - 1 || at >= i - 3);
    }

    // "January 15", "Jan 15th"
    private static int DayBehind(Scan scan, int end)
    {
        if (end >= scan.Tokens.Length || scan.Tokens[end] is not { Kind: TokenKind.Number, Number: >= 1 and <= 31 } day || (!day.Apart && !scan.IsSign(end - 1, '\'')) || day.Length > 2)
            return end;
        var next = end + 1;
        if (scan.IsWord(next, "st") || scan.IsWord(next, "nd") || scan.IsWord(next, "rd") || scan.IsWord(next, "th"))
            next++;
        return scan.Is(next, KeyKind.Bed) || scan.Is(next, KeyKind.Scale) || scan.Is(next, KeyKind.SizeUnit) ? end : next;
    }
}
