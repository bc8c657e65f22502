using System.Buffers;

namespace LeadHeat.Core.Retrieval;

/// <summary>
/// Judges rows by words that are near in meaning to those of a question: BM25 in which a row's word counts by how near it is (the square of the cosine of
/// their <see cref="WordVectors"/>), and the cosine of the middles of question and row. It judges what others found, and finds nothing itself.
/// </summary>
internal sealed class Kinship
{
    private const float SynonymWeight = 0.3f;
    private const float K1 = 1.2f;
    private const float B = 0.75f;

    // An unknown word is rarer than any, but what it means here is less sure.
    private const float UnknownWeight = 0.7f;

    // What is kept for the words that were asked lately: so many numbers of two bytes at most, one for each row.
    private const int MostNumbers = 32_000_000;
    private const int MostKept = 4_096;

    // In how many rows a word is met is told by so many of them where there are more.
    private const int MostMet = 512;

    private readonly IReadOnlyList<(TermCount[] Terms, float Length)> _rows;
    private readonly Bm25 _postings;
    private readonly Vocabulary _vocabulary;
    private readonly WordVectors _words;
    private readonly float[] _idf;
    private readonly float[] _norms;

    // Where each word here stands among the vectors; -1 where it has none.
    private readonly int[] _places;
    private readonly float[][] _middles;
    private readonly float[] _common;
    private readonly RecentWords<Kin> _kin;
    private readonly Func<string, Kin> _find;

    /// <param name="postings">Of the same rows.</param>
    public Kinship(IReadOnlyList<(TermCount[] Terms, float Length)> rows, Bm25 postings, Vocabulary vocabulary, WordVectors words)
    {
        (_rows, _postings, _vocabulary, _words, _find) = (rows, postings, vocabulary, words, Find);
        var average = rows.Count == 0 ? 1 : Math.Max(1, rows.Average(row => row.Length));
        _norms = [.. rows.Select(row => K1 * (1 - B + (B * row.Length / average)))];
        var count = postings.TermCount;
        (_idf, _places) = (new float[count], new int[count]);
        foreach (var (name, term) in vocabulary.Terms.Where(term => term.Value < count))
            _places[term] = words.Find(name);
        for (var term = 0; term < count; term++)
            _idf[term] = Rarity(postings.RowsOf(term).Length);
        _kin = new(Math.Clamp(MostNumbers / Math.Max(1, rows.Count), 64, MostKept));
        _common = new float[words.Dimensions];
        _middles = [.. rows.Select(row => Middle(row.Terms))];
        foreach (var middle in _middles)
            Vectors.Add<float>(_common, 1f / rows.Count, middle);
        foreach (var middle in _middles)
            Apart(middle);
    }

    /// <summary>Takes a question apart.</summary>
    /// <param name="synonyms">Other words for those of the question, which count less.</param>
    public Asked Ask(string question, string synonyms)
    {
        List<(Kin Word, float Weight)> words = [];
        HashSet<string> known = new(StringComparer.Ordinal);
        var middle = new float[_words.Dimensions];
        void Note(Kin word, float weight)
        {
            if (known.Add(word.Stem) && word.Rarity > 0)
                words.Add((word, weight));
        }

        Analyzer.Terms(question, stem =>
        {
            var word = _kin.Get(stem, _find);
            Note(word, 1);
            if (word.Place >= 0)
                _words.AddTo(middle, word.Place, word.Own >= 0 ? _idf[word.Own] : UnknownWeight * Rarity(0));
        });
        Analyzer.Terms(synonyms, stem => Note(_kin.Get(stem, _find), SynonymWeight));
        Vectors.MakeUnit(middle);
        Apart(middle);
        return new(words, middle);
    }

    /// <summary>The share of the most that the question's words could bring, and the cosine of the middles; both from 0 to 1.</summary>
    public (float Words, float Middle) Judge(int row, Asked asked)
    {
        var (sum, most) = (0f, 0f);
        foreach (var (kin, weight) in asked.Words)
        {
            sum += weight * kin.Rarity * kin.ShareIn(row, _rows[row].Terms, _norms[row]);
            most += weight * kin.Rarity;
        }

        return (most > 0 ? sum / most : 0, Math.Max(0, Vectors.Dot<float>(_middles[row], asked.Middle)));
    }

    private Kin Find(string stem)
    {
        var kin = new Kin(stem, _words, _places, _vocabulary.Find(stem) is var own && own < _places.Length ? own : -1, _rows.Count);
        kin.Rarity = Met(kin) is > 0 and var met ? Rarity(met) : 0;
        return kin;
    }

    // The sum of each row's nearest word: of those that have the word itself all, of the others as many as tell enough.
    private float Met(Kin kin)
    {
        var having = kin.Own >= 0 ? _postings.RowsOf(kin.Own) : [];
        var (met, looked, next) = (0f, 0, 0);
        var near = ArrayPool<float>.Shared.Rent(_idf.Length);
        near.AsSpan(0, _idf.Length).Fill(-1);
        var step = Math.Max(1, (_rows.Count + MostMet - 1) / MostMet);
        for (var row = 0; row < _rows.Count; row += step)
        {
            while (next < having.Length && having[next] < row)
                next++;
            if (next < having.Length && having[next] == row)
                continue;
            met += Nearest(kin, _rows[row].Terms, near);
            looked++;
        }

        ArrayPool<float>.Shared.Return(near);
        return having.Length + (looked == 0 ? 0 : met / looked * (_rows.Count - having.Length));
    }

    // Words come again in other rows: what was measured is below 0 no longer.
    private static float Nearest(Kin kin, TermCount[] terms, float[] near)
    {
        var most = 0f;
        foreach (var term in terms)
        {
            ref var nearness = ref near[term.Term];
            if (nearness < 0)
                nearness = kin.NearnessOf(term.Term);
            most = Math.Max(most, nearness);
        }

        return most;
    }

    private float[] Middle(TermCount[] terms)
    {
        var middle = new float[_words.Dimensions];
        foreach (var (term, count) in terms)
        {
            if (_places[term] >= 0)
                _words.AddTo(middle, _places[term], MathF.Log(1 + count) * _idf[term]);
        }

        Vectors.MakeUnit(middle);
        return middle;
    }

    // What all rows have in common tells none from another.
    private void Apart(float[] middle)
    {
        Vectors.Add<float>(middle, -1, _common);
        Vectors.MakeUnit(middle);
    }

    private float Rarity(float rows) => MathF.Log(1 + ((_rows.Count - rows + 0.5f) / (rows + 0.5f)));

    /// <summary>A question, taken apart: each of its words with what it counts, and where all of them together lie.</summary>
    internal sealed record Asked(IReadOnlyList<(Kin Word, float Weight)> Words, float[] Middle);
}
