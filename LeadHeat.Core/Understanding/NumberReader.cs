using System.Globalization;

namespace LeadHeat.Core.Understanding;

/// <summary>Reads one number as people write it: <c>1.5</c>, <c>1,5</c>, <c>twenty five</c>, <c>one and a half</c>, <c>two point five</c>, <c>dedh</c>.</summary>
internal static class NumberReader
{
    /// <summary>The number that begins at a token, and the token after it.</summary>
    /// <param name="measured">Whether a token is a scale or unit: Hindi numbers and comma decimals count only before one.</param>
    public static (decimal Number, int Next)? At(Scan scan, int at, Func<Scan, int, bool> measured)
    {
        if (!scan.IsFree(at))
            return null;
        var token = scan.Tokens[at];
        var read = token.Kind == TokenKind.Number ? Digits(scan, at, measured)
            : token.Key.Kind switch
            {
                KeyKind.Half => (0.5m, scan.Is(at + 1, KeyKind.Article) ? at + 2 : at + 1),
                KeyKind.Number or KeyKind.Tens or KeyKind.Hundred => Words(scan, at, measured),
                KeyKind.HindiNumber when measured(scan, at + 1) => (token.Key.Value, at + 1),
                KeyKind.Article => Article(scan, at, measured),
                KeyKind.TimeUnit when token.Key.Value == 3 => Quarter(scan, at, 1, measured),
                _ => HindiParts.At(scan, at, measured),
            };
        return read is var (number, next) ? Half(scan, number, next, measured) : null;
    }

    // "1,5 cr" is one and a half; "2½" too is one number.
    private static (decimal, int)? Digits(Scan scan, int at, Func<Scan, int, bool> measured)
    {
        var number = scan.Tokens[at].Number;
        // 400.000 euro is four hundred thousand; 1.250 crore is not.
        if (IsPointGrouped(scan, at) && !measured(scan, at + 1))
            return (number * 1000, at + 1);
        if (SpaceGroups(scan, at) is var grouped && grouped > at + 1)
            return (decimal.Parse(scan.Span(at, grouped).Of(scan.Text).Replace(" ", "", StringComparison.Ordinal), CultureInfo.InvariantCulture), grouped);
        if (scan.IsSign(at + 1, '½') && !scan.Tokens[at + 1].Apart)
            return (number + 0.5m, at + 2);
        if (IsCommaDecimal(scan, at) && measured(scan, at + 3))
            return (number + (scan.Tokens[at + 2].Number / (scan.Tokens[at + 2].Length == 1 ? 10 : 100)), at + 3);
        return PointOrQuarters(scan, number, at + 1, measured);
    }

    // "400 000 dirham", beside a currency only.
    private static int SpaceGroups(Scan scan, int at)
    {
        var end = at + 1;
        while (end < scan.Tokens.Length && end <= at + 3 && scan.Tokens[at].Length <= 3 && scan.Tokens[end] is { Kind: TokenKind.Number, Length: 3, Taken: false } group && group.Start == scan.Tokens[end - 1].End + 1)
            end++;
        return scan.Is(end, KeyKind.Currency) || scan.Is(at - 1, KeyKind.Currency) ? end : at + 1;
    }

    private static bool IsPointGrouped(Scan scan, int at)
    {
        var digits = scan.WordAt(at);
        return digits.Length is >= 5 and <= 7 && digits[^4] == '.' && digits[0] != '0' && !digits.Contains(',');
    }

    private static bool IsCommaDecimal(Scan scan, int at) =>
        scan.Tokens[at].Number < 1000 && scan.IsSign(at + 1, ',') && !scan.Tokens[at + 1].Apart && at + 2 < scan.Tokens.Length
        && scan.Tokens[at + 2] is { Kind: TokenKind.Number, Apart: false, Length: <= 2 };

