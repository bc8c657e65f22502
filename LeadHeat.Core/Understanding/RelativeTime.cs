using System.Globalization;
using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Reads times that are counted from now: <c>within 3 months</c>, <c>in 2-3 weeks</c>, <c>after 6 months</c>, <c>a month or two</c>, <c>2 mahine mein</c>.</summary>
internal static class RelativeTime
{
    // What follows a length of time that says no "when".
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NoTimeAfter = WordSet.Of(
        "ago old back experience notice warranty guarantee lease contract free trial emi rent rental deposit advance tenure loan plan subscription validity maintenance since se");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NoTimeBefore = WordSet.Of("for last past since previous every each per");

    public static When? At(Scan scan, int i, List<When> found)
    {
        if (Read(scan, i) is not { } read)
            return AfterChange(scan, i, found);
        var (low, high, open, unit, at) = read;
        var lead = TimeLead.Before(scan, i);
        var (behind, end) = TimeLead.Behind(scan, at);
        if (!IsTold(scan, i, at, lead.Kind != KeyKind.None || behind != KeyKind.None, unit) || high > (unit >= 12 ? 5 : 100))
            return null;
        var kind = behind is KeyKind.By or KeyKind.After ? behind : lead.Kind;
        var words = Quantity(low, high, unit);
        return (kind == KeyKind.After || open) ? new(Months(low, unit), null, $"after {words}", 0.93, lead.Start, end, Unit: unit)
            : low < high ? new(Months(low, unit), Months(high, unit), $"in {words}", 0.95, lead.Start, end, Unit: unit)
            : new(null, Months(high, unit), $"within {words}", 0.96, lead.Start, end, Unit: unit);
    }

    // 3 months | 2-3 weeks | 6+ months | a year or two | half a year | a month and a half
    private static (decimal Low, decimal High, bool Open, decimal Unit, int End)? Read(Scan scan, int i)
    {
        if (Neighbours(scan, i) is { } pair)
            return pair;
        if ((NumberReader.At(scan, i, IsUnit) ?? ArticleUnit(scan, i)) is not var (low, at) || low <= 0)
            return null;
        var (high, open) = (low, scan.IsSign(at, '+'));
        if (open)
            at++;
        else if ((scan.Is(at, KeyKind.To) || scan.Is(at, KeyKind.Or) || scan.Is(at, KeyKind.And)) && NumberReader.At(scan, at + 1, IsUnit) is var (second, next) && second > low)
            (high, at) = (second, next);
        while (scan.IsWord(at, "of") || scan.IsWord(at, "more") || scan.IsWord(at, "or") && scan.IsWord(at + 1, "so") || scan.IsWord(at, "so") || (scan.IsSign(at, '-') && !scan.Tokens[at].Apart) || scan.IsWord(at, "business") || scan.IsWord(at, "working") || scan.IsWord(at, "odd"))
            at++;
        if (!IsUnit(scan, at))
            return null;
        var unit = scan.Tokens[at++].Key.Value;
        // "three quarters of a million" are money
        if (unit == 3 && scan.IsWord(at, "of") && (scan.Is(at + 1, KeyKind.Article) || scan.Is(at + 1, KeyKind.Scale)))
            return null;
        // "a month or two", "3 months to 6 months", "a year and a half"
        if (low == high && (scan.Is(at, KeyKind.Or) || scan.Is(at, KeyKind.To)) && NumberReader.At(scan, at + 1, IsUnit) is var (more, after))
        {
            var other = IsUnit(scan, after) ? scan.Tokens[after].Key.Value : 0;
            if (other > 0 && more * other > low * unit)
                return (low * unit, more * other, false, 1, after + 1);
            if (other == 0 && more > low && more <= 12 && !scan.Is(after, KeyKind.Bed) && !scan.Is(after, KeyKind.Scale))
                return (low, more, false, unit, after);
        }
        return scan.Is(at, KeyKind.And) && scan.Is(at + 1, KeyKind.Article) && scan.Is(at + 2, KeyKind.Half) ? (low + 0.5m, low + 0.5m, false, unit, at + 3) : (low, high, open, unit, at);
    }

    // "do teen hafte", "two three months": two to three.
    private static (decimal, decimal, bool, decimal, int)? Neighbours(Scan scan, int i)
    {
        static decimal Count(Scan scan, int at) => scan.Is(at, KeyKind.Number) || scan.Is(at, KeyKind.HindiNumber) ? scan.Tokens[at].Key.Value
            : scan.IsFree(at) && scan.Tokens[at] is { Kind: TokenKind.Number, Length: <= 2 } token ? token.Number : -1;
        return Count(scan, i) is >= 1 and var low && Count(scan, i + 1) == low + 1 && IsUnit(scan, i + 2) ? (low, low + 1, false, scan.Tokens[i + 2].Key.Value, i + 3) : null;
    }

    private static (decimal, int)? ArticleUnit(Scan scan, int i) =>
        scan.IsFree(i) && scan.IsWord(i, "another") ? IsUnit(scan, i + 1) ? (1, i + 1) : NumberReader.At(scan, i + 1, IsUnit) :
        scan.IsFree(i) && scan.Is(i, KeyKind.Article) && IsUnit(scan, i + 1) ? (1, i + 1)
        : scan.IsFree(i) && scan.Is(i, KeyKind.Article) && scan.Is(i + 1, KeyKind.Number) && NumberReader.At(scan, i + 1, IsUnit) is { } number ? number
        : null;

