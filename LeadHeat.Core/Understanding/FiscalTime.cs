namespace LeadHeat.Core.Understanding;

/// <summary>Reads the years of the books, from April to March, and quarters of either year: <c>this FY</c>, <c>FY 2027-28</c>, <c>Q1 2027</c>, <c>first quarter of next financial year</c>.</summary>
internal static class FiscalTime
{
    // "this FY", "next financial year", "before the financial year closes": from April to March.
    public static CalendarPeriod? Year(Scan scan, int i)
    {
        var (isNext, isThis) = (scan.Is(i, KeyKind.Next), scan.Is(i, KeyKind.This));
        var at = isNext || isThis ? i + 1 : i;
        // "FY28", "FY 2027-28": the year in which it ends.
        if (scan.IsWord(at, "fy") && at + 1 < scan.Tokens.Length && scan.Tokens[at + 1] is { Kind: TokenKind.Number, Length: 2 or 4, Taken: false } number)
        {
            var both = (scan.IsSign(at + 2, '-') || scan.IsSign(at + 2, '/')) && at + 3 < scan.Tokens.Length && scan.Tokens[at + 3] is { Kind: TokenKind.Number, Length: 2 };
            var ends = (both ? scan.Tokens[at + 3].Number : number.Number % 100) + 2000;
            var march = (((int)ends - scan.Now.Year) * 12) + 3 - scan.Now.Month;
            return march is < 0 or > 60 ? null : new(Math.Max(march - 11, 0), march, i, both ? at + 4 : at + 2, false);
        }
        var end = scan.IsWord(at, "fy") ? at + 1 : (scan.IsWord(at, "financial") || scan.IsWord(at, "fiscal")) && scan.Is(at + 1, KeyKind.TimeUnit) && scan.Tokens[at + 1].Key.Value == 12 ? at + 2 : -1;
        if (end < 0)
            return null;
        var last = (15 - scan.Now.Month) % 12;
        if (CalendarPeriod.Closes(scan, end) is > 0 and var closed)
            return isNext ? null : new(last, last, i, closed, true) { IsClose = true };
        return isNext ? new(last + 1, last + 12, i, end, false) : isThis && !scan.Is(i - 1, KeyKind.Not) ? new(0, Math.Max(last, 0.5m), i, end, false) : null;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> OrdinalEnds = WordSet.Of("st nd rd th");

    // Q1 | Q1 2027 | first quarter of 2027 | H2 2027
    public static CalendarPeriod? Quarter(Scan scan, int i)
    {
        int count, end;
        decimal months;
        if ((scan.IsWord(i, "q") || scan.IsWord(i, "h")) && i + 1 < scan.Tokens.Length && scan.Tokens[i + 1] is { Kind: TokenKind.Number, Apart: false, Number: >= 1 and <= 4 } number)
            (count, months, end) = ((int)number.Number, scan.IsWord(i, "q") ? 3 : 6, i + 2);
        else if (scan.Is(i, KeyKind.Ordinal) && scan.Is(i + 1, KeyKind.TimeUnit) && scan.Tokens[i + 1].Key.Value == 3)
            (count, months, end) = (scan.Tokens[i].Key.Value < 0 ? 4 : (int)scan.Tokens[i].Key.Value, 3, i + 2);
        else if (scan.IsFree(i) && scan.Tokens[i] is { Kind: TokenKind.Number, Number: >= 1 and <= 4, Length: 1 } written && OrdinalEnds.Contains(i + 1 < scan.Tokens.Length ? scan.WordAt(i + 1) : default) && scan.Is(i + 2, KeyKind.TimeUnit) && scan.Tokens[i + 2].Key.Value == 3)
            (count, months, end) = ((int)written.Number, 3, i + 3);
        else
            return null;
        if (count * months > 12)
            return null;
        // "Q1 or Q2", "Q2-Q3 2027", "Q1/Q2"
        var more = 0;
        if ((scan.Is(end, KeyKind.To) || scan.Is(end, KeyKind.Or)) && scan.IsWord(end + 1, scan.IsWord(i, "q") ? "q" : "h") && end + 2 < scan.Tokens.Length && scan.Tokens[end + 2] is { Kind: TokenKind.Number, Apart: false, Number: >= 1 and <= 4 } last && last.Number > count && last.Number * months <= 12)
            (more, end) = ((int)((last.Number - count) * months), end + 3);
        var whole = end;
        while (scan.IsWord(end, "of") || scan.IsSign(end, '-') || scan.IsSign(end, '\'') || scan.IsSign(end, '/'))
            end++;
        while (scan.IsWord(end, "the"))
            end++;
        // "1st quarter of next financial year", "Q4 FY27": counted from April.
        if (Year(scan, end) is { IsPart: false } books && books.High is var march && march - 11 + ((count - 1) * months) is var opens && opens + months > 0)
            return new(Math.Max(opens, 0), opens + months - 1 + more, i, books.End, false);
        var year = CalendarPeriod.YearAt(scan, end, out var after);
        if (year is null && scan.IsWord(end, "next") && scan.IsWord(end + 1, "year"))
            (year, after) = (scan.Now.Year + 1, end + 2);
        var first = ((count - 1) * (int)months) + 1;
        var low = year is { } said ? ((said - scan.Now.Year) * 12) + first - scan.Now.Month : first + (int)months - 1 < scan.Now.Month ? first + 12 - scan.Now.Month : first - scan.Now.Month;
        return low + months <= 0 ? null : new(Math.Max(low, 0), low + months - 1 + more, i, year is null ? whole : after, false);
    }
}