    private static (decimal, int)? Words(Scan scan, int at, Func<Scan, int, bool> measured)
    {
        // "one twenty five lakhs": a hundred is left out before a scale.
        if (scan.Tokens[at].Key is { Kind: KeyKind.Number, Value: < 10 } hundreds && scan.Is(at + 1, KeyKind.Tens) && scan.IsFree(at + 1))
        {
            var end = scan.Tokens.Length > at + 2 && scan.Tokens[at + 2].Key is { Kind: KeyKind.Number, Value: < 10 } ? at + 3 : at + 2;
            if (measured(scan, end))
                return ((hundreds.Value * 100) + scan.Tokens[at + 1].Key.Value + (end > at + 2 ? scan.Tokens[at + 2].Key.Value : 0), end);
        }
        decimal number = 0;
        for (; scan.IsFree(at); at++)
        {
            var key = scan.Tokens[at].Key;
            if (scan.IsSign(at, '-') && scan.Is(at - 1, KeyKind.Tens) && scan.Is(at + 1, KeyKind.Number))
                continue;
            // "two hundred and fifty"
            if (key.Kind == KeyKind.And && scan.Is(at - 1, KeyKind.Hundred) && scan.IsFree(at + 1) && scan.Tokens[at + 1].Key.Kind is (KeyKind.Tens or KeyKind.Number) && !scan.Is(at + 2, KeyKind.Hundred))
                continue;
            if (key.Kind == KeyKind.Hundred)
                number = Math.Max(number, 1) * 100;
            else if (key.Kind == KeyKind.Tens && number % 100 == 0 && (number == 0 || IsBehindHundred(scan, at)))
                number += key.Value;
            else if (key.Kind == KeyKind.Number && (number == 0 || (number % 10 == 0 && key.Value < 10 && !scan.Is(at - 1, KeyKind.Number)) || IsBehindHundred(scan, at)))
                number += key.Value;
            else
                break;
        }
        return PointOrQuarters(scan, number, at, measured);
    }

    private static bool IsBehindHundred(Scan scan, int at) => scan.Is(scan.Is(at - 1, KeyKind.And) ? at - 2 : at - 1, KeyKind.Hundred);

    // "two point five", "three quarters of a (million)"
    private static (decimal, int)? PointOrQuarters(Scan scan, decimal number, int at, Func<Scan, int, bool> measured)
    {
        if (scan.IsWord(at, "point") && at + 1 < scan.Tokens.Length)
        {
            var part = scan.Tokens[at + 1];
            var digits = part.Kind == TokenKind.Number ? part.Number : part.Key.Kind is KeyKind.Number or KeyKind.Tens ? part.Key.Value : -1;
            // "one point two five": figure by figure.
            if (part.Key.Kind == KeyKind.Number && digits is >= 0 and < 10 && at + 2 < scan.Tokens.Length && scan.Tokens[at + 2] is { Taken: false, Key: { Kind: KeyKind.Number, Value: < 10 } } more && measured(scan, at + 3))
                return (number + (digits / 10) + (more.Key.Value / 100), at + 3);
            if (digits is >= 0 and < 100)
                return (number + (digits / (digits < 10 ? 10 : 100)), at + 2);
        }
        return scan.Is(at, KeyKind.TimeUnit) && scan.Tokens[at].Key.Value == 3 && Quarter(scan, at, number, measured) is { } quarters ? quarters : (number, at);
    }

    private static (decimal, int)? Quarter(Scan scan, int at, decimal count, Func<Scan, int, bool> measured)
    {
        var next = at + 1;
        while (scan.IsWord(next, "of") || scan.Is(next, KeyKind.Article))
            next++;
        return scan.Is(next, KeyKind.Scale) && measured(scan, next) ? (count / 4, next) : null;
    }

    // a (crore), a couple of, a hundred, a quarter (million)
    private static (decimal, int)? Article(Scan scan, int at, Func<Scan, int, bool> measured)
    {
        if (measured(scan, at + 1))
            return (1, at + 1);
        if (scan.IsWord(at + 1, "couple"))
            return (2, scan.IsWord(at + 2, "of") ? at + 3 : at + 2);
        if (scan.Is(at + 1, KeyKind.Half))
            return (0.5m, at + 2);
        return scan.Is(at + 1, KeyKind.Hundred) ? Words(scan, at + 1, measured)
            : scan.Is(at + 1, KeyKind.TimeUnit) && scan.Tokens[at + 1].Key.Value == 3 ? Quarter(scan, at + 1, 1, measured)
            : null;
    }

    // "one and a half", "two and half", "couple of"
    private static (decimal, int) Half(Scan scan, decimal number, int next, Func<Scan, int, bool> measured)
    {
        if (scan.IsWord(next - 1, "couple") && scan.IsWord(next, "of"))
            return (number, next + 1);
        if (!scan.Is(next, KeyKind.And) || number != decimal.Truncate(number))
            return (number, next);
        var half = scan.Is(next + 1, KeyKind.Article) ? next + 2 : next + 1;
        if (half > next + 1 && scan.Is(half, KeyKind.TimeUnit) && scan.Tokens[half].Key.Value == 3 && measured(scan, half + 1))
            return (number + 0.25m, half + 1);
        return scan.Is(half, KeyKind.Half) && (half > next + 1 || measured(scan, half + 1)) ? (number + 0.5m, half + 1) : (number, next);
    }
}
