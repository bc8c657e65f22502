using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Finds e-mail addresses: <c>asha.rao@example.com</c>.</summary>
internal static class EmailScanner
{
    private const string LocalSigns = ".!#$%&'*+-/=?^_`{|}~";

    public static void Run(Scan scan)
    {
        var text = scan.Text;
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var start = at;
            while (start > 0 && at - start < 64 && (char.IsAsciiLetterOrDigit(text[start - 1]) || LocalSigns.Contains(text[start - 1], StringComparison.Ordinal)))
                start--;
            while (start < at && !char.IsAsciiLetterOrDigit(text[start]))
                start++;
            // "email-asha@example.com": a label.
            foreach (var label in (ReadOnlySpan<string>)["email-", "mail-", "e-mail-", "id-", "email=", "mailto="])
                start += text.AsSpan(start, at - start).StartsWith(label, StringComparison.OrdinalIgnoreCase) && at - start > label.Length + 1 ? label.Length : 0;
            var end = DomainEnd(text, at + 1) is > 0 and var dotted ? dotted : CommaDomainEnd(text, at + 1);
            var house = end < 0 ? EmailHouses.At(text, at + 1) : null;
            if (house is { } known && start < at && !IsRejected(scan, scan.TokenAt(start), scan.TokenAt(known.End)) && scan.Find(FactFields.Email) is null)
            {
                Note(scan, $"{text[start..at]}@{known.Domain}", start, known.End, 0.85);
                scan.EmailSuggestion ??= scan.Find(FactFields.Email)!.Display;
                continue;
            }
            if (start == at || end < 0 || text[at - 1] == '.' || IsRejected(scan, scan.TokenAt(start), scan.TokenAt(end)) || LearnedDoubts.IsOthers(scan, start, end))
                continue;
            if (scan.Find(FactFields.Email) is { } before && !Replaces(scan, before, start))
                continue;
            NoteWritten(scan, start, end);
        }
        if (scan.Find(FactFields.Email) is null)
            EmailSpelled.Run(scan);
    }

    /// <summary>Notes an address, and what it was probably meant to be.</summary>
    public static void Note(Scan scan, string written, int start, int end, double confidence)
    {
        var address = written.ToLowerInvariant();
        var at = address.IndexOf('@', StringComparison.Ordinal);
        scan.Take(scan.TokenAt(start), scan.TokenAt(end));
        scan.Values.Add(new(FactFields.Email, new(Text: address), address, confidence, [new(start, end - start)]));
        scan.EmailSuggestion = EmailDomains.Meant(address[(at + 1)..]) is { } meant ? address[..(at + 1)] + meant : null;
    }

    // Also "asha dot rao@gmail.com" and "asha(dot)rao@gmail.com".
    private static void NoteWritten(Scan scan, int start, int end)
    {
        var written = scan.Text[start..end].Replace(',', '.');
        var mended = scan.Text.AsSpan(start, end - start).Contains(',');
        var first = scan.TokenAt(start);
        if (scan.Tokens[first].Start == start && EmailSpelled.Before(scan, first) is var (spelled, begin))
            Note(scan, spelled + written, scan.Tokens[begin].Start, end, 0.9);
        else
            Note(scan, written, start, end, mended ? 0.9 : 0.99);
        // What was mended is asked for before it is used.
        if (mended)
            scan.EmailSuggestion ??= written.ToLowerInvariant();
    }

    /// <summary>Whether it is not the visitor's, or not to be used.</summary>
    // "Not asha@gmail.com but …", "I mailed support@… thrice", "don't send anything to vikas@…"
    public static bool IsRejected(Scan scan, int start, int end) => scan.IsWord(start - 1, "not") || scan.IsWord(start - 1, "old") || ContactDoubts.IsUnwanted(scan, start) || ContactDoubts.IsOthers(scan, start, end);

    // "a@b.com, sorry, a@c.com": the later one, where the words between take the first back.
    private static bool Replaces(Scan scan, FoundValue before, int start)
    {
        var (from, to) = (scan.TokenAt(before.Spans[0].End), scan.TokenAt(start));
        if (!ContactDoubts.IsTakenBack(scan, from, to) && !ContactDoubts.IsMine(scan, from, to) && !scan.IsWord(to - 1, "no") && !scan.IsWord(from, "no"))
            return false;
        scan.Values.Remove(before);
        return true;
    }

    // "gmail,com": a comma for the dot of a well-known house.
    private static int CommaDomainEnd(string text, int start)
    {
        var comma = text.IndexOf(',', start);
        if (comma < 0 || comma - start > 12)
            return -1;
        var end = comma + 1;
        while (end < text.Length && (char.IsAsciiLetter(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiLetter(text[end + 1]))))
            end++;
        return EmailDomains.IsKnown($"{text[start..comma]}.{text[(comma + 1)..end]}") ? end : -1;
    }

    // The end of "example.co.in" in "example.co.in, thanks"; -1 when it is no domain.
    private static int DomainEnd(string text, int start)
    {
        var (end, labels, label) = (start, 0, start);
        for (var i = start; i <= text.Length && i - start <= 253; i++)
        {
            if (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || (text[i] == '-' && i > label)))
                continue;
            if (i == label)
                break;
            labels++;
            end = i;
            if (i == text.Length || text[i] != '.')
                break;
            label = i + 1;
        }
        var last = end - 1;
        while (last >= start && char.IsAsciiLetter(text[last]))
            last--;
        return labels >= 2 && last >= start && text[last] == '.' && end - last - 1 is >= 2 and <= 24 ? end : -1;
    }
}
