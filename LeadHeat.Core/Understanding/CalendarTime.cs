using System.Globalization;
using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Reads times of the calendar: <c>next month</c>, <c>by end of March</c>, <c>Q1 2027</c>, <c>mid next year</c>, <c>before the end of the year</c>.</summary>
internal static class CalendarTime
{
    public static When? At(Scan scan, int i, List<When> found)
    {
        if (ByMonth(scan, i, found) is { } month)
            return month;
        if (PeriodAt(scan, i) is not { } period)
            return null;
        var lead = TimeLead.Before(scan, period.Start);
        if (scan.IsWord(period.Start - 1, "last") || (period.NeedsLead && lead.Kind == KeyKind.None && lead.Part == TimePart.Whole && !scan.Answers(FactFields.Timeline) && scan.Tokens.Length > period.End - period.Start + 1))
            return null;
        if (scan.IsWord(lead.Start - 1, "if") || scan.IsWord(lead.Start - 3, "if"))
            return null;
        if (period.High - period.Low < 0.6m && period.Low < 1 && !scan.Answers(FactFields.Timeline) && (scan.Cues & (Cues.Visit | Cues.Callback)) != 0)
            return null;
        var (low, high) = PartOf(period.Low, period.High, lead.Part, period.IsPart);
        return Told(scan, period.IsClose ? high : low, high, period.IsClose && lead.Kind == KeyKind.None ? lead with { Kind = KeyKind.By } : lead, period.End);
    }

    // From the words before and behind: "by", "after", "at the earliest".
    private static When? Told(Scan scan, decimal low, decimal high, TimeLead lead, int end)
    {
        if (high < 0)
            return null;
        low = Math.Max(low, 0);
        high = Math.Max(high, 0.25m);
        var (behind, after) = TimeLead.Behind(scan, end);
        var kind = behind is KeyKind.By or KeyKind.After ? behind : lead.Kind;
        return kind switch
        {
            KeyKind.After => lead.Excludes && behind != KeyKind.After ? new(high < 1 ? 0 : Math.Ceiling(high), null, $"after {Name(scan, high)}", 0.92, lead.Start, after)
                : new(low, null, $"from {Name(scan, low)}", 0.92, lead.Start, after),
            KeyKind.By => new(null, scan.IsWord(lead.Start, "before") && lead.Part == TimePart.Whole && high - low >= 2 ? Math.Max(low, 0.5m) : high, $"by {Name(scan, high)}", 0.94, lead.Start, after),
            _ => new(low, high, Between(scan, low, high), 0.93, lead.Start, after),
        };
    }

    private static (decimal, decimal) PartOf(decimal low, decimal high, TimePart part, bool isPart)
    {
        var length = high - low;
        if (isPart || length < 2)
            return part == TimePart.Late && length >= 0 ? (high, high) : (low, high);
        return part switch
        {
            TimePart.Early => (low, low + Math.Floor(length / 3)),
            TimePart.Mid => (low + Math.Floor((length + 1) / 3), low + Math.Ceiling((length + 1) * 2 / 3) - 1),
            TimePart.Late => (high, high),
            TimePart.FirstHalf => (low, low + Math.Floor(length / 2)),
            TimePart.SecondHalf => (low + Math.Ceiling(length / 2), high),
            _ => (low, high),
        };
    }

    // "by March", "in Jan 2027", "before end of June", "from April", "March or April"; "may" alone is a verb
    private static When? ByMonth(Scan scan, int i, List<When> found)
    {
        if (!scan.Is(i, KeyKind.Month))
            return null;
        var start = DayBefore(scan, i) ? i - (scan.Tokens[i - 1].Kind == TokenKind.Number ? 1 : scan.Tokens[i - 2].Kind == TokenKind.Number ? 2 : 3) : i;
        var lead = TimeLead.Before(scan, start);
        var month = (int)scan.Tokens[i].Key.Value;
        var (last, end) = (month, i + 1);
        if ((scan.Is(end, KeyKind.To) || scan.Is(end, KeyKind.Or) || scan.Is(end, KeyKind.And)) && scan.Is(end + 1, KeyKind.Month))
            (last, end) = ((int)scan.Tokens[end + 1].Key.Value, end + 2);
        end = DayBehind(scan, end);
        if (scan.IsWord(end, "end") || scan.IsWord(end, "ending"))
            (lead, end) = (lead with { Part = TimePart.Late }, end + 1);
        var year = YearAt(scan, scan.IsWord(end, "of") || scan.IsSign(end, ',') || scan.IsSign(end, '-') || scan.IsSign(end, '\'') || scan.IsSign(end, '’') ? end + 1 : end, out var afterYear);
        if (year is not null)
            end = afterYear;
        else if (scan.IsWord(end, "next") && scan.IsWord(end + 1, "year"))
            (year, end) = (scan.Now.Year + 1, end + 2);
        else if (scan.IsWord(end, "this") && scan.IsWord(end + 1, "year"))
            (year, end) = (scan.Now.Year, end + 2);
        var asked = scan.Answers(FactFields.Timeline);
        var whole = scan.Tokens.Length <= end - lead.Start + 1;
        var behind = TimeLead.Behind(scan, end).Kind is KeyKind.By or KeyKind.After;
        var changed = found.Count > 0 && scan.Cues.HasFlag(Cues.Correction);
        if (changed && lead.Kind == KeyKind.None && found[^1].Min is null)
            lead = lead with { Kind = KeyKind.By };
        var told = behind || changed || (scan.IsWord(i - 1, "of") && scan.Is(i - 2, KeyKind.TimeUnit)) || lead.Kind != KeyKind.None || lead.Part != TimePart.Whole || year is not null || asked || start < i || (whole && !IsVerb(scan, i)) || last != month;
        if (!told || scan.IsWord(i - 1, "last") || scan.IsWord(i - 1, "since") || (IsVerb(scan, i) && !behind && lead.Kind == KeyKind.None && lead.Part == TimePart.Whole && year is null && start == i && !whole && last == month) || (scan.IsWord(i, "may") && scan.IsWord(i + 1, "be")))
            return null;
        var low = year is { } said ? ((said - scan.Now.Year) * 12) + month - scan.Now.Month : (month - scan.Now.Month + 12) % 12;
        return low < 0 ? null : Told(scan, low, Math.Max(low + ((last - month + 12) % 12), 0.5m), lead, end);
    }

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

