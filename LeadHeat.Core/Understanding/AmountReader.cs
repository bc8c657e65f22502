namespace LeadHeat.Core.Understanding;

/// <summary>A number that may be money, with the scale and currency written beside it.</summary>
/// <param name="Scale">The factor: 10,000,000 for crore; null when none was written.</param>
/// <param name="Currency">As written beside it.</param>
/// <param name="ImpliedCurrency">What the scale says: crores are rupees.</param>
internal readonly record struct Amount(decimal Number, decimal? Scale, string? Currency, string? ImpliedCurrency, int Start, int End)
{
    public decimal Value => Number * (Scale ?? 1);
}

/// <summary>Reads one amount: <c>₹1.8 Cr</c>, <c>Rs. 50,00,000/-</c>, <c>2m AED</c>, <c>one and a half crore</c>, <c>half a million</c>.</summary>
internal static class AmountReader
{
    private const decimal Largest = 100_000_000_000;

    public static Amount? At(Scan scan, int start)
    {
        var at = start;
        string? currency = null;
        if (scan.Is(at, KeyKind.Currency) && scan.IsFree(at))
        {
            currency = scan.Tokens[at++].Key.Text;
            if (scan.IsSign(at, '.'))
                at++;
        }
        if (NumberAt(scan, at) is not var (number, next) || number <= 0)
            return null;
        at = next;
        decimal? scale = null;
        string? implied = null;
        if (IsScale(scan, at))
        {
            scale = scan.Tokens[at].Key.Value;
            implied = scan.Tokens[at++].Key.Text;
        }
        else if (number < 1 || IsOtherwiseCounted(scan, at))
        {
            return null;
        }
        if (currency is null && scan.Is(at, KeyKind.Currency) && scan.IsFree(at))
            currency = scan.Tokens[at++].Key.Text;
        if (scan.IsSign(at, '/') && scan.IsSign(at + 1, '-'))
            at += 2;
        return number * (scale ?? 1) <= Largest ? new(number, scale, currency, implied, start, at) : null;
    }

    // 1.5, two, half a, one and a half, a (crore)
    private static (decimal Number, int Next)? NumberAt(Scan scan, int at)
    {
        if (!scan.IsFree(at))
            return null;
        if (scan.Is(at, KeyKind.Half))
            return (0.5m, scan.Is(at + 1, KeyKind.Article) ? at + 2 : at + 1);
        var token = scan.Tokens[at];
        var number = token.Kind == TokenKind.Number ? token.Number : token.Key.Kind == KeyKind.Number ? token.Key.Value : 0;
        if (token.Key.Kind == KeyKind.Article && IsScale(scan, at + 1))
            return (1, at + 1);
        if (number == 0)
            return null;
        return scan.Is(at + 1, KeyKind.And) && scan.Is(at + 2, KeyKind.Article) && scan.Is(at + 3, KeyKind.Half)
            ? (number + 0.5m, at + 4) : (number, at + 1);
    }

    // "2L" and "2 L" are lakhs, "2 l" may be litres; "2m" is millions, "2 m" may be metres.
    private static bool IsScale(Scan scan, int at)
    {
        if (!scan.Is(at, KeyKind.Scale) || !scan.IsFree(at))
            return false;
        var token = scan.Tokens[at];
        return token.Length > 1 || !token.Apart || (token.Capital && token.Length == 1);
    }

    // "2nd", "2 BHK", "3 months", "5 pm", "12%" count something else.
    private static bool IsOtherwiseCounted(Scan scan, int at)
    {
        if (at >= scan.Tokens.Length)
            return false;
        var next = scan.Tokens[at];
        return next.Key.Kind is KeyKind.Bed or KeyKind.Bath or KeyKind.TimeUnit or KeyKind.SizeUnit or KeyKind.Square
            || (next.Kind == TokenKind.Word && !next.Apart)
            || scan.IsSign(at, '%') || (scan.IsSign(at, '.') && !next.Apart && at + 1 < scan.Tokens.Length && scan.Tokens[at + 1].Kind == TokenKind.Number);
    }
}
