namespace LeadHeat.Core.Retrieval;

/// <summary>
/// Okapi BM25 over weighted fields: a row's count of a term is the sum over its fields, each counted by its weight.
/// <code>
/// score(q, d) = Σ idf(t) · f(t,d) · (k1 + 1) / (f(t,d) + k1 · (1 − b + b · |d| / average |d|))
/// idf(t)      = ln(1 + (N − n(t) + 0.5) / (n(t) + 0.5))
/// </code>
/// </summary>
internal sealed class Bm25
{
    private const float K1 = 1.2f;
    private const float B = 0.75f;

    private readonly Vocabulary _vocabulary;
    private readonly int[] _starts;
    private readonly int[] _rows;
    private readonly float[] _weights;
    private readonly float[] _idf;
    private readonly float _average;

    /// <param name="like">Rows among which words are as rare and rows as long as among these, which are few; null where these are all.</param>
    public Bm25(IReadOnlyList<(TermCount[] Terms, float Length)> rows, Vocabulary vocabulary, Bm25? like)
    {
        _vocabulary = vocabulary;
        // It may grow while this is made.
        _starts = new int[vocabulary.Count + 1];
        foreach (var (terms, _) in rows)
        {
            foreach (var term in terms)
                _starts[term.Term + 1]++;
        }

        _idf = new float[_starts.Length - 1];
        RowCount = like?.RowCount ?? rows.Count;
        _average = like?._average ?? (rows.Count == 0 ? 1 : Math.Max(1, rows.Average(row => row.Length)));
        for (var term = 0; term < _idf.Length; term++)
        {
            _idf[term] = like is not null && term < like._idf.Length ? like._idf[term] : Rarity(RowCount, _starts[term + 1]);
            _starts[term + 1] += _starts[term];
        }

        _rows = new int[_starts[^1]];
        _weights = new float[_rows.Length];
        Fill(rows);
    }

    private int RowCount { get; }

    /// <summary>How many terms were known when it was made.</summary>
    public int TermCount => _idf.Length;

    /// <summary>The rows that have a term, rising.</summary>
    public ReadOnlySpan<int> RowsOf(int term) => _rows.AsSpan(_starts[term], _starts[term + 1] - _starts[term]);

    private static float Rarity(int all, int having) => MathF.Log(1 + ((all - having + 0.5f) / (having + 0.5f)));

    /// <summary>Adds each row's score for a text; returns the most that a row could have.</summary>
    public float Score(ReadOnlySpan<char> text, Span<float> scores)
    {
        var (most, into) = (0f, new List<int>());
        Analyzer.Terms(text, term => into.Add(_vocabulary.Find(term)));
        foreach (var term in into)
        {
            // A word that no row has lowers what could be reached: nothing here speaks of it.
            if (term < 0 || term >= _idf.Length)
                continue;
            most += _idf[term] * (K1 + 1);
            for (var at = _starts[term]; at < _starts[term + 1]; at++)
                scores[_rows[at]] += _weights[at];
        }

        return most;
    }

    // What a term brings to a row is known now, so that a search only adds.
    private void Fill(IReadOnlyList<(TermCount[] Terms, float Length)> rows)
    {
        var next = _starts.ToArray();
        for (var row = 0; row < rows.Count; row++)
        {
            var (terms, length) = rows[row];
            var norm = K1 * (1 - B + (B * length / _average));
            foreach (var (term, count) in terms)
            {
                var at = next[term]++;
                _rows[at] = row;
                _weights[at] = _idf[term] * count * (K1 + 1) / (count + norm);
            }
        }
    }
}
