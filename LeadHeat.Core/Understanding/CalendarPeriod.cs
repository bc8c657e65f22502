using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>A stretch of the calendar in months from now: <c>next month</c>, <c>Q1 2027</c>, <c>the end of the year</c>, <c>2028</c>.</summary>
/// <param name="IsPart">Whether it is a part of a longer time already: "year end".</param>
internal readonly record struct CalendarPeriod(decimal Low, decimal High, int Start, int End, bool IsPart)
{
    /// <summary>Whether it is a time only with words before it: a bare year may be anything.</summary>
    public bool NeedsLead { get; init; }

    /// <summary>Whether it is a time only as the last one: "by the 15th", "before Monday".</summary>
    public bool NeedsBy { get; init; }

    /// <summary>The very day, where one is said.</summary>
    public (int Year, int Month, int Day)? Day { get; init; }

    /// <summary>Whether it is the end of a time, by which something is to be done.</summary>
    public bool IsClose { get; init; }

    public static CalendarPeriod? At(Scan scan, int i) => FiscalTime.Year(scan, i) ?? NextOrThis(scan, i) ?? EndOf(scan, i) ?? FiscalTime.Quarter(scan, i) ?? SeasonAt(scan, i) ?? CalendarDate.At(scan, i) ?? SpokenYear(scan, i) ?? Year(scan, i);

    // next month | this quarter | coming year | agle mahine | is saal | month after next
    private static CalendarPeriod? NextOrThis(Scan scan, int i)
    {
        if (scan.Is(i, KeyKind.TimeUnit) && scan.IsWord(i + 1, "after") && scan.IsWord(i + 2, "next"))
            return Of(scan, scan.Tokens[i].Key.Value, 2, i, i + 3);
        var hindi = scan.IsWord(i, "is") && (scan.IsWord(i + 1, "mahine") || scan.IsWord(i + 1, "saal") || scan.IsWord(i + 1, "hafte") || scan.IsWord(i + 1, "mahina"));
        // "next to next month" is the month after next; "next year March" is March's.
        if (scan.Is(i, KeyKind.Next) && scan.IsWord(i + 1, "to") && scan.Is(i + 2, KeyKind.Next) && scan.Is(i + 3, KeyKind.TimeUnit))
            return Of(scan, scan.Tokens[i + 3].Key.Value, 2, i, i + 4);
        if (scan.Is(i, KeyKind.Next) && scan.Is(i + 1, KeyKind.TimeUnit) && scan.Is(i + 2, KeyKind.Month))
            return null;
        var unit = i + 1;
        while (scan.IsWord(unit, "calendar"))
            unit++;
        // "within the week"
        var within = scan.IsWord(i, "the") && (scan.IsWord(i - 1, "within") || scan.IsWord(i - 1, "inside"));
        if (scan.IsWord(i, "the") && scan.IsWord(unit, "weekend"))
            return new(0, 0.25m, i, unit + 1, true) { NeedsBy = true };
        if ((!scan.Is(i, KeyKind.Next) && !scan.Is(i, KeyKind.This) && !hindi && !within) || !scan.IsFree(unit))
            return null;
        // "in the coming weeks"
        if (scan.Is(i, KeyKind.Next) && (scan.IsWord(unit, "weeks") || scan.IsWord(unit, "days")) && (scan.Cues & (Cues.Visit | Cues.Callback)) == 0)
            return new(0, scan.IsWord(unit, "weeks") ? 1 : 0.25m, i, unit + 1, false);
        var next = scan.Is(i, KeyKind.Next) ? 1 : 0;
        // "over the next year" is within twelve months.
        if (scan.Is(i, KeyKind.Next) && scan.IsWord(i - 1, "the") && scan.Is(unit, KeyKind.TimeUnit) && scan.Tokens[unit].Key.Value == 12 && (scan.IsWord(i - 2, "over") || scan.IsWord(i - 2, "within") || scan.IsWord(i - 2, "in") || scan.IsWord(i - 2, "during")))
            return new(0, 12, i, unit + 1, true);
        if (scan.IsWord(unit, "weekend"))
            return new(next * 0.25m, (next + 1) * 0.25m, i, unit + 1, false);
        if (!scan.Is(unit, KeyKind.TimeUnit) || scan.WordAt(unit).EndsWith("s", StringComparison.OrdinalIgnoreCase) || (scan.Is(i - 1, KeyKind.Not) && next == 0 && !scan.IsWord(i - 2, "why")))
            return null;
        var period = Of(scan, scan.Tokens[unit].Key.Value, next, i, unit + 1);
        // "this year end", "next month end"
        return period is not { } found || !scan.Is(unit + 1, KeyKind.End) ? period
            : next == 0 ? Close(scan, scan.Tokens[unit].Key.Value, i, unit + 2) : found with { Low = found.High, IsPart = true, End = unit + 2 };
    }

    private static CalendarPeriod? Of(Scan scan, decimal unit, int next, int start, int end)
    {
        var month = scan.Now.Month;
        var quarter = 2 - ((month - 1) % 3);
        return unit switch
        {
            1 => new(next, next == 0 ? 0.5m : next, start, end, false),
            3 => next == 0 ? new(0, Math.Max(quarter, 0.5m), start, end, false) : new(quarter + 1 + (3 * (next - 1)), quarter + (3 * next), start, end, false),
            12 => next == 0 ? new(0, Math.Max(12 - month, 0.5m), start, end, false) : new(13 - month + (12 * (next - 1)), 12 - month + (12 * next), start, end, false),
            > 0.2m and < 1 => new(next * 0.25m, (next + 1) * 0.25m, start, end, false),
            _ => null,
        };
    }

    // "by the end of the year", "year end", "end of the month", "eoy"
    private static CalendarPeriod? EndOf(Scan scan, int i)
    {
        if (scan.IsWord(i, "eoy") || scan.IsWord(i, "eom") || scan.IsWord(i, "eoq"))
            return Close(scan, scan.IsWord(i, "eoy") ? 12 : scan.IsWord(i, "eom") ? 1 : 3, i, i + 1);
        if (scan.Is(i, KeyKind.TimeUnit) && scan.Is(i + 1, KeyKind.End) && !scan.Is(i - 1, KeyKind.Next))
            return Close(scan, scan.Tokens[i].Key.Value, i, i + 2);
        if (scan.Is(i, KeyKind.TimeUnit) && (scan.IsSign(i + 1, '-') || scan.IsWord(i + 1, "ke")) && scan.Is(i + 2, KeyKind.End))
            return Close(scan, scan.Tokens[i].Key.Value, i, i + 3);
        // "mid year", "by midyear": June.
        if ((scan.IsWord(i, "midyear") || (scan.IsWord(i, "mid") && scan.IsWord(scan.IsSign(i + 1, '-') ? i + 2 : i + 1, "year"))) && (6 - scan.Now.Month + 12) % 12 is var june)
            return new(june, Math.Max(june, 0.5m), i, scan.IsWord(i, "midyear") ? i + 1 : scan.IsSign(i + 1, '-') ? i + 3 : i + 2, true);
        // "before the month is out", "before the year ends"
        if (scan.Is(i, KeyKind.TimeUnit) && scan.IsWord(i - 1, "the") && Closes(scan, i + 1) is > 0 and var closed)
            return Close(scan, scan.Tokens[i].Key.Value, i, closed);
        if (!scan.Is(i, KeyKind.End))
            return null;
        var at = i + 1;
        while (scan.IsWord(at, "of") || scan.IsWord(at, "the") || scan.Is(at, KeyKind.This) || scan.Is(at, KeyKind.Article))
            at++;
        if (scan.IsWord(at, "fy") || scan.IsWord(at, "financial") || scan.IsWord(at, "fiscal"))
            return new((15 - scan.Now.Month) % 12, (15 - scan.Now.Month) % 12, i, scan.IsWord(at, "fy") ? at + 1 : at + 2, true) { IsClose = true };
        return scan.Is(at, KeyKind.TimeUnit) && !scan.WordAt(at).EndsWith("s", StringComparison.OrdinalIgnoreCase) ? Close(scan, scan.Tokens[at].Key.Value, i, at + 1) : null;
    }

    // Where the words end that say that a time is over; 0 when there are none.
    public static int Closes(Scan scan, int at) =>
        scan.Is(at, KeyKind.End) || scan.IsWord(at, "ends") || scan.IsWord(at, "closes") || scan.IsWord(at, "finishes") ? at + 1
        : scan.IsWord(at, "is") && (scan.IsWord(at + 1, "over") || scan.IsWord(at + 1, "out") || scan.IsWord(at + 1, "up") || scan.IsWord(at + 1, "done")) ? at + 2 : 0;

    private static CalendarPeriod? Close(Scan scan, decimal unit, int start, int end) =>
        Of(scan, unit, 0, start, end) is { } period ? period with { Low = 0, IsPart = true, IsClose = true } : null;

    // "next summer", "in the spring", "summer of 2027"; where summer comes when is taken as in the north.
    private static CalendarPeriod? SeasonAt(Scan scan, int i)
    {
        var at = scan.Is(i, KeyKind.Next) || scan.Is(i, KeyKind.This) ? i + 1 : i;
        var first = scan.IsWord(at, "summer") ? 5 : scan.IsWord(at, "autumn") ? 9 : scan.IsWord(at, "winter") ? 12 : scan.IsWord(at, "spring") ? 3 : 0;
        if (first == 0 || !scan.IsFree(at) || scan.Cues.HasFlag(Cues.DoesNotKnow))
            return null;
        var length = first == 5 ? 3 : 2;
        var year = YearAt(scan, scan.IsWord(at + 1, "of") ? at + 2 : at + 1, out var end);
        if (year is null && scan.IsWord(at + 1, "next") && scan.IsWord(at + 2, "year"))
            (year, end) = (scan.Now.Year + 1, at + 3);
        var low = year is { } said ? ((said - scan.Now.Year) * 12) + first - scan.Now.Month : (first - scan.Now.Month + 12) % 12;
        if (year is null && low > 12 - length)
            low -= 12;
        // Said in spring, "next summer" may be this year's or the one after.
        return low + length < 0 || (year is null && scan.Is(i, KeyKind.Next) && low < 4) ? null
            : new(Math.Max(low, 0), low + length, i, year is null ? at + 1 : end, false) { NeedsLead = at == i && year is null };
    }

    // "two thousand twenty eight", "twenty twenty-eight"
    private static CalendarPeriod? SpokenYear(Scan scan, int i)
    {
        var at = scan.IsWord(i, "two") && scan.IsWord(i + 1, "thousand") ? i + 2 : scan.IsWord(i, "twenty") && scan.IsWord(i + 1, "twenty") ? i + 1 : -1;
        if (at < 0)
            return null;
        at = scan.Is(at, KeyKind.And) ? at + 1 : at;
        if (!scan.Is(at, KeyKind.Tens) || NumberReader.At(scan, at, (_, _) => false) is not var (number, end) || number is < 21 or > 45 || scan.Is(end, KeyKind.Currency) || scan.Is(end, KeyKind.Scale))
            return null;
        var low = ((2000 + (int)number - scan.Now.Year) * 12) + 1 - scan.Now.Month;
        return low < -11 ? null : new(Math.Max(low, 0), low + 11, i, end, false) { NeedsLead = true };
    }

    // "in 2028", "early 2028", "end of 2027"
    private static CalendarPeriod? Year(Scan scan, int i)
    {
        if (YearAt(scan, i, out var end) is not { } year || scan.Tokens[i].Length != 4 || year <= scan.Now.Year - 1 || scan.Is(i + 1, KeyKind.Scale) || scan.Is(i - 1, KeyKind.Currency))
            return null;
        var low = ((year - scan.Now.Year) * 12) + 1 - scan.Now.Month;
        var period = new CalendarPeriod(Math.Max(low, 0), low + 11, i, end, false) { NeedsLead = true };
        return scan.Is(end, KeyKind.End) ? period with { Low = period.High, IsPart = true, End = end + 1 } : period;
    }

    public static int? YearAt(Scan scan, int at, out int end)
    {
        end = at + 1;
        if (at >= scan.Tokens.Length || scan.Tokens[at] is not { Kind: TokenKind.Number, Taken: false } token || token.Number != decimal.Truncate(token.Number))
            return null;
        return token.Length == 4 && token.Number >= scan.Now.Year && token.Number <= scan.Now.Year + 15 ? (int)token.Number
            : token.Length == 2 && at > 0 && (scan.IsSign(at - 1, '\'') || scan.IsSign(at - 1, '’') || (scan.IsSign(at - 1, '-') && scan.Is(at - 2, KeyKind.Month))) && token.Number + 2000 >= scan.Now.Year && token.Number + 2000 <= scan.Now.Year + 15 ? (int)token.Number + 2000
            : null;
    }
}
