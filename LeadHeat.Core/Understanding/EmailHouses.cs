namespace LeadHeat.Core.Understanding;

/// <summary>Reads addresses at houses so well known that people leave their ending out: <c>asha@gmail</c>, <c>asha.k at yahoo</c>.</summary>
internal static class EmailHouses
{
    /// <summary>The domain that "at gmail" means, where an address stands before it.</summary>
    public static string? Spelled(Scan scan, int at) => HouseOf(scan, at) is { } house && HasSign(scan, at) ? house : null;

    // "asha@gmail", "asha@gmailcom": a well-known house without its ending, or without the dot.
    public static (string Domain, int End)? At(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        if (end + 1 < text.Length && text[end] is '.' or '-' && char.IsAsciiLetterOrDigit(text[Math.Min(end + 1, text.Length - 1)]))
            return null;
        // "asha@gmail dot com" is written out in what follows.
        var rest = text.AsSpan(end).TrimStart();
        if (rest.StartsWith(",", StringComparison.Ordinal) && rest[1..].TrimStart().StartsWith("com", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("dot", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("(", StringComparison.Ordinal) || rest.StartsWith("[", StringComparison.Ordinal) || rest.StartsWith("{", StringComparison.Ordinal) || (rest.StartsWith(".", StringComparison.Ordinal) && rest.Length > 2 && rest[1] == ' ' && rest[2..].TrimStart().StartsWith("com", StringComparison.OrdinalIgnoreCase)))
            return null;
        var word = text[start..end].ToLowerInvariant();
        var name = word.EndsWith("com", StringComparison.Ordinal) && word.Length > 6 ? word[..^3] : word;
        return name.Length > 3 && EmailDomains.IsKnown(name + ".com") && name != "mail" && name != "live" ? (name + ".com", end) : null;
    }

    private static string? HouseOf(Scan scan, int at) => scan.IsSign(at + 1, '.') && at + 2 < scan.Tokens.Length && !scan.Tokens[at + 2].Apart || scan.IsWord(at + 1, "dot") ? null
        : scan.WordAt(at).ToString().ToLowerInvariant() is "gmail" or "yahoo" or "hotmail" or "outlook" or "icloud" or "rediffmail" or "googlemail" or "protonmail" ? scan.WordAt(at).ToString().ToLowerInvariant() + ".com" : null;

    // What stands before "at gmail" is nobody's workplace: it has a dot or a figure in it, or is a name, or mail is spoken of.
    private static bool HasSign(Scan scan, int house)
    {
        var local = house - 2;
        if (local < 0 || !scan.IsFree(local) || scan.Tokens[local].Kind == TokenKind.Symbol)
            return false;
        var joined = !scan.Tokens[local].Apart && local > 0 && (scan.IsSign(local - 1, '.') || scan.IsSign(local - 1, '_'));
        for (var i = local; i >= 0 && i > local - 6; i--)
            joined |= scan.IsWord(i, "email") || scan.IsWord(i, "mail") || scan.IsWord(i, "id") || scan.IsWord(i, "dot");
        return joined || GivenNames.IsAt(scan, local) || scan.Tokens[local] is { Kind: TokenKind.Number, Apart: false };
    }
}
