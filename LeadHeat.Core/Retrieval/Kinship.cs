namespace LeadHeat.Core.Retrieval;

/// <summary>
/// Judges rows by words that are near in meaning to those of a question: BM25 in which a row's word counts by how near it is (the square of the cosine of
/// their <see cref="WordVectors"/>), and the cosine of the middles of question and row. It judges what others found, and finds nothing itself.
/// </summary>
internal sealed class Kinship
{
    private const float Near = 0.1f;
    private const float SynonymWeight = 0.3f;
    private const float K1 = 1.2f;
    private const float B = 0.75f;

    // An unknown word is rarer than any, but what it means here is less sure.
    private const float UnknownWeight = 0.7f;

    // What is kept for the words that were asked lately: so many numbers of two bytes, one for each word here.
    private const int MostNumbers = 32_000_000;
    private const int MostKept = 4_096;

    private readonly IReadOnlyList<(TermCount[] Terms, float Length)> _rows;
    private readonly Vocabulary _vocabulary;
    private readonly WordVectors _words;
    private readonly float[] _idf;
    private readonly float _average;

    // Where each word here stands among the vectors; -1 where it has none.
    private readonly int[] _places;
    private readonly float[][] _middles;
    private readonly float[] _common;
    private readonly RecentWords<Kin> _kin;

    /// <param name="postings">Of the same rows.</param>
    public Kinship(IReadOnlyList<(TermCount[] Terms, float Length)> rows, Bm25 postings, Vocabulary vocabulary, WordVectors words)
    {
        (_rows, _vocabulary, _words) = (rows, vocabulary, words);
        _average = rows.Count == 0 ? 1 : Math.Max(1, rows.Average(row => row.Length));
        var count = postings.TermCount;
        (_idf, _places) = (new float[count], new int[count]);
        foreach (var (name, term) in vocabulary.Terms.Where(term => term.Value < count))
            _places[term] = words.Find(name);
        for (var term = 0; term < count; term++)
            _idf[term] = Rarity(postings.RowsOf(term).Length);
        _kin = new(Math.Clamp(MostNumbers / Math.Max(1, count), 64, MostKept));
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
        Dictionary<string, float> weights = new(StringComparer.Ordinal);
        foreach (var stem in Analyzer.Terms(question))
            weights[stem] = 1;
        foreach (var stem in Analyzer.Terms(synonyms))
            weights.TryAdd(stem, SynonymWeight);
        var middle = new float[_words.Dimensions];
        foreach (var stem in Analyzer.Terms(question))
        {
            if (_words.Find(stem) is var place and >= 0)
                _words.AddTo(middle, place, _vocabulary.Find(stem) is var term and >= 0 && term < _idf.Length ? _idf[term] : UnknownWeight * Rarity(0));
        }

        Vectors.MakeUnit(middle);
        Apart(middle);
        return new([.. weights.Select(word => (_kin.Get(word.Key, Find), word.Value)).Where(word => word.Item1.Rarity > 0)], middle);
    }

    /// <summary>The share of the most that the question's words could bring, and the cosine of the middles; both from 0 to 1.</summary>
    public (float Words, float Middle) Judge(int row, Asked asked)
    {
        var (terms, length) = _rows[row];
        var norm = K1 * (1 - B + (B * length / _average));
        var (sum, most) = (0f, 0f);
        foreach (var (kin, weight) in asked.Words)
        {
            var count = 0f;
            foreach (var term in terms)
                count += term.Count * kin.Near[term.Term];
            count /= ushort.MaxValue;
            sum += weight * kin.Rarity * count / (count + norm);
            most += weight * kin.Rarity;
        }

        return (most > 0 ? sum / most : 0, Math.Max(0, Vectors.Dot<float>(_middles[row], asked.Middle)));
    }

    private Kin Find(string stem)
    {
        var near = new float[_idf.Length];
        var place = _words.Find(stem);
        for (var term = 0; term < near.Length && place >= 0; term++)
        {
            var cosine = _places[term] >= 0 ? _words.Cosine(place, _places[term]) : 0;
            near[term] = cosine > Near ? cosine * cosine : 0;
        }

        if (_vocabulary.Find(stem) is var own and >= 0 && own < near.Length)
            near[own] = 1;
        var met = Met(near);
        return new(Array.ConvertAll(near, value => (ushort)MathF.Round(value * ushort.MaxValue)), met > 0 ? Rarity(met) : 0);
    }

    // The sum of each row's nearest word: row after row as they lie in memory, which is faster than word after word through all their rows.
    private float Met(float[] near)
    {
        var met = 0f;
        foreach (var (terms, _) in _rows)
        {
            var most = 0f;
            foreach (var term in terms)
                most = Math.Max(most, near[term.Term]);
            met += most;
        }

        return met;
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

    /// <param name="Near">How near each word of the rows is, by its number: 65,535 for the same.</param>
    /// <param name="Rarity">What it counts; 0 where nothing here is near to it.</param>
    internal sealed record Kin(ushort[] Near, float Rarity);
}
