using System.Globalization;
using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Finds floor areas: <c>1,200 sq ft</c>, <c>at least 100 sqm</c>, <c>1000-1200 sqft</c>.</summary>
internal static class SizeScanner
{
    private const decimal SquareFoot = 0.09290304m;

    public static void Run(Scan scan)
    {
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            if (!scan.IsFree(i) || NumberAt(scan, i) is not var (first, next) || first is < 10 or > 100_000)
                continue;
            var (low, high, at) = (first, first, next);
            if ((scan.Is(at, KeyKind.To) || scan.Is(at, KeyKind.Or) || scan.Is(at, KeyKind.And)) && scan.IsFree(at + 1) && NumberAt(scan, at + 1) is var (second, behind) && second > low)
            {
                // "between twelve and fifteen hundred"
                low *= low < 100 && scan.Is(behind - 1, KeyKind.Hundred) ? 100 : 1;
                (high, at) = (second, behind);
            }
            var plus = scan.IsSign(at, '+');
            var (metres, end) = UnitAt(scan, plus ? at + 1 : at);
            if (metres == 0)
                continue;
            Note(scan, low, high, metres, i, end, plus ? KeyKind.AtLeast : Behind(scan, end));
            i = end - 1;
        }
    }

    // Also "twelve hundred" and "two thousand four hundred".
    private static (decimal Number, int Next)? NumberAt(Scan scan, int at)
    {
        if (scan.Tokens[at].Kind == TokenKind.Number)
            return (scan.Tokens[at].Number, at + 1);
        if (!IsWords(scan, at) || NumberReader.At(scan, at, (_, _) => false) is not var (number, next))
            return null;
        if (!scan.Is(next, KeyKind.Scale) || scan.Tokens[next].Key.Value != 1000 || number >= 100)
            return (number, next);
        return IsWords(scan, next + 1) && NumberReader.At(scan, next + 1, (_, _) => false) is (< 1000 and var rest, var end) ? ((number * 1000) + rest, end) : (number * 1000, next + 1);
    }

    private static bool IsWords(Scan scan, int at) => scan.Is(at, KeyKind.Number) || scan.Is(at, KeyKind.Tens) || scan.Is(at, KeyKind.Hundred);

    private static (decimal Metres, int End) UnitAt(Scan scan, int at)
    {
        if (scan.Is(at, KeyKind.SizeUnit))
            return (scan.Tokens[at].Key.Value, at + 1);
        if (scan.IsWord(at, "m") && at + 1 < scan.Tokens.Length && scan.Tokens[at + 1] is { Kind: TokenKind.Number, Number: 2, Apart: false })
            return (1, at + 2);
        if (!scan.Is(at, KeyKind.Square))
            return default;
        at++;
        if (scan.IsSign(at, '.'))
            at++;
        var word = at < scan.Tokens.Length ? scan.WordAt(at) : default;
        var metres = word.StartsWith("f", StringComparison.OrdinalIgnoreCase) ? SquareFoot : word.StartsWith("m", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        return (metres, scan.IsSign(at + 1, '.') && at + 2 < scan.Tokens.Length ? at + 2 : at + 1);
    }

    // "1800 sft plus", "2000 sq ft or more", "1500 sqft max"
    private static KeyKind Behind(Scan scan, int end)
    {
        var at = scan.Is(end, KeyKind.Or) || scan.Is(end, KeyKind.And) ? end + 1 : end;
        return scan.IsSign(end, '+') || (scan.IsWord(end, "plus") && (end + 1 >= scan.Tokens.Length || scan.Tokens[end + 1].Kind == TokenKind.Symbol)) || scan.IsWord(end, "minimum") || scan.IsWord(end, "onwards") || (at > end && (scan.IsWord(at, "more") || scan.IsWord(at, "above") || scan.IsWord(at, "bigger") || scan.IsWord(at, "larger") || scan.IsWord(at, "up"))) ? KeyKind.AtLeast
            : scan.IsWord(end, "max") || scan.IsWord(end, "maximum") || (at > end && (scan.IsWord(at, "less") || scan.IsWord(at, "smaller") || scan.IsWord(at, "below"))) ? KeyKind.AtMost : KeyKind.None;
    }

    private static void Note(Scan scan, decimal low, decimal high, decimal metres, int start, int end, KeyKind behind)
    {
        var kind = low < high ? KeyKind.None : behind;
        var from = start;
        for (var i = start - 1; i >= Math.Max(0, start - 3) && kind == KeyKind.None; i--)
        {
            kind = scan.Tokens[i].Key.Kind is KeyKind.AtLeast or KeyKind.AtMost ? scan.Tokens[i].Key.Kind
                : scan.IsWord(i, "least") || scan.Is(i, KeyKind.More) || scan.IsWord(i, "bigger") || scan.IsWord(i, "larger") ? KeyKind.AtLeast
                : scan.IsWord(i, "smaller") && scan.Is(i + 1, KeyKind.Than) || scan.Is(i, KeyKind.To) && scan.IsWord(i - 1, "up") ? KeyKind.AtMost
                : KeyKind.None;
            if (kind == KeyKind.AtLeast && (scan.Is(i - 1, KeyKind.Not) || scan.IsWord(i - 1, "no")))
                (kind, from) = (KeyKind.AtMost, i - 1);
            else if (kind == KeyKind.AtMost && (scan.IsWord(i, "less") || scan.IsWord(i, "smaller")) && scan.Is(i - 1, KeyKind.Not))
                (kind, from) = (KeyKind.AtLeast, i - 1);
            else if (kind != KeyKind.None)
                from = scan.IsWord(i, "least") && scan.IsWord(i - 1, "at") ? i - 1 : i;
        }
        var unit = metres == 1 ? "m²" : "sq ft";
        string Number(decimal number) => number.ToString("#,0", CultureInfo.InvariantCulture);
        var (min, max, display) = kind switch
        {
            KeyKind.AtLeast => ((decimal?)low, (decimal?)null, $"at least {Number(low)} {unit}"),
            KeyKind.AtMost => (null, high, $"up to {Number(high)} {unit}"),
            _ when low < high => (low, high, $"{Number(low)} to {Number(high)} {unit}"),
            _ => (low * 0.9m, low * 1.1m, $"about {Number(low)} {unit}"),
        };
        if (scan.Find(FactFields.Size) is null)
            scan.Found(FactFields.Size, new(Min: Metres(min, metres), Max: Metres(max, metres), Unit: "m2"), display, 0.95, from, end);
        scan.Take(start, end);
    }

    private static decimal? Metres(decimal? number, decimal metres) => number is { } known ? Math.Round(known * metres, 1) : null;
}
