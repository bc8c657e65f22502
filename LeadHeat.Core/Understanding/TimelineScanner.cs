using System.Globalization;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>Finds when: <c>within 3 months</c>, <c>ASAP</c>, <c>by end of March</c>, <c>next quarter</c>, <c>no rush</c>. Months count from now.</summary>
internal static class TimelineScanner
{
    public static void Run(Scan scan)
    {
        if (scan.Playbook.Field(FactFields.Timeline) is null)
            return;
        var asked = scan.Answers(FactFields.Timeline);
        for (var i = 0; i < scan.Tokens.Length && scan.Find(FactFields.Timeline) is null; i++)
        {
            if (scan.Tokens[i].Taken)
                continue;
            var found = Soon(scan, i, asked) ?? Relative(scan, i, asked) ?? NextOrThis(scan, i) ?? EndOfYear(scan, i) ?? ByMonth(scan, i, asked);
            if (found is { } when)
                scan.Found(FactFields.Timeline, when.Value, when.Display, when.Confidence, when.Start, when.End);
        }
    }

    /// <summary>A timeline's value: <c>immediate</c> within a month, <c>soon</c> within half a year, else <c>later</c>.</summary>
    internal static FactValue Value(decimal? min, decimal? max) => new(
        Text: max is null or > 6 ? "later" : max > 1 ? "soon" : "immediate", Min: min, Max: max, Unit: "months");

    private static Found? Soon(Scan scan, int i, bool asked)
    {
        if (scan.Is(i, KeyKind.Soon) && !scan.IsNegated(i) && (asked || !scan.Cues.HasFlag(Cues.Callback)))
            return new(Value(0, 1), "as soon as possible", 0.95, i, i + 1);
        if (scan.IsWord(i, "as") && scan.IsWord(i + 1, "soon") && scan.IsWord(i + 2, "as") && scan.IsWord(i + 3, "possible") && (asked || !scan.Cues.HasFlag(Cues.Callback)))
            return new(Value(0, 1), "as soon as possible", 0.95, i, i + 4);
        if (asked && scan.Tokens.Length <= 4 && (scan.IsWord(i, "now") || scan.IsWord(i, "today") || (scan.IsWord(i, "right") && scan.IsWord(i + 1, "away"))))
            return new(Value(0, 1), "as soon as possible", 0.9, i, scan.IsWord(i, "right") ? i + 2 : i + 1);
        return asked && scan.IsWord(i, "soon") ? new(new(Text: "soon", Unit: "months"), "soon", 0.8, i, i + 1) : null;
    }

    // "within 3 months", "in 2-3 weeks", "after 6 months", "a couple of months", "3 months" as an answer
    private static Found? Relative(Scan scan, int i, bool asked)
    {
        if (NumberAt(scan, i) is not var (low, at))
            return null;
        var high = low;
        if ((scan.Is(at, KeyKind.To) || scan.Is(at, KeyKind.Or) || scan.Is(at, KeyKind.And)) && NumberAt(scan, at + 1) is var (second, next) && second > low)
            (high, at) = (second, next);
        if (scan.IsWord(at, "of"))
            at++;
        if (scan.IsSign(at, '-'))
            at++;
        if (!scan.Is(at, KeyKind.TimeUnit) || high > 60)
            return null;
        var unit = scan.Tokens[at].Key.Value;
        var (lead, from) = LeadBefore(scan, i);
        var end = at + 1;
        var told = asked || lead != KeyKind.None || scan.IsWord(end, "time") || (scan.IsWord(end, "from") && scan.IsWord(end + 1, "now")) || scan.Tokens.Length <= end - i + 1;
        if (!told || (unit < 1 && !asked && scan.Cues.HasFlag(Cues.Callback)) || (unit >= 12 && high > 5))
            return null;
        if (scan.IsWord(end, "time"))
            end++;
        var words = Quantity(low, high, unit);
        return lead switch
        {
            KeyKind.After or KeyKind.AtLeast => new(Value(Months(low, unit), null), $"after {words}", 0.93, from, end),
            _ when low < high => new(Value(Months(low, unit), Months(high, unit)), $"in {words}", 0.95, from, end),
            _ => new(Value(null, Months(high, unit)), $"within {words}", 0.96, from, end),
        };
    }

    private static Found? NextOrThis(Scan scan, int i)
    {
        var isNext = scan.Is(i, KeyKind.Next);
        if ((!isNext && !scan.Is(i, KeyKind.This)) || !scan.Is(i + 1, KeyKind.TimeUnit))
            return null;
        var month = scan.Now.Month;
        var quarter = 3 - ((month - 1) % 3);
        (int Low, int High)? span = (scan.Tokens[i + 1].Key.Value, isNext) switch
        {
            (1, true) => (1, 1),
            (1, false) => (0, 0),
            (3, true) => (quarter, quarter + 2),
            (3, false) => (0, quarter - 1),
            (12, true) => (13 - month, 24 - month),
            (12, false) => (0, 12 - month),
            _ => null,
        };
        if (span is not var (low, high) || (scan.Is(i - 1, KeyKind.Not) && !isNext))
            return null;
        var until = scan.Now.AddMonths(high);
        var display = (low, high) == (13 - month, 24 - month) ? $"in {scan.Now.Year + 1}" : low == high ? $"in {Name(until)}" : low == 0 ? $"by {Name(until)}" : $"between {scan.Now.AddMonths(low):MMMM} and {Name(until)}";
        var (_, from) = LeadBefore(scan, i);
        return new(Value(low, Math.Max(high, 0.5m)), display, 0.92, from, i + 2);
    }