    private static Period? PeriodAt(Scan scan, int i) => NextOrThis(scan, i) ?? EndOf(scan, i) ?? QuarterAt(scan, i) ?? Year(scan, i) ?? Days(scan, i);

    // next month | this quarter | coming year | agle mahine | is saal | month after next
    private static Period? NextOrThis(Scan scan, int i)
    {
        if (scan.Is(i, KeyKind.TimeUnit) && scan.IsWord(i + 1, "after") && scan.IsWord(i + 2, "next"))
            return Of(scan, scan.Tokens[i].Key.Value, 2, i, i + 3);
        var hindi = scan.IsWord(i, "is") && (scan.IsWord(i + 1, "mahine") || scan.IsWord(i + 1, "saal") || scan.IsWord(i + 1, "hafte") || scan.IsWord(i + 1, "mahina"));
        var unit = i + 1;
        while (scan.IsWord(unit, "calendar") || scan.IsWord(unit, "financial") || scan.IsWord(unit, "fiscal"))
            unit++;
        if ((!scan.Is(i, KeyKind.Next) && !scan.Is(i, KeyKind.This) && !hindi) || !scan.IsFree(unit))
            return null;
        var next = scan.Is(i, KeyKind.Next) ? 1 : 0;
        if (scan.IsWord(unit, "weekend"))
            return new(next * 0.25m, (next + 1) * 0.25m, i, unit + 1, false);
        if (!scan.Is(unit, KeyKind.TimeUnit) || scan.WordAt(unit).EndsWith("s", StringComparison.OrdinalIgnoreCase) || (scan.Is(i - 1, KeyKind.Not) && next == 0))
            return null;
        var period = Of(scan, scan.Tokens[unit].Key.Value, next, i, unit + 1);
        // "this year end", "next month end"
        return period is { } found && scan.Is(unit + 1, KeyKind.End) ? found with { Low = found.High, IsPart = true, End = unit + 2 } : period;
    }

    private static Period? Of(Scan scan, decimal unit, int next, int start, int end)
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
    private static Period? EndOf(Scan scan, int i)
    {
        if (scan.IsWord(i, "eoy") || scan.IsWord(i, "eom") || scan.IsWord(i, "eoq"))
            return Close(scan, scan.IsWord(i, "eoy") ? 12 : scan.IsWord(i, "eom") ? 1 : 3, i, i + 1);
        if (scan.Is(i, KeyKind.TimeUnit) && scan.Is(i + 1, KeyKind.End) && !scan.Is(i - 1, KeyKind.Next))
            return Close(scan, scan.Tokens[i].Key.Value, i, i + 2);
        if (scan.Is(i, KeyKind.TimeUnit) && scan.IsSign(i + 1, '-') && scan.Is(i + 2, KeyKind.End))
            return Close(scan, scan.Tokens[i].Key.Value, i, i + 3);
        if (!scan.Is(i, KeyKind.End))
            return null;
        var at = i + 1;
        while (scan.IsWord(at, "of") || scan.IsWord(at, "the") || scan.Is(at, KeyKind.This) || scan.Is(at, KeyKind.Article))
            at++;
        if (scan.IsWord(at, "fy") || scan.IsWord(at, "financial") || scan.IsWord(at, "fiscal"))
            return new((15 - scan.Now.Month) % 12, (15 - scan.Now.Month) % 12, i, scan.IsWord(at, "fy") ? at + 1 : at + 2, true) { IsClose = true };
        return scan.Is(at, KeyKind.TimeUnit) && !scan.WordAt(at).EndsWith("s", StringComparison.OrdinalIgnoreCase) ? Close(scan, scan.Tokens[at].Key.Value, i, at + 1) : null;
    }

