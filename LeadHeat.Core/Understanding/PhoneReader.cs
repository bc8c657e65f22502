using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Reads groups of digits, and what number they are in the countries that are likely.</summary>
internal static class PhoneReader
{
    public const int MostDigits = 17;

    /// <summary>Words that say that a number is to be called.</summary>
    public static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Naming = WordSet.Of("phone number call mobile whatsapp contact reach tel telephone cell landline ring mob ph no");

    // The number as it reads in the countries that are likely: with its code, else dialled at home.
    public static (string Text, double Confidence)? Normalize(Scan scan, ReadOnlySpan<char> digits, bool plus)
    {
        if (plus)
            return PhoneBook.International(digits) is { } international ? (international, 0.97) : null;
        var regions = Regions(scan);
        var asked = scan.Answers(FactFields.Phone);
        foreach (var region in regions)
        {
            if (PhoneBook.Abroad(digits, region) is { Length: > 6 } abroad && PhoneBook.International(abroad) is { } number)
                return (number, 0.95);
        }
        // What fits the country that was named is that country's, also where none has been given out yet.
        if (scan.DefaultRegion is { } home && digits[0] == '0' && PhoneBook.National(digits, home) is null && PhoneBook.NationalOf(digits, home) is { } local)
            return (local, 0.85);
        for (var i = 0; i < regions.Count; i++)
        {
            // What may be a landline may be any number: it is one when it was asked for, or named, or written as one.
            if (PhoneBook.National(digits, regions[i]) is { } number && (IsMobile(number) || digits[0] == '0' || asked || i == 0 && IsNamed(scan)))
                return (number, i == 0 ? 0.95 : 0.85);
        }
        // "8 916 …", as it is dialled within Russia
        if (digits.Length == 11 && digits.StartsWith("89") && PhoneBook.International($"7{digits[1..]}") is { } russian)
            return (russian, 0.85);
        return digits.Length >= 11 && PhoneBook.International(digits) is { } full && (IsMobile(full) || asked || IsNamed(scan)) ? (full, 0.9) : null;
    }

    private static bool IsMobile(string number) => number switch
    {
        ['+', '9', '1', >= '6', ..] => number.Length == 13,
        ['+', '9', '7', '1', '5', ..] => true,
        ['+', '1', ..] or ['+', '4', '4', '7', ..] or ['+', '6', '5', '8' or '9', ..] or ['+', '9', '6', '6', '5', ..] => true,
        _ => IsMobileAbroad(number),
    };

    // Where mobiles are told by how they begin, and are dialled without a zero in front.
    private static bool IsMobileAbroad(string number) => number.Length > 10 && Array.Exists(MobileStarts, start => number.AsSpan(1).StartsWith(start, StringComparison.Ordinal));

    private static readonly string[] MobileStarts =
        ["346", "347", "336", "337", "4915", "4916", "4917", "393", "3519", "614", "416", "417", "316", "436", "467", "474", "479", "9743", "9745", "9746", "9747", "9689", "9655", "9656", "9659", "9733", "923", "8801", "947", "254", "234", "276", "277", "278"];

    // "my number is", "call me on", "whatsapp"
    private static bool IsNamed(Scan scan)
    {
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            if (Naming.Contains(scan.WordAt(i)))
                return true;
        }
        return false;
    }

    private static List<string> Regions(Scan scan)
    {
        List<string> regions = [];
        foreach (var region in (ReadOnlySpan<string?>)[scan.DefaultRegion, scan.City?.Region, scan.Playbook.Region, .. scan.Playbook.Cities.Select(city => city.Region)])
        {
            if (region is not null && !regions.Contains(region))
                regions.Add(region);
        }
        // "mobile 055 204 8816" of one who pays in dirhams, or whose address ends in .ae: what none of the others has is that country's.
        if (RegionOf(scan.Known(FactFields.Budget)?.Unit) is { } paid && !regions.Contains(paid))
            regions.Add(paid);
        foreach (var token in scan.Tokens)
        {
            if (token.Key.Kind == KeyKind.Currency && RegionOf(token.Key.Text) is { } named && !regions.Contains(named))
                regions.Add(named);
        }
        if (scan.Find(FactFields.Email)?.Value.Text is [.., '.', var first, var second] && $"{char.ToUpperInvariant(first)}{char.ToUpperInvariant(second)}" is var ending && ending is "AE" or "IN" or "SA" or "QA" or "SG" && !regions.Contains(ending))
            regions.Add(ending);
        return regions;
    }

    private static string? RegionOf(string? currency) => currency switch { "AED" => "AE", "INR" => "IN", "SAR" => "SA", "QAR" => "QA", "SGD" => "SG", _ => null };

    // "0 5 4 - 3 3 1 - 8 0 9 2": a dash with spaces around it, in what begins as numbers do.
    private static bool IsSpaced(string text, int start, int end) => text[start] is '0' or '+' && end + 2 < text.Length && text[end] == ' ' && text[end + 1] is '-' or '–' && text[end + 2] == ' ';

    // Notes after each group of digits where it ends and how many digits there are by then; returns the number of groups.
    public static int Groups(string text, int start, Span<char> digits, Span<(int End, int Count)> ends)
    {
        var (groups, count, end) = (0, 0, start);
        for (var i = start; i < text.Length && i - end <= 2 + (IsSpaced(text, start, end) ? 1 : 0); i++)
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
            else if (text[i] is '\n' or '\r' && groups > 0 && count is >= 4 and < 10)
            {
                // A number that goes on in the next line: a few digits are another thing.
                if (i + 4 < text.Length && !text.AsSpan(i + 1, 4).ContainsAnyExceptInRange('0', '9'))
                    continue;
                break;
            }
            else if (!(text[i] is ' ' or '-' or '.' or '(' or ')' or '\u00a0' or '–' || (text[i] == '/' && count <= 5) || (text[i] == '+' && i == start)))
            {
                break;
            }
        }
        return groups;
    }
}
