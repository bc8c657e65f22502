using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Finds phone numbers and writes them in E.164: <c>+91 98450 12345</c>, <c>0501234567</c>.</summary>
internal static class PhoneScanner
{
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
            if (PhoneDoubts.IsOurs(scan, i))
                continue;
            if (PhoneDoubts.IsTollFree(number, text.AsSpan(i)) || PhoneDoubts.IsRejected(scan, i, end) || LearnedDoubts.IsOthers(scan, i, end))
            {
                // Somebody else's number is no amount either.
                scan.Take(scan.TokenAt(i), scan.TokenAt(end));
                i = end - 1;
                continue;
            }
            if (scan.Find(FactFields.Phone) is { } before && (ContactDoubts.IsTakenBack(scan, scan.TokenAt(before.Spans[0].End), scan.TokenAt(i)) || PhoneChoice.IsBetter(scan, before.Spans[0], i, end) || IsOwnBehind(scan, before.Spans[0], i)))
                scan.Values.Remove(before);
            if (scan.Find(FactFields.Phone) is null)
                scan.Values.Add(new(FactFields.Phone, new(Text: number), number, confidence, [new(i, end - i)]));
            scan.Take(scan.TokenAt(i), scan.TokenAt(end));
            i = end - 1;
        }
        if (scan.Find(FactFields.Phone) is null && SpokenDigits.In(scan) is var (digits, plus, first, last) && PhoneReader.Normalize(scan, digits, plus) is var (spoken, trust))
            scan.Found(FactFields.Phone, new(Text: spoken), spoken, trust - 0.05, first, last);
        if (scan.Find(FactFields.Phone) is { } found && PhoneDoubts.IsAmended(scan, scan.TokenAt(found.Spans[0].End)))
            scan.Values.Remove(found);
    }

    // "Wife's number is …, mine is …"
    private static bool IsOwnBehind(Scan scan, TextSpan first, int start) =>
        ContactDoubts.IsRelatives(scan, scan.TokenAt(first.Start)) && ContactDoubts.IsMine(scan, scan.TokenAt(first.End), scan.TokenAt(start));

    // "ph9845012345": the word for a number is stuck to it.
    private static bool IsLabelled(string text, int start)
    {
        var first = start;
        while (first > 0 && char.IsAsciiLetter(text[first - 1]))
            first--;
        return first < start && (first == 0 || !char.IsLetterOrDigit(text[first - 1])) && PhoneReader.Naming.Contains(text.AsSpan(first, start - first));
    }

    // The longest number that begins here: in "98450 12345 5pm" it ends before the hour.
    private static (string Text, double Confidence, int End)? NumberAt(Scan scan, int start)
    {
        Span<char> digits = stackalloc char[PhoneReader.MostDigits];
        Span<(int End, int Count)> ends = stackalloc (int, int)[PhoneReader.MostDigits];
        for (var i = PhoneReader.Groups(scan.Text, start, digits, ends) - 1; i >= 0; i--)
        {
            var (end, count) = ends[i];
            if (count >= 7 && (end == scan.Text.Length || !char.IsLetterOrDigit(scan.Text[end]) || IsCalled(scan.Text, end)) && !IsTaken(scan, start, end) && !IsMoney(scan, start, end)
                && PhoneReader.Normalize(scan, digits[..count], scan.Text[start] == '+') is var (number, confidence))
                return (number, confidence, end);
        }
        return null;
    }

    // "9845012345call me": what is to be done with the number is stuck to it.
    private static bool IsCalled(string text, int end)
    {
        var last = end;
        while (last < text.Length && char.IsAsciiLetter(text[last]))
            last++;
        return last > end && PhoneReader.Naming.Contains(text.AsSpan(end, last - end));
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
