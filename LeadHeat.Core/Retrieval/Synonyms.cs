namespace LeadHeat.Core.Retrieval;

/// <summary>
/// A business's own words for the same thing: lines like <c>handover, possession, keys</c>; a line that begins with # says something to people.
/// A question is asked with all of them, so that a document answers it in its own.
/// </summary>
public sealed class Synonyms
{
    /// <summary>None.</summary>
    public static readonly Synonyms None = new("");

    private readonly Dictionary<string, string[]> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public Synonyms(string lines)
    {
        foreach (var line in lines.Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            var words = line.ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            foreach (var word in words)
                _groups[word] = [.. _groups.GetValueOrDefault(word, []).Union(words).Where(other => other != word)];
        }

        _lookup = _groups.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The other words for those of a question, one after another; empty when it has none.</summary>
    public string Of(string question)
    {
        List<string> others = [];
        Analyzer.PlainWords(question, word =>
        {
            if (_lookup.TryGetValue(word, out var group))
                others.AddRange(group);
        });
        return string.Join(' ', others);
    }
}
