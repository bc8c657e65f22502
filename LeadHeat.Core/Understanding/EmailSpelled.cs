namespace LeadHeat.Core.Understanding;

/// <summary>Finds e-mail addresses that are spelled out: <c>asha dot rao at gmail dot com</c>, <c>asha[at]example[dot]com</c>.</summary>
internal static class EmailSpelled
{
    // "asha dot rao at gmail dot com", "asha[at]gmail[dot]com", "asha (at) gmail.com", "asha @ gmail.com"
    public static void Run(Scan scan)
    {
        for (var i = 1; i < scan.Tokens.Length - 1; i++)
        {
            if (AtSign(scan, i) is not { } at)
                continue;
            var (domain, end) = DomainAt(scan, at.End, at.Written);
            if (domain is null || LocalBefore(scan, at.Start, at.Written) is not var (local, start) || EmailScanner.IsRejected(scan, start, end))
                continue;
            EmailScanner.Note(scan, $"{local}@{domain}", scan.Tokens[start].Start, scan.Tokens[end - 1].End, 0.9);
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
            // "helvia-interiors": one label
            for (; scan.IsSign(at, '-') && !scan.Tokens[at].Apart && at + 1 < scan.Tokens.Length && !scan.Tokens[at + 1].Apart && PartAt(scan, at + 1) is { } more; end = at)
                (domain, at) = ($"{domain}-{more}", at + 2);
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
        // "rohan dot mehta ninety one": where something is spelled out before it, or nothing else is said.
        if (EmailFigures.Before(scan, end) is var (figures, first) && PartAt(scan, first - 1) is { } named)
        {
            if (Before(scan, first - 1) is var (joined, begin))
                return (joined + named + figures, begin);
            if (first == 1 && scan.Answers(Facts.FactFields.Email))
                return (named + figures, 0);
        }
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
        if (Before(scan, start) is var (spelled, from))
            return (spelled + local, from);
        // "asha 99 at …", "asha two zero …": where the name begins is anybody's guess.
        return start > 0 && start == end - 1 && scan.Tokens[start].Apart && (scan.Tokens[start].Kind == TokenKind.Number || scan.Tokens[start].Key.Kind is KeyKind.Number or KeyKind.Tens || scan.Tokens[start].Length == 1) ? null : (local, start);
    }

    /// <summary>"asha dot ", "asha_rao (dot) ", "asha underscore rao hyphen ": what is spelled out before a part, with where it begins.</summary>
    public static (string Spelled, int Start)? Before(Scan scan, int part)
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
        scan.IsFree(at) && scan.Tokens[at].Kind != TokenKind.Symbol && !scan.IsWord(at, "dot") && !scan.IsWord(at, "underscore") ? scan.WrittenAt(at).ToString() : null;
}
