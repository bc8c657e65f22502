namespace LeadHeat.Core.Understanding;

/// <summary>Sets of words that are asked with parts of a text, in any case and without copying them.</summary>
internal static class WordSet
{
    public static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Of(string words) =>
        new HashSet<string>(words.Split(' '), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