    // "by the end of the year", "year end", "end of this year", "end of the month"
    private static Found? EndOfYear(Scan scan, int i)
    {
        if (!scan.Is(i, KeyKind.End))
            return null;
        var at = i + 1;
        while (scan.Is(at, KeyKind.Filler) || scan.Is(at, KeyKind.This))
            at++;
        if (scan.Is(at, KeyKind.Month))
            return null;
        var isYear = scan.IsWord(at, "year") || scan.IsWord(i - 1, "year");
        if (!isYear && !scan.IsWord(at, "month"))
            return null;
        var months = isYear ? 12 - scan.Now.Month : 0;
        var (_, from) = LeadBefore(scan, scan.IsWord(i - 1, "year") ? i - 1 : i);
        return new(Value(0, Math.Max(months, 0.5m)), $"by {Name(scan.Now.AddMonths(months))}", 0.93, from, scan.IsWord(i - 1, "year") ? i + 1 : at + 1);
    }

    // "by March", "in Jan 2027", "before end of June", "from April"; "may" alone is a verb
    private static Found? ByMonth(Scan scan, int i, bool asked)
    {
        if (!scan.Is(i, KeyKind.Month))
            return null;
        var (lead, from) = LeadBefore(scan, i);
        var hasYear = i + 1 < scan.Tokens.Length && scan.Tokens[i + 1] is { Kind: TokenKind.Number } year && year.Number >= scan.Now.Year && year.Number <= scan.Now.Year + 10;
        if (lead == KeyKind.None && !hasYear && !asked)
            return null;
        if (i > 0 && scan.Tokens[i - 1].Kind == TokenKind.Number && !hasYear && lead == KeyKind.None && !asked)
            return null;
        var month = (int)scan.Tokens[i].Key.Value;
        var months = hasYear ? ((((int)scan.Tokens[i + 1].Number - scan.Now.Year) * 12) + month - scan.Now.Month) : (month - scan.Now.Month + 12) % 12;
        if (months < 0)
            return null;
        var name = Name(scan.Now.AddMonths(months));
        var end = hasYear ? i + 2 : i + 1;
        return lead switch
        {
            KeyKind.After or KeyKind.AtLeast => new(Value(months, null), $"from {name}", 0.92, from, end),
            KeyKind.By or KeyKind.AtMost or KeyKind.End => new(Value(null, Math.Max(months, 0.5m)), $"by {name}", 0.95, from, end),
            _ => new(Value(months, Math.Max(months, 0.5m)), $"in {name}", 0.93, from, end),
        };
    }

    // What stands before a number or a month, over fillers: "within the next", "by end of", "in about".
    private static (KeyKind Kind, int Start) LeadBefore(Scan scan, int start)
    {
        var (kind, from) = (KeyKind.None, start);
        for (var i = start - 1; i >= 0 && i >= start - 5 && !scan.Tokens[i].Taken; i--)
        {
            var key = scan.Tokens[i].Key.Kind;
            if (scan.IsWord(i, "least") || scan.IsWord(i, "most"))
                key = scan.IsWord(i, "least") ? KeyKind.AtLeast : KeyKind.AtMost;
            if (key is KeyKind.Filler or KeyKind.Article or KeyKind.Than or KeyKind.Less || scan.IsWord(i, "early") || scan.IsWord(i, "mid") || scan.IsWord(i, "late") || scan.IsWord(i, "at"))
                continue;
            if (key is not (KeyKind.In or KeyKind.By or KeyKind.After or KeyKind.AtMost or KeyKind.AtLeast or KeyKind.Next or KeyKind.This or KeyKind.About or KeyKind.Between or KeyKind.End or KeyKind.More))
                break;
            // The outermost of "by the end of" and "within the next" decides, but "in about" and "in the next" stay "in".
            if (key is not (KeyKind.About or KeyKind.Next or KeyKind.This or KeyKind.Between) || kind == KeyKind.None)
                kind = key == KeyKind.More ? KeyKind.AtLeast : key;
            from = i;
        }
        return (kind, from);
    }

    private static (decimal Number, int Next)? NumberAt(Scan scan, int at)
    {
        if (!scan.IsFree(at))
            return null;
        var token = scan.Tokens[at];
        if (token.Key.Kind == KeyKind.Article && scan.Is(at + 1, KeyKind.Number))
            return (scan.Tokens[at + 1].Key.Value, at + 2);
        if (token.Key.Kind == KeyKind.Article && scan.Is(at + 1, KeyKind.TimeUnit))
            return (1, at + 1);
        if (token.Key.Kind == KeyKind.Half && scan.Is(at + 1, KeyKind.Article))
            return (0.5m, at + 2);
        return token.Kind == TokenKind.Number ? (token.Number, at + 1) : token.Key.Kind == KeyKind.Number ? (token.Key.Value, at + 1) : null;
    }

    private static decimal Months(decimal count, decimal unit) => Math.Round(count * unit, 1);

    private static string Quantity(decimal low, decimal high, decimal unit)
    {
        var noun = unit switch { 1 => "month", 3 => "quarter", 12 => "year", > 0.1m => "week", _ => "day" };
        string Number(decimal number) => number.ToString("0.#", CultureInfo.InvariantCulture);
        return (low < high ? $"{Number(low)} to {Number(high)} {noun}" : $"{Number(high)} {noun}") + (high == 1 ? "" : "s");
    }

    private static string Name(DateTimeOffset month) => month.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    private readonly record struct Found(FactValue Value, string Display, double Confidence, int Start, int End);
}
