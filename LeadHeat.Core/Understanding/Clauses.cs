namespace LeadHeat.Core.Understanding;

/// <summary>Where a sentence ends, or a part of one: what stands beyond often speaks of something else.</summary>
internal static class Clauses
{
    /// <summary>Whether a sentence ends with this sign.</summary>
    public static bool EndsSentence(Scan scan, int at) => scan.IsSign(at, '.') || scan.IsSign(at, '!') || scan.IsSign(at, '?');

    /// <summary>Whether a sentence or a part of it ends with this sign.</summary>
    public static bool Pauses(Scan scan, int at) => EndsSentence(scan, at) || scan.IsSign(at, ',') || scan.IsSign(at, ';');

    /// <summary>Whether a part ends here: with any sign, or before "but".</summary>
    /// <param name="within">Signs that stand within a part: "1-2", "and/or".</param>
    public static bool Ends(Scan scan, int at, ReadOnlySpan<char> within = default) =>
        (scan.Tokens[at].Kind == TokenKind.Symbol && !within.Contains(scan.Text[scan.Tokens[at].Start])) || scan.IsWord(at, "but");
}
