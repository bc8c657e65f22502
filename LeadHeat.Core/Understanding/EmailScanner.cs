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
            if (house is { } known && start < at && !IsRejected(scan, scan.TokenAt(start)) && scan.Find(FactFields.Email) is null)
            {
                Note(scan, $"{text[start..at]}@{known.Domain}", start, known.End, 0.85);
                scan.EmailSuggestion ??= scan.Find(FactFields.Email)!.Display;
                continue;
            }
            if (start == at || end < 0 || text[at - 1] == '.' || IsRejected(scan, scan.TokenAt(start)))
                continue;
            if (scan.Find(FactFields.Email) is { } before && !Replaces(scan, before, start))
                continue;
            NoteWritten(scan, start, end);
        }
        if (scan.Find(FactFields.Email) is null)
            FindSpelled(scan);
    }

    private static void Note(Scan scan, string written, int start, int end, double confidence)
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
        if (scan.Tokens[first].Start == start && SpelledBefore(scan, first) is var (spelled, begin))
            Note(scan, spelled + written, scan.Tokens[begin].Start, end, 0.9);
        else
            Note(scan, written, start, end, mended ? 0.9 : 0.99);
        // What was mended is asked for before it is used.
        if (mended)
            scan.EmailSuggestion ??= written.ToLowerInvariant();
    }

    // "Not asha@gmail.com but …"
    private static bool IsRejected(Scan scan, int token) => scan.IsWord(token - 1, "not") || scan.IsWord(token - 1, "old");

    // "a@b.com, sorry, a@c.com": the later one, where the words between take the first back.
    private static bool Replaces(Scan scan, FoundValue before, int start)
    {
        for (var i = scan.TokenAt(before.Spans[0].End); i < scan.TokenAt(start); i++)
        {
            if (!(scan.IsWord(i, "sorry") || scan.IsWord(i, "no") || scan.IsWord(i, "actually") || scan.IsWord(i, "mean") || scan.IsWord(i, "rather") || scan.IsWord(i, "correction") || scan.IsWord(i, "wait") || scan.IsWord(i, "meant")))
                continue;
            scan.Values.Remove(before);
            return true;
        }
        return false;
    }

    // "asha dot rao at gmail dot com", "asha[at]gmail[dot]com", "asha (at) gmail.com", "asha @ gmail.com"
    private static void FindSpelled(Scan scan)
    {
        for (var i = 1; i < scan.Tokens.Length - 1; i++)
        {
            if (AtSign(scan, i) is not { } at)
                continue;
            var (domain, end) = DomainAt(scan, at.End, at.Written);
            if (domain is null || LocalBefore(scan, at.Start, at.Written) is not var (local, start))
                continue;
            Note(scan, $"{local}@{domain}", scan.Tokens[start].Start, scan.Tokens[end - 1].End, 0.9);
            return;
        }
    }

    // The word or sign, with or without brackets; which tokens it takes, and whether it was written as a word.
    private static (int Start, int End, bool Written)? SignAt(Scan scan, int i, string word, char sign)
    {
        var open = scan.IsSign(i, '(') || scan.IsSign(i, '[') || scan.IsSign(i, '{') || scan.IsSign(i, '<');
        var at = open ? i + 1 : i;
        if (!scan.IsWord(at, word) && !scan.IsSign(at, sign))
            return null;
        var closed = scan.IsSign(at + 1, ')') || scan.IsSign(at + 1, ']') || scan.IsSign(at + 1, '}') || scan.IsSign(at + 1, '>');
        return open != closed ? null : (i, closed ? at + 2 : at + 1, !open && scan.IsWord(at, word));
    }

    // "at", "@", "(at)", "at the rate", "at the rate of"
    private static (int Start, int End, bool Written)? AtSign(Scan scan, int i)
    {
        if (SignAt(scan, i, "at", '@') is not { } at)
            return null;
        var rate = scan.IsWord(at.End, "the") || scan.IsWord(at.End, "d") ? at.End + 1 : at.End;
        return !scan.IsWord(rate, "rate") ? at : (at.Start, scan.IsWord(rate + 1, "of") ? rate + 2 : rate + 1, false);
    }

    private static (string? Domain, int End) DomainAt(Scan scan, int at, bool written)
    {
        var (domain, end, labels, spelled) = ("", at, 0, false);
        // "asha.k at gmail", "asha99 at yahoo com"
        if (written && PartAt(scan, at) is { } alone && EmailHouses.Spelled(scan, at) is { } only)
            return (only, scan.IsWord(at + 1, "com") ? at + 2 : at + 1);
        while (PartAt(scan, at) is { } part)
        {
            domain += part;
            labels++;
            end = ++at;
            // "dot" between two labels; a plain dot only without a space, for it ends sentences too.
            if (SignAt(scan, at, "dot", '.') is not { } dot || (scan.IsSign(at, '.') && at + 1 < scan.Tokens.Length && scan.Tokens[at + 1].Apart && !EmailDomains.IsKnown(domain + "." + PartAt(scan, at + 1))) || PartAt(scan, dot.End) is null)
                break;
            spelled |= !scan.IsSign(at, '.');
            domain += ".";
            at = dot.End;
        }
        // "at" alone is a word of every day: the rest must be spelled out too, or be somebody's well-known house.
        var known = spelled || !written || EmailDomains.IsKnown(domain);
        return labels >= 2 && known && domain[(domain.LastIndexOf('.') + 1)..].Length is >= 2 and var letters && letters <= (spelled || !written ? 12 : 6) ? (domain, end) : (null, at);
    }

    private static (string Local, int Start)? LocalBefore(Scan scan, int end, bool written)
    {
        var (local, start) = ("", end);
        for (var i = end - 1; i >= 0 && PartAt(scan, i) is { } part; i--)
        {
            (local, start) = (part + local, i);
            var glued = !scan.Tokens[i].Apart && i > 0;
            if (glued && (scan.IsSign(i - 1, '.') || scan.IsSign(i - 1, '_') || scan.IsSign(i - 1, '-')))
                local = scan.WordAt(--i).ToString() + local;
            else if (!glued)
                break;
        }
        if (start == end || local is "me" or "is" or "here" or "it" or "mail" or "email")
            return null;
        if (SpelledBefore(scan, start) is var (spelled, first))
            return (spelled + local, first);
        // "asha 99 at …", "asha two zero …": where the name begins is anybody's guess.
        return start > 0 && start == end - 1 && scan.Tokens[start].Apart && (scan.Tokens[start].Kind == TokenKind.Number || scan.Tokens[start].Key.Kind == KeyKind.Number || scan.Tokens[start].Length == 1) ? null : (local, start);
    }

    // "asha dot ", "asha_rao (dot) ", "asha underscore rao hyphen ": what is spelled out before a part, with where it begins.
    private static (string Spelled, int Start)? SpelledBefore(Scan scan, int part)
    {
        var (spelled, start) = ("", part);
        while (JoinBefore(scan, start) is var (sign, at) && at > 0 && PartAt(scan, at - 1) is { } word)
        {
            (spelled, start) = (word + sign + spelled, at - 1);
            while (start > 1 && !scan.Tokens[start].Apart && (scan.IsSign(start - 1, '.') || scan.IsSign(start - 1, '_') || scan.IsSign(start - 1, '-')) && PartAt(scan, start - 2) is { } glued)
                (spelled, start) = (glued + scan.WordAt(start - 1).ToString() + spelled, start - 2);
        }
        return start == part ? null : (spelled, start);
    }

    // The written sign that ends before a token, and where it begins.
    private static (string Sign, int Start)? JoinBefore(Scan scan, int end)
    {
        var closed = end > 2 && (scan.IsSign(end - 1, ')') || scan.IsSign(end - 1, ']') || scan.IsSign(end - 1, '}'));
        var at = closed ? end - 2 : end - 1;
        var sign = scan.IsWord(at, "dot") ? "." : scan.IsWord(at, "underscore") ? "_" : scan.IsWord(at, "hyphen") || scan.IsWord(at, "dash") ? "-" : null;
        return sign is null ? null : (sign, closed ? at - 1 : at);
    }

    private static string? PartAt(Scan scan, int at) =>
        scan.IsFree(at) && scan.Tokens[at].Kind != TokenKind.Symbol && !scan.IsWord(at, "dot") && !scan.IsWord(at, "underscore") ? scan.WordAt(at).ToString() : null;

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
