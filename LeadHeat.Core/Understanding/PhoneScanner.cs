using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Finds phone numbers and writes them in E.164: <c>+91 98450 12345</c>, <c>0501234567</c>.</summary>
internal static class PhoneScanner
{
    private const int MostDigits = 15;

    public static void Run(Scan scan)
    {
        var text = scan.Text;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) && text[i] != '+' && text[i] != '(')
                continue;
            if (i > 0 && char.IsLetterOrDigit(text[i - 1]))
                continue;
            if (NumberAt(scan, i) is not var (number, confidence, end))
                continue;
            if (scan.Find(FactFields.Phone) is null)
                scan.Values.Add(new(FactFields.Phone, new(Text: number), number, confidence, [new(i, end - i)]));
            scan.Take(scan.TokenAt(i), scan.TokenAt(end));
            i = end - 1;
        }
    }

    // The longest number that begins here: in "98450 12345 5pm" it ends before the hour.
    private static (string Text, double Confidence, int End)? NumberAt(Scan scan, int start)
    {
        Span<char> digits = stackalloc char[MostDigits];
        Span<(int End, int Count)> ends = stackalloc (int, int)[MostDigits];
        for (var i = Read(scan.Text, start, digits, ends) - 1; i >= 0; i--)
        {
            var (end, count) = ends[i];
            if (count >= 7 && (end == scan.Text.Length || !char.IsLetterOrDigit(scan.Text[end])) && !IsTaken(scan, start, end) && !IsMoney(scan, start, end)
                && Normalize(digits[..count], scan.Text[start] == '+', RegionOf(scan), scan.Answers(FactFields.Phone)) is var (number, confidence))
                return (number, confidence, end);
        }
        return null;
    }

    /// <summary>A number of a country that we know, or with its own country code.</summary>
    internal static (string Text, double Confidence)? Normalize(ReadOnlySpan<char> digits, bool plus, string region, bool asked)
    {
        if (!plus && digits is ['0', '0', .. var international])
        {
            digits = international;
            plus = true;
        }
        if (digits is ['9', '1', .. var india] && india.Length == 10 && india[0] >= '6')
            return ($"+91{india}", 0.97);
        if (digits is ['9', '7', '1', .. var emirates] && IsEmirati(emirates is ['0', .. var short1] ? short1 : emirates))
            return ($"+971{(emirates[0] == '0' ? emirates[1..] : emirates)}", 0.97);
        if (plus)
            return digits.Length is >= 8 and <= MostDigits && digits[0] != '0' && digits is not (['9', '1', ..] or ['9', '7', '1', ..]) ? ($"+{digits}", 0.9) : null;
        if (digits.Length == 10 && digits[0] >= '6')
            return ($"+91{digits}", region == "IN" ? 0.95 : 0.8);
        if (digits is ['0', .. var national] && national.Length == 10 && national[0] >= '6')
            return ($"+91{national}", 0.9);
        if (digits is ['0', .. var local] && IsEmirati(local) && (local[0] == '5' || region == "AE"))
            return ($"+971{local}", 0.93);
        return asked && region == "AE" && digits.Length == 9 && digits[0] == '5' ? ($"+971{digits}", 0.9) : null;
    }

    private static bool IsEmirati(ReadOnlySpan<char> digits) =>
        digits.Length == 9 ? digits[0] == '5' && digits[1] is '0' or '2' or '4' or '5' or '6' or '8' : digits.Length == 8 && digits[0] is '2' or '3' or '4' or '6' or '7' or '9';

    private static string RegionOf(Scan scan) => scan.DefaultRegion ?? scan.City?.Region ?? scan.Playbook.Region;

    // Notes after each group of digits where it ends and how many digits there are by then; returns the number of groups.
    private static int Read(string text, int start, Span<char> digits, Span<(int End, int Count)> ends)
    {
        var (groups, count, end) = (0, 0, start);
        for (var i = start; i < text.Length && i - end <= 2; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                if (count == digits.Length)
                    return groups;
                digits[count++] = text[i];
                end = i + 1;
                if (end == text.Length || !char.IsAsciiDigit(text[end]))
                    ends[groups++] = (end, count);
            }
            else if (!(text[i] is ' ' or '-' or '.' or '(' or ')' or '\u00a0' || (text[i] == '+' && i == start)))
            {
                break;
            }
        }
        return groups;
    }

    private static bool IsTaken(Scan scan, int start, int end)
    {
        for (var token = scan.TokenAt(start); token < scan.Tokens.Length && scan.Tokens[token].Start < end; token++)
        {
            if (scan.Tokens[token].Taken)
                return true;
        }
        return false;
    }

    private static bool IsMoney(Scan scan, int start, int end)
    {
        var before = scan.TokenAt(start) - 1;
        var after = scan.TokenAt(end);
        return scan.Is(before, KeyKind.Currency) || (scan.IsSign(before, '.') && scan.Is(before - 1, KeyKind.Currency))
            || scan.Is(after, KeyKind.Currency) || scan.Is(after, KeyKind.Scale) || scan.Is(before, KeyKind.Money);
    }
}
