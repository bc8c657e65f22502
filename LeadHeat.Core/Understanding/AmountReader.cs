namespace LeadHeat.Core.Understanding;

/// <summary>A number that may be money, with the scale and currency written beside it.</summary>
/// <param name="Number">As written, without its scale.</param>
/// <param name="Scale">The factor: 10,000,000 for crore; null when none was written.</param>
/// <param name="Currency">As written beside it.</param>
/// <param name="ImpliedCurrency">What the scale says: crores are rupees.</param>
internal readonly record struct Amount(decimal Number, decimal? Scale, string? Currency, string? ImpliedCurrency, int Start, int End)
{
    public decimal Value => Number * (Scale ?? 1);

    /// <summary>Whether it is written as nearly so: "2ish cr".</summary>
    public bool IsAbout { get; init; }
}

/// <summary>Reads one amount: <c>₹1.8 Cr</c>, <c>Rs. 50,00,000/-</c>, <c>2m AED</c>, <c>one and a half crore</c>, <c>2 crore 50 lakhs</c>.</summary>
internal static class AmountReader
{
    private const decimal Largest = 100_000_000_000;

    /// <summary>The amount that begins at a token.</summary>
    /// <param name="sure">Whether money is spoken of: then "2 m" is millions and not metres.</param>
    public static Amount? At(Scan scan, int start, bool sure)
    {
        if (AmountParts.At(scan, start, sure) is { } part)
            return part;
        var at = start;
        var currency = CurrencyAt(scan, ref at);
        sure |= currency is not null;
        if (NumberReader.At(scan, at, (tokens, token) => IsScale(tokens, token, sure)) is not var (number, next) || number <= 0)
            return null;
        at = next;
        // "80-85ish lakhs", "two-ish crore"
        var ish = scan.IsWord(at, "ish") ? at + 1 : scan.IsSign(at, '-') && scan.IsWord(at + 1, "ish") ? at + 2 : at;
        if (ish > at && !IsScale(scan, ish, sure) && !scan.Is(ish, KeyKind.Currency) && !scan.IsSign(ish, '('))
            ish = at;
        var isAbout = ish > at;
        at = ish;
        // "1.7? cr i mean"
        if (scan.IsSign(at, '?') && IsScale(scan, at + 1, sure) && (at + 2 == scan.Tokens.Length || scan.IsWord(at + 2, "i") || scan.Tokens[at + 2].Kind == TokenKind.Symbol))
            at++;
        decimal? scale = null;
        string? implied = null;
        if (IsScale(scan, at, sure))
        {
            scale = scan.Tokens[at].Key.Value;
            implied = scan.Tokens[at++].Key.Text;
            at = Compound(scan, start, at, ref number, ref scale, ref implied, sure);
        }
        else if (number < 1 || IsOtherwiseCounted(scan, start, at, currency is not null))
        {
            return null;
        }
        else if (currency is null && ScaleApart(scan, at) is { } apart)
        {
            (scale, implied) = (apart.Value, apart.Text);
        }
        // In "2m+ AED" the plus is read as a bound later.
        var after = scan.IsSign(at, '+') ? at + 1 : at;
        if (currency is null && CurrencyAt(scan, ref after) is { } behind)
            (currency, at) = (behind, scan.IsSign(at, '+') ? at : after);
        if (scan.IsSign(at, '/') && (scan.IsSign(at + 1, '-') || scan.IsSign(at + 1, '=')))
            at += 2;
        return number * (scale ?? 1) <= Largest ? new(number, scale, currency, implied, start, at) { IsAbout = isAbout } : null;
    }

    // "85 se zyada nahi, lakh mein", "85 to 95, in lakhs": the scale of all bare numbers stands behind them.
    private static Keyword? ScaleApart(Scan scan, int from)
    {
        for (var at = from; at < scan.Tokens.Length; at++)
        {
            if (!scan.Is(at, KeyKind.Scale) || scan.Tokens[at].Length < 2 || scan.Tokens[at].Key.Text is null)
                continue;
            var counted = AmountParts.IsCounted(scan, at - 1) || scan.Is(at - 1, KeyKind.Half);
            return !counted && (scan.IsWord(at - 1, "in") || scan.IsSign(at - 1, '(') || (scan.IsSign(at - 1, ',') && (scan.IsWord(at + 1, "i") || at + 1 == scan.Tokens.Length)) || scan.IsWord(at + 1, "mein") || scan.IsWord(at + 1, "me") || scan.IsWord(at + 1, "main")) ? scan.Tokens[at].Key : null;
        }
        return null;
    }

    // Rs. | US$ | AED
    private static string? CurrencyAt(Scan scan, ref int at)
    {
        if (!scan.IsFree(at))
            return null;
        if (scan.IsWord(at, "us") && scan.IsSign(at + 1, '$') && !scan.Tokens[at + 1].Apart)
            at++;
        if (!scan.Is(at, KeyKind.Currency))
            return null;
        var currency = scan.Tokens[at++].Key.Text;
        if (currency == Keywords.AnyCurrency)
            currency = scan.Currency;
        if (scan.IsSign(at, '.') && !scan.Tokens[at].Apart && at + 1 < scan.Tokens.Length && scan.Tokens[at + 1].Kind == TokenKind.Number)
            at++;
        return currency;
    }

