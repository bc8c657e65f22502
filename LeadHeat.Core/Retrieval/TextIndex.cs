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
        var none = new float[dimensions];
        _vectors = rows.Any(row => row.Vector.Length > 0) ? new VectorBlock([.. rows.Select(row => row.Vector.Length > 0 ? row.Vector : none)], dimensions) : null;
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
        var allowed = ArrayPool<byte>.Shared.Rent(_rows.Count);
        try
        {
            var words = scores.AsSpan(0, _rows.Count);
            var may = allowed.AsSpan(0, _rows.Count);
            words.Clear();
            var any = Filter(filter, may);
            var most = mode == SearchMode.Vector ? 0 : _words.Score(text, words);
            var meaning = mode != SearchMode.Lexical && _vectors is not null && vector.AsSpan().IndexOfAnyExcept(0f) >= 0 ? vector : [];
            return any ? Fuse(words, may, most, meaning, mode, count) : [];
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
            ArrayPool<byte>.Shared.Return(allowed);
        }
    }

    private bool Filter(Func<T, bool>? filter, Span<byte> allowed)
    {
        if (filter is null)
        {
            allowed.Fill(1);
            return true;
        }

        var any = false;
        for (var row = 0; row < allowed.Length; row++)
        {
            var fits = filter(_rows[row].Item);
            allowed[row] = fits ? (byte)1 : (byte)0;
            any |= fits;
        }

        return any;
    }

    private List<IndexHit<T>> Fuse(ReadOnlySpan<float> words, ReadOnlySpan<byte> allowed, float most, float[] vector, SearchMode mode, int count)
    {
        var candidates = Math.Max(LeastCandidates, count * 2);
        HashSet<int> rows = [];
        var best = new TopList(candidates);
        for (var row = 0; row < words.Length; row++)
        {
            if (words[row] > 0 && allowed[row] != 0)
                best.Offer(row, words[row]);
        }

        rows.UnionWith(best.Sorted().Select(near => near.Row));
        if (vector.Length > 0)
            rows.UnionWith(_vectors!.Nearest(vector, candidates, allowed).Select(near => near.Row));
        var top = new TopList(count);
        foreach (var row in rows)
        {
            var score = Fusion.Score(most > 0 ? words[row] / most : 0, vector.Length > 0 ? _vectors!.Cosine(row, vector) : 0, mode);
            if (score > 0)
                top.Offer(row, score);
        }

        List<IndexHit<T>> hits = new(count);
        foreach (var near in top.Sorted())
            hits.Add(new(_rows[near.Row], near.Cosine, words[near.Row] > 0 ? words[near.Row] : null, vector.Length > 0 ? _vectors!.Cosine(near.Row, vector) : null));
        return hits;
    }
}

/// <summary>A row that was found.</summary>
/// <param name="Bm25">Its score by words; null when it has none of them or was not asked for by words.</param>
/// <param name="Cosine">Null when it was not looked for by meaning.</param>
public readonly record struct IndexHit<T>(IndexRow<T> Row, float Score, float? Bm25, float? Cosine);
