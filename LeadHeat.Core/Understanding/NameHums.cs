namespace LeadHeat.Core.Understanding;

/// <summary>Reads names as they are dictated: <c>it's um priya</c>, <c>this is rebecca uh rebecca stone</c>.</summary>
internal static class NameHums
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Hums = WordSet.Of("uh um umm er err uhh ah hm hmm like well so eh");

    /// <summary>The token behind what is hummed.</summary>
    public static int After(Scan scan, int at)
    {
        while (at < scan.Tokens.Length && (scan.IsSign(at, ',') || scan.IsSign(at, '…') || scan.IsSign(at, '.') || scan.IsSign(at, '-') || Hums.Contains(scan.WordAt(at))))
            at++;
        return at;
    }

    /// <summary>The full name behind the first one that is said again: "rebecca uh rebecca stone", "anil anil kapoor".</summary>
    public static (int Start, int End)? Again(Scan scan, int start, int end)
    {
        if (end > start + 2 && IsSame(scan, start, start + 1))
            return (start + 1, end);
        var at = After(scan, end);
        if (end != start + 1 || at == end || !IsSame(scan, start, at))
            return null;
        // Behind a name that is said twice stands the surname, also one that is a word: "rebecca stone".
        var last = Math.Max(NameWords.StrangeEnd(scan, at), NameShape.From(scan, at, lower: true) is var (_, shaped) && shaped > at + 1 ? at + 2 : 0);
        return last > at + 1 ? (at, last) : null;
    }

    private static bool IsSame(Scan scan, int first, int second) =>
        second < scan.Tokens.Length && scan.Tokens[first].Kind == TokenKind.Word && scan.WordAt(first).Equals(scan.WordAt(second), StringComparison.OrdinalIgnoreCase);
}
