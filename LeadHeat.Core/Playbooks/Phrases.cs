using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Playbooks;

/// <summary>
/// Phrases that a playbook lists and a text is looked through for, word by word. Bars stand between words for one another, and "…" for a few words of any kind:
/// <c>charged|billed … twice</c>. They stand apart from the words that messages are understood by: listing more changes no reading.
/// </summary>
public sealed class Phrases
{
    private const int WidestGap = 5;
    private const string Gap = "…";

    private readonly Dictionary<string, List<string[][]>> _byFirst = new(StringComparer.Ordinal);

    /// <summary>Makes them of their texts.</summary>
    public Phrases(IEnumerable<string> phrases)
    {
        foreach (var places in phrases.Select(PlacesOf).Where(places => places.Length > 0))
        {
            foreach (var first in places[0])
            {
                if (!_byFirst.TryGetValue(first, out var known))
                    _byFirst[first] = known = [];
                known.Add(places);
            }
        }
    }

    /// <summary>None.</summary>
    public static Phrases None { get; } = new([]);

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _byFirst.Count == 0;

    /// <summary>Whether a text has any.</summary>
    public bool AreIn(string text) => _byFirst.Count > 0 && AreIn([.. PhraseWords.Of(text)]);

    /// <summary>Whether any are in words that are cut and folded already.</summary>
    internal bool AreIn(string[] words)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (_byFirst.TryGetValue(words[at], out var phrases) && phrases.Exists(phrase => Goes(phrase, 1, words, at + 1)))
                return true;
        }
        return false;
    }

    private static bool Goes(string[][] phrase, int place, string[] words, int at)
    {
        for (; place < phrase.Length; place++, at++)
        {
            if (phrase[place] is [Gap])
            {
                for (var skipped = 0; skipped <= WidestGap; skipped++)
                {
                    if (Goes(phrase, place + 1, words, at + skipped))
                        return true;
                }
                return false;
            }
            if (at >= words.Length || Array.IndexOf(phrase[place], words[at]) < 0)
                return false;
        }
        return true;
    }

    // "Can't" may fall into one word or several, as the tokenizer cuts it.
    private static string[][] PlacesOf(string phrase) =>
        [.. phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(place => place == Gap ? [[Gap]] : Folded(place))];

    private static IEnumerable<string[]> Folded(string place) =>
        place.Contains('|', StringComparison.Ordinal) ? [[.. place.Split('|').SelectMany(PhraseWords.Of)]] : PhraseWords.Of(place).Select(word => (string[])[word]);
}
