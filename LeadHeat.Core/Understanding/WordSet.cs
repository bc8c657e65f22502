namespace LeadHeat.Core.Understanding;

/// <summary>Sets of words that are asked with parts of a text, in any case and without copying them.</summary>
internal static class WordSet
{
    public static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Of(string words) =>
        new HashSet<string>(words.Split(' '), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether one of the words stands at a token of these.</summary>
    public static bool AnyIn(HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words, Scan scan, int from, int end)
    {
        for (var at = Math.Max(0, from); at < Math.Min(end, scan.Tokens.Length); at++)
        {
            if (words.Contains(scan.WordAt(at)))
                return true;
        }
        return false;
    }
}
