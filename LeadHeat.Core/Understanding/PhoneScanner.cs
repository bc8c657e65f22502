using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Finds phone numbers and writes them in E.164: <c>+91 98450 12345</c>, <c>0501234567</c>.</summary>
internal static class PhoneScanner
{
    private const int MostDigits = 17;

    public static void Run(Scan scan)
    {
        var text = scan.Text;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) && text[i] != '+' && text[i] != '(')
                continue;
            if (i > 0 && char.IsLetterOrDigit(text[i - 1]) && !IsLabelled(text, i))
                continue;
            if (NumberAt(scan, i) is not var (number, confidence, end))
                continue;
            if (IsOurs(scan, i))
                continue;
            if (IsRejected(scan, i))
            {
                i = end - 1;
                continue;
            }
            if (scan.Find(FactFields.Phone) is { } before && IsCorrected(scan, before.Spans[0].End, i))
                scan.Values.Remove(before);
            if (scan.Find(FactFields.Phone) is null)
                scan.Values.Add(new(FactFields.Phone, new(Text: number), number, confidence, [new(i, end - i)]));
            scan.Take(scan.TokenAt(i), scan.TokenAt(end));
            i = end - 1;
        }
        if (scan.Find(FactFields.Phone) is null && SpokenDigits.In(scan) is var (digits, plus, first, last) && Normalize(scan, digits, plus) is var (spoken, trust))
            scan.Found(FactFields.Phone, new(Text: spoken), spoken, trust - 0.05, first, last);
        if (scan.Find(FactFields.Phone) is { } found && IsAmended(scan, scan.TokenAt(found.Spans[0].End)))
            scan.Values.Remove(found);
    }

    // "ph9845012345": the word for a number is stuck to it.
    private static bool IsLabelled(string text, int start)
    {
        var first = start;
        while (first > 0 && char.IsAsciiLetter(text[first - 1]))
            first--;
        return first < start && (first == 0 || !char.IsLetterOrDigit(text[first - 1])) && Naming.Contains(text.AsSpan(first, start - first));
    }

    // "Not 98450 12354", "my old number 98450 12345"
    private static bool IsRejected(Scan scan, int start)
    {
        var token = scan.TokenAt(start);
        return scan.IsWord(token - 1, "not") || scan.IsWord(token - 1, "old") || (scan.IsWord(token - 2, "old") && scan.IsWord(token - 1, "number")) || (scan.IsWord(token - 3, "old") && scan.IsWord(token - 1, "is"));
    }

    // "… 12342, sorry, 24 not 42 at the end": which digits are meant is anybody's guess.
    private static bool IsAmended(Scan scan, int from)
    {
        var corrected = -1;
        for (var i = from; i < Math.Min(scan.Tokens.Length, from + 12); i++)
        {
            if (corrected < 0 && i < from + 5 && (IsCorrecting(scan, i) || scan.IsWord(i, "oops") || scan.IsWord(i, "mistake")))
                corrected = i;
            else if (corrected >= 0 && scan.Tokens[i].Kind == TokenKind.Number)
                return scan.Tokens[i] is { Taken: false, Length: <= 6 } && (i + 1 >= scan.Tokens.Length || scan.Tokens[i + 1].Key.Kind is KeyKind.None or KeyKind.Not or KeyKind.About);
        }
        return false;
    }

    // "Is your number still 080 4123 4567?"
    private static bool IsOurs(Scan scan, int start)
    {
        var token = scan.TokenAt(start);
        for (var i = token - 1; i >= Math.Max(0, token - 4); i--)
        {
            if (scan.IsWord(i, "your"))
                return true;
        }
        return false;
    }

    private static bool IsCorrected(Scan scan, int from, int to)
    {
        for (var i = scan.TokenAt(from); i < scan.TokenAt(to); i++)
        {
            if (IsCorrecting(scan, i))
                return true;
        }
        return false;
    }

    private static bool IsCorrecting(Scan scan, int i) =>
        scan.IsWord(i, "sorry") || scan.IsWord(i, "actually") || scan.IsWord(i, "rather") || scan.IsWord(i, "correction") || scan.IsWord(i, "wait") || scan.IsWord(i, "mean");

    // The longest number that begins here: in "98450 12345 5pm" it ends before the hour.
    private static (string Text, double Confidence, int End)? NumberAt(Scan scan, int start)
    {
        Span<char> digits = stackalloc char[MostDigits];
        Span<(int End, int Count)> ends = stackalloc (int, int)[MostDigits];
        for (var i = Read(scan.Text, start, digits, ends) - 1; i >= 0; i--)
        {
            var (end, count) = ends[i];
            if (count >= 7 && (end == scan.Text.Length || !char.IsLetterOrDigit(scan.Text[end])) && !IsTaken(scan, start, end) && !IsMoney(scan, start, end)
                && Normalize(scan, digits[..count], scan.Text[start] == '+') is var (number, confidence))
                return (number, confidence, end);
        }
        return null;
    }

    // The number as it reads in the countries that are likely: with its code, else dialled at home.
    private static (string Text, double Confidence)? Normalize(Scan scan, ReadOnlySpan<char> digits, bool plus)
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
        for (var i = 0; i < regions.Count; i++)
        {
            // What may be a landline may be any number: it is one when it was asked for, or named, or written as one.
            if (PhoneBook.National(digits, regions[i]) is { } number && (IsMobile(number) || digits[0] == '0' || asked || i == 0 && IsNamed(scan)))
                return (number, i == 0 ? 0.95 : 0.85);
        }
        return digits.Length >= 11 && PhoneBook.International(digits) is { } full && (IsMobile(full) || asked || IsNamed(scan)) ? (full, 0.9) : null;
    }

    private static bool IsMobile(string number) => number switch
    {
        ['+', '9', '1', >= '6', ..] => number.Length == 13,
        ['+', '9', '7', '1', '5', ..] => true,
        ['+', '1', ..] or ['+', '4', '4', '7', ..] or ['+', '6', '5', '8' or '9', ..] or ['+', '9', '6', '6', '5', ..] => true,
        _ => false,
    };

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

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Naming = WordSet.Of("phone number call mobile whatsapp contact reach tel telephone cell landline ring mob ph no");

    private static List<string> Regions(Scan scan)
    {
        List<string> regions = [];
        foreach (var region in (ReadOnlySpan<string?>)[scan.DefaultRegion, scan.City?.Region, scan.Playbook.Region, .. scan.Playbook.Cities.Select(city => city.Region)])
        {
            if (region is not null && !regions.Contains(region))
                regions.Add(region);
        }
        return regions;
    }

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
