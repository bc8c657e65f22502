namespace LeadHeat.Core.Retrieval;

/// <summary>
/// Takes a text apart into what its meaning is judged by: its stems, the stems of words that are near to them in meaning, and groups of four letters,
/// by which misspelt and related forms of a word are known.
/// </summary>
internal sealed class TextFeatures(Thesaurus thesaurus, EmbedderKind kind)
{
    private const int Letters = 4;
    private const float RelatedWeight = 0.6f;
    private const float LettersWeight = 0.25f;

    private const int MostKept = 4_096;

    private readonly Vocabulary _features = new();

    // Of words in questions: nothing new is learned from those, so it stays the same.
    private readonly RecentWords<(int Feature, float Weight)[]> _asked = new(MostKept);

    public int Known => _features.Count;

    /// <summary>Adds a text's features, by number, with their weights.</summary>
    /// <param name="grow">Whether features that were never seen get a number, or are left out.</param>
    /// <param name="isQuestion">Whether somebody asks; else it is a text that is found.</param>
    public void Add(ReadOnlySpan<char> text, float weight, bool grow, bool isQuestion, FeatureWeights into)
    {
        Analyzer.PlainWords(text, word =>
        {
            if (Analyzer.IsEmpty(word))
                return;
            if (!isQuestion)
            {
                AddWord(word, weight, kind == EmbedderKind.Prose, grow, into);
                return;
            }

            foreach (var (feature, share) in _asked.Get(word, AskedFeatures))
                into.Add(feature, weight * share);
        });
    }

    private (int, float)[] AskedFeatures(string word)
    {
        var features = new FeatureWeights();
        AddWord(word, 1, withRelated: true, grow: false, features);
        return features.Take();
    }

    private void AddWord(ReadOnlySpan<char> word, float weight, bool withRelated, bool grow, FeatureWeights into)
    {
        AddStem(word, weight, grow, into);
        if (withRelated)
            thesaurus.Find(word, (other, near) => AddStem(other, weight * RelatedWeight * near, grow, into));
        if (kind == EmbedderKind.Prose && word.Length > 2 && !char.IsAsciiDigit(word[0]))
            AddLetters(word, weight * LettersWeight, grow, into);
    }

    private void AddStem(ReadOnlySpan<char> word, float weight, bool grow, FeatureWeights into)
    {
        Span<char> stem = stackalloc char[word.Length + 1];
        word.CopyTo(stem);
        Count(stem[..Stemmer.Stem(stem, word.Length)], weight, grow, into);
    }

    // The groups of #home# are told from stems by the sign before them.
    private void AddLetters(ReadOnlySpan<char> word, float weight, bool grow, FeatureWeights into)
    {
        Span<char> framed = stackalloc char[word.Length + 3];
        framed[0] = '~';
        framed[1] = '#';
        word.CopyTo(framed[2..]);
        framed[^1] = '#';
        Span<char> group = stackalloc char[Letters + 1];
        group[0] = '~';
        for (var at = 1; at + Letters <= framed.Length; at++)
        {
            framed.Slice(at, Letters).CopyTo(group[1..]);
            Count(group, weight, grow, into);
        }
    }

    private void Count(ReadOnlySpan<char> feature, float weight, bool grow, FeatureWeights into)
    {
        var number = grow ? _features.Add(feature) : _features.Find(feature);
        if (number >= 0)
            into.Add(number, weight);
    }
}

/// <summary>What texts an embedder is for: prose, each text different; or listings, many and much alike, whose words are few.</summary>
public enum EmbedderKind { Prose, Listings }
