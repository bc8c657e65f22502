using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Playbooks;

/// <summary>Who else a visitor may be talking to, by the words that say so: names, and "another supplier".</summary>
public sealed class Competitors
{
    // Phrases by their first word. They stand apart from the words that messages are understood by: naming others changes no reading.
    private readonly Dictionary<string, List<string[]>> _phrases = new(StringComparer.Ordinal);

    /// <summary>Makes them of phrases.</summary>
    public Competitors(IEnumerable<string> phrases)
    {
        foreach (var words in phrases.Select(phrase => PhraseWords.Of(phrase).ToArray()).Where(words => words.Length > 0))
        {
            if (!_phrases.TryGetValue(words[0], out var known))
                _phrases[words[0]] = known = [];
            known.Add(words);
        }
    }

    /// <summary>Nobody.</summary>
    public static Competitors None { get; } = new([]);

    /// <summary>Whether a text names any.</summary>
    public bool AreIn(string text)
    {
        if (_phrases.Count == 0)
            return false;
        string[] words = [.. PhraseWords.Of(text)];
        for (var i = 0; i < words.Length; i++)
        {
            if (_phrases.TryGetValue(words[i], out var phrases) && phrases.Exists(phrase => words.AsSpan(i).StartsWith(phrase)))
                return true;
        }
        return false;
    }
}
