namespace LeadHeat.Core.Understanding.Classifying;

/// <summary>Words that mean much the same: what was learned of one then holds for the others.</summary>
internal sealed class WordClasses
{
    public const int None = 0;
    private readonly Dictionary<string, int> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public WordClasses(IReadOnlyList<(string Name, IReadOnlyList<string> Words)> classes)
    {
        _lookup = _classes.GetAlternateLookup<ReadOnlySpan<char>>();
        Names = [.. classes.Select(entry => entry.Name).Distinct(StringComparer.Ordinal)];
        foreach (var (name, words) in classes)
        {
            foreach (var word in words)
                _classes[word] = Names.IndexOf(name) + 1;
        }
    }

    public List<string> Names { get; }

    /// <summary>The class of a folded word, from 1; <see cref="None"/> when it has none. A plain ending may differ: "visits", "visiting".</summary>
    public int Of(ReadOnlySpan<char> word)
    {
        if (_lookup.TryGetValue(word, out var found))
            return found;
        foreach (var ending in Endings)
        {
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal) && _lookup.TryGetValue(word[..^ending.Length], out found))
                return found;
        }
        return None;
    }

    private static readonly string[] Endings = ["s", "es", "ing", "ed", "d", "r", "er", "ly"];
}