    // "2 crore 50 lakhs", "1 cr and 20 lakh", "500 thousand million" is none; "a million and a half"; "5 hundred k".
    private static int Compound(Scan scan, int start, int at, ref decimal number, ref decimal? scale, ref string? implied, bool sure)
    {
        if (scan.Is(at, KeyKind.Scale) && scan.Tokens[at].Key.Value > scale && scale == 1000 && scan.Tokens[at].Key.Text is null)
            return at;
        if (AmountParts.IsAndHalf(scan, at))
        {
            number += 0.5m;
            return at + 2;
        }
        if (SmallerUnit(scan, at, scale!.Value, number) is var (part100, end) && part100 > 0)
        {
            number += part100;
            return end;
        }
        // "Between half a million and 700k" has two ends.
        if (scan.Is(at, KeyKind.And) && (scan.Is(start - 1, KeyKind.Between) || scan.Is(start - 2, KeyKind.Between)))
            return at;
        var part = scan.Is(at, KeyKind.And) ? at + 1 : at;
        if (part > at && scan.Is(part, KeyKind.Article) && scan.Is(part + 1, KeyKind.Half) && !IsScale(scan, part + 2, sure))
        {
            number += 0.5m;
            return part + 2;
        }
        if (NumberReader.At(scan, part, (tokens, token) => IsScale(tokens, token, sure)) is not var (more, next))
            return at;
        // "two thousand five hundred pounds"
        if (scale == 1000 && scan.Tokens[part].Kind == TokenKind.Word && more is >= 100 and < 1000 && number == decimal.Truncate(number) && !IsScale(scan, next, sure))
        {
            number += more / 1000;
            return next;
        }
        if (!IsScale(scan, next, sure) || scan.Tokens[next].Key.Value is var small && (small >= scale || more * small >= scale))
            return at;
        number += more * scan.Tokens[next].Key.Value / scale!.Value;
        implied ??= scan.Tokens[next].Key.Text;
        return next + 1;
    }

    // "Two crore fifty" is two crores and fifty lakhs, "one lakh twenty" twenty thousand more: in words, with nothing counted behind them.
    private static (decimal Part, int End)? SmallerUnit(Scan scan, int at, decimal scale, decimal number)
    {
        if (scale is not (10_000_000 or 100_000) || number != decimal.Truncate(number) || !scan.IsFree(at) || scan.Tokens[at].Key.Kind is not (KeyKind.Number or KeyKind.Tens)
            || NumberReader.At(scan, at, (_, _) => false) is not var (more, end) || more is < 5 or > 99 || more != decimal.Truncate(more))
            return null;
        var ends = end >= scan.Tokens.Length || NameFinder.IsPlace(scan, end) || (scan.Tokens[end].Kind == TokenKind.Symbol && !scan.IsSign(end, '%') && !scan.IsSign(end, '/')) || GoesOn.Contains(scan.WordAt(end));
        return ends ? (more / 100, end) : null;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> GoesOn = WordSet.Of(
        "is was are would will should can could but and or max maximum total only at tops all as if because for in not tak including with that this it's please also maybe it");

    // "2L" and "2 L" are lakhs, "2 l" may be litres; "2m" is millions, "2 m" may be metres.
    public static bool IsScale(Scan scan, int at, bool sure)
    {
        if (!scan.Is(at, KeyKind.Scale) || !scan.IsFree(at))
            return false;
        var token = scan.Tokens[at];
        return token.Length > 1 || !token.Apart || token.Capital || sure || scan.IsWord(at, "k");
    }

    // "2nd", "2 BHK", "3 months", "5 pm", "12%" count something else.
    private static bool IsOtherwiseCounted(Scan scan, int start, int at, bool hasCurrency)
    {
        if (at >= scan.Tokens.Length)
            return false;
        var next = scan.Tokens[at];
        return next.Key.Kind is KeyKind.Bed or KeyKind.Bath or KeyKind.SizeUnit or KeyKind.Square
            || (next.Key.Kind == KeyKind.TimeUnit && !hasCurrency)
            || (next.Kind == TokenKind.Word && !next.Apart && next.Key.Kind != KeyKind.Currency && !hasCurrency)
            || scan.IsSign(at, '%') || (scan.IsSign(at, '.') && !next.Apart && at + 1 < scan.Tokens.Length && scan.Tokens[at + 1] is { Kind: TokenKind.Number, Apart: false })
            || (scan.IsSign(at, ':') && at + 1 < scan.Tokens.Length && scan.Tokens[at + 1].Kind == TokenKind.Number)
            || (start > 0 && !scan.Tokens[start].Apart && (scan.IsSign(start - 1, '.') || scan.Tokens[start - 1].Kind == TokenKind.Word) && !hasCurrency && !scan.Is(start - 1, KeyKind.Currency));
    }
}
