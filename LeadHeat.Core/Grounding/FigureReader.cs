using System.Globalization;

namespace LeadHeat.Core.Grounding;

/// <summary>
/// Reads every number of a text: <c>₹1.2 Cr</c>, <c>AED 1,850,000</c>, <c>12%</c>, <c>three weeks</c>, <c>2BHK</c>. It misses none that is written in digits:
/// what looks like nothing it knows is a plain number.
/// </summary>
internal static class FigureReader
{
    private static readonly (string Sign, string Currency)[] Before =
        [("₹", "INR"), ("rs.", "INR"), ("rs", "INR"), ("inr", "INR"), ("aed", "AED"), ("dhs", "AED"), ("dh", "AED"), ("us$", "USD"), ("$", "USD"), ("usd", "USD"), ("€", "EUR"), ("eur", "EUR"), ("£", "GBP"), ("gbp", "GBP")];

    private static readonly (string Word, string Currency)[] After =
        [("rupees", "INR"), ("rupee", "INR"), ("inr", "INR"), ("dirhams", "AED"), ("dirham", "AED"), ("aed", "AED"), ("dhs", "AED"), ("dollars", "USD"), ("dollar", "USD"), ("usd", "USD"), ("euros", "EUR"), ("euro", "EUR"), ("pounds", "GBP")];

    private static readonly (string Word, decimal Times)[] Scales =
    [
        ("crores", 10_000_000), ("crore", 10_000_000), ("cr", 10_000_000), ("lakhs", 100_000), ("lakh", 100_000), ("lacs", 100_000), ("lac", 100_000), ("l", 100_000),
        ("millions", 1_000_000), ("million", 1_000_000), ("mn", 1_000_000), ("m", 1_000_000), ("billion", 1_000_000_000), ("bn", 1_000_000_000),
        ("thousand", 1_000), ("k", 1_000),
    ];

    private static readonly Dictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> Words = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase)
    {
        ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11,
        ["twelve"] = 12, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16, ["eighteen"] = 18, ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50,
        ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90, ["hundred"] = 100,
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    public static void Read(ReadOnlySpan<char> text, List<Figure> found)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsAsciiDigit(text[at]))
                at = ReadDigits(text, at, found) - 1;
            else if (char.IsLetter(text[at]))
                at = ReadWord(text, at, found) - 1;
        }
    }

    private static int ReadWord(ReadOnlySpan<char> text, int start, List<Figure> found)
    {
        var end = start;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        if (end - start <= 8 && Words.TryGetValue(text[start..end], out var value))
        {
            var (after, kind, currency, times) = Unit(text, end);
            found.Add(new(start, (times > 1 || kind != FigureKind.Plain ? after : end) - start, value * times, times, kind, currency, IsWord: true));
        }

        return end;
    }

    private static int ReadDigits(ReadOnlySpan<char> text, int start, List<Figure> found)
    {
        var end = start;
        // A comma or point belongs to it when a digit follows.
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is ',' or '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
            end++;
        var digits = text[start..end];
        // Of 1.2.3 or of what is too long no sum is made: it is the number that no evidence has, unless it stands there as a whole.
        if (digits.Length > 18 || !decimal.TryParse(digits, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            value = -1 - (uint)string.GetHashCode(digits, StringComparison.Ordinal);
        var point = digits.LastIndexOf('.');
        var step = point < 0 || digits.Length > 18 ? 1 : (decimal)Math.Pow(10, point - digits.Length + 1);
        var sign = SignBefore(text[..start]);
        var (after, kind, currency, times) = Unit(text, end);
        if (sign is not null && kind == FigureKind.Plain)
            kind = FigureKind.Money;
        found.Add(new(start, after - start, value * times, step * times, kind, sign ?? currency, IsWord: false));
        return after;
    }

    private static string? SignBefore(ReadOnlySpan<char> before)
    {
        var text = before.TrimEnd(' ');
        foreach (var (sign, currency) in Before)
        {
            if (text.EndsWith(sign, StringComparison.OrdinalIgnoreCase) && (!char.IsLetter(sign[0]) || text.Length == sign.Length || !char.IsLetter(text[^(sign.Length + 1)])))
                return currency;
        }

        return null;
    }

    // "Cr", "L", "million", "%", "rupees": behind the number, at most one space away.
    private static (int End, FigureKind Kind, string? Currency, decimal Times) Unit(ReadOnlySpan<char> text, int end)
    {
        foreach (var (word, scale) in Scales)
        {
            if (Follows(text, end, word) is { } after)
                return Follows(text, after, After) is { } paid ? (paid.End, FigureKind.Money, paid.Currency, scale) : (after, FigureKind.Money, null, scale);
        }

        foreach (var sign in (ReadOnlySpan<string>)["%", "per cent", "percent"])
        {
            if (Follows(text, end, sign) is { } after)
                return (after, FigureKind.Percent, null, 1);
        }

        return Follows(text, end, After) is { } money ? (money.End, FigureKind.Money, money.Currency, 1) : (end, FigureKind.Plain, null, 1);
    }

    private static (int End, string Currency)? Follows(ReadOnlySpan<char> text, int end, (string Word, string Currency)[] words)
    {
        foreach (var (word, currency) in words)
        {
            if (Follows(text, end, word) is { } after)
                return (after, currency);
        }

        return null;
    }

    private static int? Follows(ReadOnlySpan<char> text, int end, string word)
    {
        var start = end < text.Length && (text[end] is ' ' or '\u00a0' or '-') ? end + 1 : end;
        var after = start + word.Length;
        return after <= text.Length && text[start..after].Equals(word, StringComparison.OrdinalIgnoreCase)
            && (after == text.Length || !char.IsLetterOrDigit(text[after]) || !char.IsLetter(word[^1])) ? after : null;
    }
}
