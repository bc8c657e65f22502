using System.Buffers;
using LeadHeat.Core.Knowledge;

namespace LeadHeat.Core.Retrieval;

/// <summary>Rows that are found by words, by meaning, or by both. Never changes: what is new makes a new one out of rows that are taken apart already.</summary>
public sealed class TextIndex<T>
{
    // Of each way of finding, so many of its best are looked at by the other way too.
    private const int LeastCandidates = 50;

    private readonly IReadOnlyList<IndexRow<T>> _rows;
    private readonly Bm25 _words;
    private readonly VectorBlock? _vectors;

    public TextIndex(IReadOnlyList<IndexRow<T>> rows, Vocabulary vocabulary, int dimensions)
    {
        _rows = rows;
        _words = new Bm25([.. rows.Select(row => (row.Terms, row.Length))], vocabulary);
        // What has no vector yet is found by its words meanwhile.
        var none = new RoundedVector(new float[dimensions]);
        _vectors = rows.Any(row => row.Rounded is not null) ? new VectorBlock([.. rows.Select(row => row.Rounded ?? none)], dimensions) : null;
    }

    public int Count => _rows.Count;

    public IReadOnlyList<IndexRow<T>> Rows => _rows;

    /// <summary>The rows that fit a text, best first.</summary>
    /// <param name="vector">The text's vector; empty where it has none, then words alone decide.</param>
    /// <param name="filter">What every row has to be, whatever its score; null for nothing.</param>
    public IReadOnlyList<IndexHit<T>> Search(string text, float[] vector, SearchMode mode, int count, Func<T, bool>? filter)
    {
        if (_rows.Count == 0)
            return [];
        var scores = ArrayPool<float>.Shared.Rent(_rows.Count);
        var allowed = filter is null ? null : ArrayPool<int>.Shared.Rent(_rows.Count);
        var words = scores.AsSpan(0, _rows.Count);
        words.Clear();
        var length = allowed is null ? _rows.Count : Filter(filter!, allowed);
        var most = mode == SearchMode.Vector || length == 0 ? 0 : _words.Score(text, words);
        var meaning = mode != SearchMode.Lexical && _vectors is not null && vector.AsSpan().IndexOfAnyExcept(0f) >= 0 ? vector : [];
        var hits = Fuse(words, allowed, length, most, meaning, mode, count);
        ArrayPool<float>.Shared.Return(scores);
        if (allowed is not null)
            ArrayPool<int>.Shared.Return(allowed);
        return hits;
    }

    private int Filter(Func<T, bool> filter, int[] allowed)
    {
        var length = 0;
        for (var row = 0; row < _rows.Count; row++)
        {
            if (filter(_rows[row].Item))
                allowed[length++] = row;
        }

        return length;
    }

    private List<IndexHit<T>> Fuse(ReadOnlySpan<float> words, int[]? allowed, int length, float most, float[] vector, SearchMode mode, int count)
    {
        var candidates = Math.Max(LeastCandidates, count * 2);
        var best = new TopList(candidates);
        if (allowed is null)
            best.OfferAll(words, 0);
        for (var at = 0; allowed is not null && at < length; at++)
        {
            if (words[allowed[at]] > 0)
                best.Offer(allowed[at], words[allowed[at]]);
        }

        var near = vector.Length > 0 ? _vectors!.Nearest(vector, candidates, allowed, length) : [];
        var known = near.Select(one => one.Row).ToHashSet();
        var top = new TopList(count);
        foreach (var one in near.Concat(best.Sorted().Where(one => known.Add(one.Row)).Select(one => new Near(one.Row, Cosine(one.Row, vector)))))
        {
            var score = Fusion.Score(most > 0 ? words[one.Row] / most : 0, one.Cosine, mode);
            if (score > 0)
                top.Offer(one.Row, score);
        }

        List<IndexHit<T>> hits = new(count);
        foreach (var (row, score) in top.Sorted())
            hits.Add(new(_rows[row], score, words[row] > 0 ? words[row] : null, vector.Length > 0 ? Cosine(row, vector) : null));
        return hits;
    }

    private float Cosine(int row, float[] vector) => vector.Length > 0 ? _vectors!.Cosine(row, vector) : 0;
}

/// <summary>A row that was found.</summary>
/// <param name="Bm25">Its score by words; null when it has none of them or was not asked for by words.</param>
/// <param name="Cosine">Null when it was not looked for by meaning.</param>
public readonly record struct IndexHit<T>(IndexRow<T> Row, float Score, float? Bm25, float? Cosine);