    private static Period? Close(Scan scan, decimal unit, int start, int end) =>
        Of(scan, unit, 0, start, end) is { } period ? period with { Low = unit >= 3 ? 0 : 0, IsPart = true, IsClose = true } : null;

    // Q1 | Q1 2027 | first quarter of 2027 | H2 2027
    private static Period? QuarterAt(Scan scan, int i)
    {
        int count, end;
        decimal months;
        if ((scan.IsWord(i, "q") || scan.IsWord(i, "h")) && i + 1 < scan.Tokens.Length && scan.Tokens[i + 1] is { Kind: TokenKind.Number, Apart: false, Number: >= 1 and <= 4 } number)
            (count, months, end) = ((int)number.Number, scan.IsWord(i, "q") ? 3 : 6, i + 2);
        else if (scan.Is(i, KeyKind.Ordinal) && scan.Is(i + 1, KeyKind.TimeUnit) && scan.Tokens[i + 1].Key.Value == 3)
            (count, months, end) = (scan.Tokens[i].Key.Value < 0 ? 4 : (int)scan.Tokens[i].Key.Value, 3, i + 2);
        else
            return null;
        if (count * months > 12)
            return null;
        while (scan.IsWord(end, "of") || scan.IsSign(end, '-') || scan.IsSign(end, '\'') || scan.IsSign(end, '/'))
            end++;
        var year = YearAt(scan, end, out var after);
        if (year is null && scan.IsWord(end, "next") && scan.IsWord(end + 1, "year"))
            (year, after) = (scan.Now.Year + 1, end + 2);
        var first = ((count - 1) * (int)months) + 1;
        var low = year is { } said ? ((said - scan.Now.Year) * 12) + first - scan.Now.Month : first + (int)months - 1 < scan.Now.Month ? first + 12 - scan.Now.Month : first - scan.Now.Month;
        return low + months <= 0 ? null : new(Math.Max(low, 0), low + months - 1, i, year is null ? i + 2 : after, false);
    }

    // "in 2028", "early 2028", "end of 2027"
    private static Period? Year(Scan scan, int i)
    {
        if (YearAt(scan, i, out var end) is not { } year || scan.Tokens[i].Length != 4 || year <= scan.Now.Year - 1 || scan.Is(i + 1, KeyKind.Scale) || scan.Is(i - 1, KeyKind.Currency))
            return null;
        var low = ((year - scan.Now.Year) * 12) + 1 - scan.Now.Month;
        var period = new Period(Math.Max(low, 0), low + 11, i, end, false) { NeedsLead = true };
        return scan.Is(end, KeyKind.End) ? period with { Low = period.High, IsPart = true, End = end + 1 } : period;
    }

    private static Period? Days(Scan scan, int i) =>
        scan.IsWord(i, "tomorrow") && scan.Answers(FactFields.Timeline) ? new(0, 0.25m, i, i + 1, false) : null;

    private static int? YearAt(Scan scan, int at, out int end)
    {
        end = at + 1;
        if (at >= scan.Tokens.Length || scan.Tokens[at] is not { Kind: TokenKind.Number, Taken: false } token || token.Number != decimal.Truncate(token.Number))
            return null;
        return token.Length == 4 && token.Number >= scan.Now.Year && token.Number <= scan.Now.Year + 15 ? (int)token.Number
            : token.Length == 2 && at > 0 && (scan.IsSign(at - 1, '\'') || scan.IsSign(at - 1, '’') || (scan.IsSign(at - 1, '-') && scan.Is(at - 2, KeyKind.Month))) && token.Number + 2000 >= scan.Now.Year && token.Number + 2000 <= scan.Now.Year + 15 ? (int)token.Number + 2000
            : null;
    }

    private static string Between(Scan scan, decimal low, decimal high)
    {
        var (first, last) = (scan.Now.AddMonths((int)low), scan.Now.AddMonths((int)high));
        return (first.Year, first.Month) == (last.Year, last.Month) ? $"in {Name(scan, high)}"
            : first.Month == 1 && last.Month == 12 && first.Year == last.Year ? $"in {first.Year}"
            : low == 0 ? $"by {Name(scan, high)}"
            : first.Year == last.Year ? $"between {first.ToString("MMMM", CultureInfo.InvariantCulture)} and {Name(scan, high)}" : $"between {Name(scan, low)} and {Name(scan, high)}";
    }

    private static string Name(Scan scan, decimal months) => scan.Now.AddMonths((int)months).ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    /// <param name="IsPart">Whether it is a part of a longer time already: "year end".</param>
    private readonly record struct Period(decimal Low, decimal High, int Start, int End, bool IsPart)
    {
        public bool NeedsLead { get; init; }
        public bool IsClose { get; init; }
    }
}
