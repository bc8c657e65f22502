using System.Text;

namespace LeadHeat.Core.Understanding;

/// <summary>Reads digits that are said one by one: <c>nine eight double four zero</c>, <c>98450 triple one 23</c>.</summary>
internal static class SpokenDigits
{
    private const int FewestDigits = 8;
    private const int MostDigits = 15;
    private const int FewestWords = 3;

    /// <summary>The first run of digits that is long enough for a phone number, at least partly in words; null when there is none.</summary>
    public static (string Digits, bool Plus, int First, int End)? In(Scan scan)
    {
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            var digits = new StringBuilder();
            var end = Read(scan, i, digits, out var words);
            if (digits.Length >= FewestDigits && digits.Length <= MostDigits && words >= FewestWords && !IsMeasured(scan, end))
                return (digits.ToString(), scan.IsWord(i - 1, "plus") || scan.IsSign(i - 1, '+'), i, end);
            i = Math.Max(i, end - 1);
        }
        return null;
    }

    private static int Read(Scan scan, int at, StringBuilder digits, out int words)
    {
        var end = at;
        for (words = 0; at < scan.Tokens.Length && digits.Length <= MostDigits; at++)
        {
            var times = scan.IsWord(at, "double") ? 2 : scan.IsWord(at, "triple") || scan.IsWord(at, "treble") ? 3 : 1;
            var digit = times > 1 ? at + 1 : at;
            if (DigitAt(scan, digit, times == 1) is { } read)
            {
                for (var i = 0; i < times; i++)
                    digits.Append(read);
                // Nobody says "double 1" but of a number.
                words += times > 1 ? FewestWords : scan.Tokens[digit].Kind == TokenKind.Word ? 1 : 0;
                // "oh nine hundred four one six"
                if (scan.IsFree(digit + 1) && scan.IsWord(digit + 1, "hundred") && times == 1 && digits.Length > 1 && scan.Tokens[digit].Kind == TokenKind.Word)
                {
                    digits.Append("00");
                    digit++;
                }
                (at, end) = (digit, digit + 1);
            }
            else if (TensAt(scan, at) is { } pair)
            {
                digits.Append(pair);
                words++;
                end = ++at + 1;
            }
            else if (digits.Length == 0 || !(scan.IsSign(at, ',') || scan.IsSign(at, '-') || scan.IsSign(at, '.') || scan.IsSign(at, '…')))
            {
                break;
            }
        }
        return end;
    }

    // "ninety eight eight six …": tens with a digit behind them are two.
    private static string? TensAt(Scan scan, int at) => scan.IsFree(at) && scan.Is(at, KeyKind.Tens) && scan.IsFree(at + 1) && scan.Tokens[at + 1].Key is { Kind: KeyKind.Number, Value: > 0 and < 10 } digit
        ? ((int)(scan.Tokens[at].Key.Value + digit.Value)).ToString() : null;

    // A group of figures counts too; "twelve" and "forty five" may be meant in several ways.
    private static string? DigitAt(Scan scan, int at, bool groups)
    {
        if (!scan.IsFree(at))
            return null;
        var token = scan.Tokens[at];
        if (token.Kind == TokenKind.Number)
            return (groups || token.Length == 1) && scan.WordAt(at).IndexOfAnyExceptInRange('0', '9') < 0 ? scan.WordAt(at).ToString() : null;
        if (scan.IsWord(at, "zero") || scan.IsWord(at, "oh") || scan.IsWord(at, "o") || scan.IsWord(at, "nought") || scan.IsWord(at, "shunya") || scan.IsWord(at, "sifar"))
            return "0";
        return token is { Kind: TokenKind.Word, Key: { Kind: KeyKind.Number or KeyKind.HindiNumber, Value: 1 or 2 or 3 or 4 or 5 or 6 or 7 or 8 or 9 } } && !scan.IsWord(at, "couple") && !scan.IsWord(at, "few") ? ((int)token.Key.Value).ToString() : null;
    }

    private static bool IsMeasured(Scan scan, int end) =>
        end < scan.Tokens.Length && scan.Tokens[end].Key.Kind is KeyKind.Number or KeyKind.Tens or KeyKind.Hundred or KeyKind.Scale or KeyKind.Currency or KeyKind.Bed or KeyKind.TimeUnit;
}
