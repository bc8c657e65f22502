using System.Globalization;
using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Reads times that are counted from now: <c>within 3 months</c>, <c>in 2-3 weeks</c>, <c>after 6 months</c>, <c>a month or two</c>, <c>2 mahine mein</c>.</summary>
internal static class RelativeTime
{
    public static When? At(Scan scan, int i, List<When> found)
    {
        if (Read(scan, i) is not { } read)
            return Hours(scan, i) ?? Other(scan, i, found) ?? AfterChange(scan, i, found);
        var (low, high, open, unit, at) = read;
        var lead = TimeLead.Before(scan, i);
        if (scan.Is(at, KeyKind.Or) && (scan.IsWord(at + 1, "so") || scan.IsWord(at + 1, "thereabouts")))
            at += 2;
        var (behind, end) = TimeBounds.At(scan, at);
        // "chhe mahine to lagenge": at least.
        if ((scan.IsWord(at, "to") || scan.IsWord(at, "toh")) && scan.WordAt(Math.Min(at + 1, scan.Tokens.Length - 1)).StartsWith("lag", StringComparison.OrdinalIgnoreCase))
            (behind, end) = (KeyKind.After, Math.Min(at + 2, scan.Tokens.Length));
        if (!IsSaid(scan, i, at) && !(found.Count > 0 && found[^1].Unit > 0 && TimeChange.IsBetween(scan, found[^1].End, i)) && !TimeLengths.IsTold(scan, i, at, lead.Kind != KeyKind.None || behind != KeyKind.None, unit) || high > (unit >= 12 ? 5 : 100))
            return null;
        var kind = behind is KeyKind.By or KeyKind.After ? behind : lead.Kind;
        var words = Quantity(low, high, unit);
        // "could be six months, could be twelve months"
        if (kind != KeyKind.After && low == high && found is [.., { Min: null, Max: { } first, Unit: > 0 } before] && i - before.End <= 4 && (scan.IsWord(i - 1, "be") || scan.IsWord(i - 1, "maybe") || scan.IsWord(i - 1, "or")) && first < Months(high, unit))
        {
            found.RemoveAt(found.Count - 1);
            return before with { Min = first, Max = Months(high, unit), Display = $"in {Quantity(Math.Round(first / unit, 1), high, unit)}", End = end };
        }
        // "Anywhere from 3 to 6 months" is a range, "after 3 to 6 months" none.
        if (kind == KeyKind.After && low < high && lead.Kind == KeyKind.After && scan.IsWord(lead.Start, "from"))
            kind = KeyKind.In;
        return (kind == KeyKind.After || open) ? new(Months(low, unit), null, $"after {words}", 0.93, lead.Start, end, Unit: unit)
            : low < high ? new(Months(low, unit), Months(high, unit), $"in {words}", 0.95, lead.Start, end, Unit: unit)
            : new(null, Months(high, unit), $"within {words}", 0.96, lead.Start, end, Unit: unit);
    }

    // "I told you 3 months"; "I told you 3 months ago"
    private static bool IsSaid(Scan scan, int start, int end) => MonthSaid.IsTold(scan, start) && (end == scan.Tokens.Length || scan.Tokens[end].Kind == TokenKind.Symbol || scan.IsWord(end, "but"));

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
        while (scan.IsWord(at, "of") || scan.IsWord(at, "more") || scan.IsWord(at, "or") && scan.IsWord(at + 1, "so") || scan.IsWord(at, "so") || (scan.IsSign(at, '-') && !scan.Tokens[at].Apart) || scan.IsWord(at, "business") || scan.IsWord(at, "working") || scan.IsWord(at, "odd") || scan.IsWord(at, "ish"))
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
        var next = scan.IsSign(i + 1, ',') ? i + 2 : i + 1;
        return Count(scan, i) is >= 1 and var low && Count(scan, next) == low + 1 && IsUnit(scan, next + 1) ? (low, low + 1, false, scan.Tokens[next + 1].Key.Value, next + 2) : null;
    }

    private static (decimal, int)? ArticleUnit(Scan scan, int i) =>
        scan.IsFree(i) && scan.IsWord(i, "another") ? IsUnit(scan, i + 1) ? (1, i + 1) : NumberReader.At(scan, i + 1, IsUnit) :
        scan.IsFree(i) && IsUnit(scan, i) && scan.Tokens[i].Key.Value == 12 && scan.Is(i + 1, KeyKind.And) && scan.Is(i + 2, KeyKind.Article) && scan.Is(i + 3, KeyKind.Half) ? (1, i)
        : scan.IsFree(i) && scan.Is(i, KeyKind.Article) && IsUnit(scan, i + 1) ? (1, i + 1)
        : scan.IsFree(i) && scan.Is(i, KeyKind.Article) && scan.Is(i + 1, KeyKind.Number) && NumberReader.At(scan, i + 1, IsUnit) is { } number ? number
        : null;

    private static bool IsUnit(Scan scan, int at) => scan.Is(at, KeyKind.TimeUnit) && scan.IsFree(at);

    // "need it within 48 hours"
    private static When? Hours(Scan scan, int i)
    {
        if (!scan.IsFree(i) || scan.Tokens[i] is not { Kind: TokenKind.Number, Number: >= 12 and <= 96 } count || !(scan.IsWord(i + 1, "hours") || scan.IsWord(i + 1, "hrs"))
            || TimeLead.Before(scan, i) is not { Kind: KeyKind.In or KeyKind.By } lead || (scan.Cues & (Cues.Callback | Cues.Visit | Cues.Question)) != 0 || !TimeLengths.Moves(scan))
            return null;
        return new(null, Math.Round(count.Number / 720, 2), $"within {count.Number:0} hours", 0.9, lead.Start, i + 2);
    }

    // "Could be three months, could be six": from the one to the other.
    private static When? Other(Scan scan, int i, List<When> found)
    {
        if (found.Count == 0 || found[^1] is not { Unit: > 0, Min: null, Max: { } first } last || i - last.End > 6 || TimeChange.IsBetween(scan, last.End, i)
            || NumberReader.At(scan, i, IsUnit) is not var (high, end) || scan.Is(i, KeyKind.Article) || Months(high, last.Unit) <= first || high > 36)
            return null;
        var told = scan.IsWord(i - 1, "be") || scan.IsWord(i - 1, "maybe") || scan.IsWord(i - 1, "or") || scan.IsWord(i - 1, "perhaps");
        if (Stretch.At(scan, end) is var (_, behind))
            (told, end) = (told || scan.IsSign(i - 1, ',') || Stretching.Contains(scan.WordAt(i - 1)), behind);
        if (!told || (end < scan.Tokens.Length && scan.Tokens[end].Kind != TokenKind.Symbol && !scan.IsWord(end, "if")))
            return null;
        found.RemoveAt(found.Count - 1);
        return last with { Min = first, Max = Months(high, last.Unit), Display = $"in {Quantity(Math.Round(first / last.Unit, 1), high, last.Unit)}", End = end };
    }

    // "Three weeks, four at a stretch", "two months, three at the most"
    private static readonly PhraseTable<bool> Stretch = new((true, "max; maximum; tops; at|in a|the stretch|push|pinch|most|outside|latest|worst|maximum; at most|worst; worst case; in worst case; in the worst case; if need be; if needed; if necessary; if it|things must"));
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Stretching = WordSet.Of("and but possibly even say");

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
