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
        var (start, day) = DayOfMonth.Before(scan, i);
        var inNextYear = scan.Is(start - 1, KeyKind.TimeUnit) && scan.Tokens[start - 1].Key.Value == 12 && scan.Is(start - 2, KeyKind.Next);
        var lead = TimeLead.Before(scan, inNextYear ? start - 2 : start);
        if (lead.IsDenied || MonthSaid.IsReplaced(scan, start))
            return null;
        var month = (int)scan.Tokens[i].Key.Value;
        var (last, end) = (month, i + 1);
        if (SecondAt(scan, end) is > 0 and var second)
            (last, end) = ((int)scan.Tokens[second].Key.Value, second + 1);
        // "march april may"
        while (scan.Is(end, KeyKind.Month) && (int)scan.Tokens[end].Key.Value == (last % 12) + 1)
            last = (int)scan.Tokens[end++].Key.Value;
        var (dayEnd, dayBehind) = DayOfMonth.Behind(scan, end);
        // "on March 15", "opening Jan 15": a verb has no day behind it, and no clause goes on with one.
        var dated = dayEnd > end && (scan.IsWord(start - 1, "on") || dayEnd > end + 1 || dayEnd == scan.Tokens.Length || scan.Tokens[dayEnd].Kind == TokenKind.Symbol || TimeLead.Names(scan, start));
        (end, day) = (dayEnd, day > 0 ? day : dayBehind);
        if (scan.IsWord(end, "end") || scan.IsWord(end, "ending"))
            (lead, end) = (lead with { Part = TimePart.Late }, end + 1);
        else if (TimeLead.PartBehind(scan, end) is (not TimePart.Whole and var part, var partEnd))
            (lead, end) = (lead with { Part = part }, partEnd);
        var inWeek = scan.Is(end, KeyKind.Ordinal) && scan.IsWord(end + 1, "week");
        if (inWeek)
            end += 2;
        if (IsOver(scan, end))
            return null;
        var year = CalendarPeriod.YearAt(scan, scan.IsWord(end, "of") || scan.IsSign(end, ',') || scan.IsSign(end, '-') || scan.IsSign(end, '\'') || scan.IsSign(end, '’') ? end + 1 : end, out var afterYear);
        if (year is not null)
            end = afterYear;
        else if (scan.IsWord(end, "next") && scan.IsWord(end + 1, "year"))
            (year, end) = (scan.Now.Year + 1, end + 2);
        else if (scan.IsWord(end, "this") && scan.IsWord(end + 1, "year"))
            (year, end) = (scan.Now.Year, end + 2);
        if (inNextYear)
            year ??= scan.Now.Year + 1;
        var asked = scan.Answers(FactFields.Timeline);
        var whole = scan.Tokens.Length <= end - lead.Start + 1;
        var behind = TimeBounds.At(scan, end).Kind != KeyKind.None || scan.IsWord(end, "now") && found.Count > 0;
        var changed = TimeChange.IsSince(scan, found, i);
        if (changed && lead.Kind == KeyKind.None && found is [.., { Min: null }])
            lead = lead with { Kind = KeyKind.By };
        // "Rather June actually": another month than the one that is known.
        var again = scan.Cues.HasFlag(Cues.Correction) && scan.Known(FactFields.Timeline) is not null && i <= 3;
        var moved = last != month && MonthSaid.IsMovedFrom(scan, start);
        if (moved)
            (month, lead) = (last, lead with { Kind = KeyKind.None });
        // "Between April and June" and "from April to June" name both ends.
        if (last != month && lead.Kind == KeyKind.After && scan.IsWord(lead.Start, "from"))
            lead = lead with { Kind = KeyKind.In };
        var named = TimeLead.Names(scan, start) || IsListed(scan, start, end);
        // "January. Not February.", "August move", "November is when we come back", "february-ish", "make it February"
        var alone = start == 0 && end < scan.Tokens.Length && !scan.Cues.HasFlag(Cues.Question) && !IsVerb(scan, i) && (scan.Tokens[end].Kind == TokenKind.Symbol && !scan.IsSign(end, '-'));
        var noun = end < scan.Tokens.Length && (Moves.Contains(scan.WordAt(end)) || (scan.IsWord(end, "is") && scan.IsWord(end + 1, "when")) || (!scan.Cues.HasFlag(Cues.Question) && MonthSaid.Suits(scan, end)) || (scan.IsSign(end, '-') && scan.IsWord(end + 1, "ish")) || scan.IsWord(end, "ish"));
        var ends = end >= scan.Tokens.Length || scan.Tokens[end].Kind == TokenKind.Symbol;
        // "make it may", "summer holidays, so May", "May it is": said of a month only.
        var sole = ends && scan.Tokens[i].Capital && start == i && i > 0 && (scan.IsSign(i - 1, '.') || scan.IsSign(i - 1, '!')) && Array.Exists(scan.Tokens[..i], static token => token.Key.Kind == KeyKind.Month);
        var made = sole || MonthSaid.IsChosen(scan, end) || (scan.IsWord(start - 1, "it") && scan.IsWord(start - 2, "make")) || (ends && (scan.IsWord(start - 1, "so") || scan.IsWord(start - 1, "hence") || scan.IsWord(start - 1, "means") || scan.IsWord(start - 1, "now") && month != scan.Now.Month));
        // "October baby on the way, the house should be ours by then"
        var said = moved || MonthSaid.Before(scan, start, month == scan.Now.Month) && (!IsVerb(scan, i) || ends || scan.Tokens[i].Capital);
        var refers = !IsVerb(scan, i) && (TimeBehind.IsBeforeThat(scan, end) || TimeBehind.IsAfterThat(scan, end)) && !Array.Exists(scan.Tokens[end..], token => token.Key.Kind == KeyKind.Month);
        var told = said || TimelineScanner.IsOtherEnd(scan, found, start) || again || refers || alone || noun || made || dated || named || IsBesideEmoji(scan, start, end) || behind || inWeek || changed || (scan.IsWord(i - 1, "of") && scan.Is(i - 2, KeyKind.TimeUnit)) || lead.Kind != KeyKind.None || lead.Part != TimePart.Whole || year is not null || asked || start < i || (whole && !IsVerb(scan, i)) || last != month;
        if (!told || scan.IsWord(i - 1, "last") || scan.IsWord(i - 1, "since") || (IsVerb(scan, i) && !made && !behind && lead.Kind == KeyKind.None && lead.Part == TimePart.Whole && year is null && start == i && !whole && last == month && !dated && !said && !(named && scan.Tokens[i].Capital) && !(changed && scan.Tokens[i].Capital)) || (scan.IsWord(i, "may") && scan.IsWord(i + 1, "be")))
            return null;
        var low = year is { } inYear ? ((inYear - scan.Now.Year) * 12) + month - scan.Now.Month : (month - scan.Now.Month + 12) % 12;
        if (low == 0 && year is null && scan.Is(i - 1, KeyKind.Next) && scan.IsWord(i - 1, "next"))
            low = 12;
        var of = scan.Now.AddMonths(low);
        if (last == month && !moved && day > 0)
            return low < 0 ? null : CalendarDate.OnDay(scan, CalendarTime.Told(scan, low, Math.Max(low, 0.5m), lead, end), of.Year, of.Month, day);
        return low < 0 ? null : CalendarTime.Told(scan, low, Math.Max(low + ((last - month + 12) % 12), 0.5m), lead, end);
    }

    // "in March 2021"
    private static bool IsOver(Scan scan, int end) =>
        (uint)end < (uint)scan.Tokens.Length && scan.Tokens[end] is { Kind: TokenKind.Number, Length: 4, Number: >= 1950 and var year } && year < scan.Now.Year && !scan.Is(end + 1, KeyKind.SizeUnit) && !scan.Is(end + 1, KeyKind.Square);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Moves = WordSet.Of("move opening possession launch start shifting handover delivery occupancy");

    // "March or April", "from Feb till April", "end of Jan or beginning of Feb": where the second month stands; 0 when there is none.
    private static int SecondAt(Scan scan, int end)
    {
        var at = DayOfMonth.Behind(scan, end).End;
        if (!(scan.Is(at, KeyKind.To) || scan.Is(at, KeyKind.Or) || scan.Is(at, KeyKind.And) || scan.IsWord(at, "till") || scan.IsWord(at, "until") || scan.IsWord(at, "upto") || scan.IsWord(at, "through")))
            return 0;
        at++;
        while (TimeLead.IsPart(scan, at) || scan.IsWord(at, "of") || scan.IsWord(at, "the") || scan.IsSign(at, '-'))
            at++;
        return scan.Is(at, KeyKind.Month) ? at : 0;
    }

    // "3bhk, hebbal, 1.5cr, march": one of several facts in a row.
    private static bool IsListed(Scan scan, int start, int end) => scan.Values.Count > 0 && !scan.IsWord(start, "may") && scan.Tokens.Length > end - start
        && (start == 0 || scan.Tokens[start - 1].Taken || scan.Is(start - 1, KeyKind.Scale) || scan.IsSign(start - 1, ',') || scan.IsSign(start - 1, '|') || scan.IsSign(start - 1, '/'))
        && (end == scan.Tokens.Length || scan.Tokens[end].Taken || scan.IsSign(end, ',') || scan.IsSign(end, '|') || scan.IsSign(end, '.') || scan.IsSign(end, '/') || scan.IsSign(end, ';'))
        && (start > 0 || end < scan.Tokens.Length);

    // "🏡 3bhk 💰 1.6cr 📅 jan"
    private static bool IsBesideEmoji(Scan scan, int start, int end) => start > 0 && scan.Tokens[start - 1].Kind == TokenKind.Symbol
        && scan.Text[scan.Tokens[start - 1].Start] is > '\u20FF' and not (>= '\u3000' and <= '\uD7FF') && (end == scan.Tokens.Length || scan.Tokens[end].Kind == TokenKind.Symbol);

    private static bool IsVerb(Scan scan, int i) => (scan.IsWord(i, "may") || scan.IsWord(i, "march") || scan.IsWord(i, "mar") || scan.IsWord(i, "sat")) && !(scan.Tokens[i].Capital && i > 0 && !scan.IsWord(i, "may"));
}