    private static bool IsUnit(Scan scan, int at) => scan.Is(at, KeyKind.TimeUnit) && scan.IsFree(at);

    // "We have lived here for 5 years", "a 10 year old building", "3 months' rent" tell no "when".
    private static bool IsTold(Scan scan, int start, int end, bool lead, decimal unit)
    {
        var asked = scan.Answers(FactFields.Timeline);
        if ((end < scan.Tokens.Length && NoTimeAfter.Contains(scan.WordAt(end))) || (start > 0 && NoTimeBefore.Contains(scan.WordAt(start - 1)) && !asked && !TimeLead.IsNotFor(scan, start - 1)))
            return false;
        if (asked || scan.IsWord(start - 1, "say") || scan.IsWord(start - 1, "guess"))
            return true;
        var about = (scan.Cues & (Cues.Callback | Cues.Visit)) != 0;
        if (unit < 1 && about && !Moves(scan))
            return false;
        if (unit >= 12 && scan.Cues.HasFlag(Cues.Question) && !Moves(scan) || (unit < 1 && scan.Cues.HasFlag(Cues.Complaint)))
            return false;
        // "Two months... or let's say four"
        if (start == 0 && unit < 12 && scan.Tokens.Length <= 12 && end < scan.Tokens.Length && scan.Tokens[end].Kind == TokenKind.Symbol && !scan.Cues.HasFlag(Cues.Question))
            return true;
        if (unit is >= 1 and < 12 && IsGuess(scan, start, end))
            return true;
        return lead || scan.Tokens.Length <= end - start + 1 || IsNamed(scan, start) || (unit < 12 && IsListed(scan, start, end));
    }

    // "not urgent, maybe 6-8 months": a clause of its own
    private static bool IsGuess(Scan scan, int start, int end) => start > 0 && Guesses.Contains(scan.WordAt(start - 1))
        && (start == 1 || scan.Tokens[start - 2].Kind == TokenKind.Symbol) && (end == scan.Tokens.Length || scan.Tokens[end].Kind == TokenKind.Symbol);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Guesses = WordSet.Of("maybe perhaps probably around about roughly approx approximately say like possibly mostly");

    // "timeline: 3 months", "possession 6 months"
    private static bool IsNamed(Scan scan, int start)
    {
        for (var i = start - 1; i >= Math.Max(0, start - 3); i--)
        {
            if (scan.IsWord(i, "timeline") || scan.IsWord(i, "timeframe") || scan.IsWord(i, "possession") || scan.IsWord(i, "frame") || scan.IsWord(i, "timing") || scan.IsWord(i, "eta"))
                return true;
        }
        return false;
    }

    // "3bhk hebbal 1.5cr 6 months 98450 11122": one of several facts in a row.
    private static bool IsListed(Scan scan, int start, int end) =>
        (start == 0 || scan.Tokens[start - 1].Taken || scan.Is(start - 1, KeyKind.Scale) || scan.IsSign(start - 1, ',') || scan.IsSign(start - 1, '/') || scan.IsSign(start - 1, '|'))
        && (end == scan.Tokens.Length || scan.Tokens[end].Taken || scan.Tokens[end].Kind == TokenKind.Symbol) && scan.Values.Count > 0;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Moving = WordSet.Of(
        "move moving shift shifting buy buying open opening launch launching need possession relocate relocating start close closing purchase live");

    private static bool Moves(Scan scan)
    {
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            if (Moving.Contains(scan.WordAt(i)))
                return true;
        }
        return false;
    }

    // "In 3 months, actually more like 5 or 6": the unit is the one before.
    private static When? AfterChange(Scan scan, int i, List<When> found)
    {
        if (found.Count == 0 || found[^1].Unit == 0 || !TimeChange.IsSince(scan, found, i) || NumberReader.At(scan, i, IsUnit) is not var (low, end) || scan.Is(i, KeyKind.Article))
            return null;
        var high = low;
        if ((scan.Is(end, KeyKind.To) || scan.Is(end, KeyKind.Or)) && end + 1 < scan.Tokens.Length && scan.Tokens[end + 1] is { Kind: TokenKind.Number, Taken: false } second && second.Number > low)
            (high, end) = (second.Number, end + 2);
        var unit = found[^1].Unit;
        return low < 1 || high > 60 || (end < scan.Tokens.Length && scan.Tokens[end].Key.Kind is KeyKind.Bed or KeyKind.Bath or KeyKind.Scale or KeyKind.SizeUnit or KeyKind.Square or KeyKind.Currency or KeyKind.Per) ? null
            : low < high ? new(Months(low, unit), Months(high, unit), $"in {Quantity(low, high, unit)}", 0.85, i, end, Unit: unit)
            : new(null, Months(high, unit), $"within {Quantity(low, high, unit)}", 0.85, i, end, Unit: unit);
    }

    private static decimal Months(decimal count, decimal unit) => Math.Round(count * unit, 1);

    private static string Quantity(decimal low, decimal high, decimal unit)
    {
        var noun = unit switch { 1 => "month", 3 => "quarter", 12 => "year", > 0.4m => "fortnight", > 0.1m => "week", _ => "day" };
        string Number(decimal number) => number.ToString("0.#", CultureInfo.InvariantCulture);
        return (low < high ? $"{Number(low)} to {Number(high)} {noun}" : $"{Number(high)} {noun}") + (high == 1 ? "" : "s");
    }
}
