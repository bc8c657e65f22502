using System.Buffers;
using LeadHeat.Core.Knowledge;

namespace LeadHeat.Core.Retrieval;

/// <summary>Rows that are found by words, by meaning, or by both. Never changes: what is new makes a new one out of rows that are taken apart already.</summary>
public sealed class TextIndex<T>
{
    // Of each way of finding, so many of its best are looked at by the other way too.
    private const int LeastCandidates = 50;

    private readonly IndexRow<T>[] _rows;
    private readonly T[] _items;
    private readonly Bm25 _words;
    private readonly VectorBlock? _vectors;
    private readonly Kinship? _kinship;

    /// <param name="words">Where words lie by meaning, for texts whose questions are asked in other words; null where words are few and exact.</param>
    public TextIndex(IReadOnlyList<IndexRow<T>> rows, Vocabulary vocabulary, int dimensions, WordVectors? words = null)
    {
        _rows = [.. rows];
        _items = [.. rows.Select(row => row.Item)];
        (TermCount[], float)[] terms = [.. rows.Select(row => (row.Terms, row.Length))];
        _words = new Bm25(terms, vocabulary, null);
        _kinship = words is { Dimensions: > 0 } ? new Kinship(terms, _words, vocabulary, words) : null;
        _vectors = Block(rows, dimensions);
    }

    private TextIndex(IReadOnlyList<IndexRow<T>> rows, Bm25 words, VectorBlock? vectors) =>
        (_rows, _items, _words, _vectors) = ([.. rows], [.. rows.Select(row => row.Item)], words, vectors);

    public int Count => _rows.Length;

    public IReadOnlyList<IndexRow<T>> Rows => _rows;

    /// <summary>An index of other rows in which words are as rare as in this one.</summary>
    internal TextIndex<T> Like(IReadOnlyList<IndexRow<T>> rows, Vocabulary vocabulary, int dimensions) =>
        new(rows, new Bm25([.. rows.Select(row => (row.Terms, row.Length))], vocabulary, _words), Block(rows, dimensions));

    /// <summary>The rows that fit a text, best first.</summary>
    /// <param name="vector">The text's vector; empty where it has none, then words alone decide.</param>
    /// <param name="filter">What every row has to be, whatever its score; null for nothing.</param>
    /// <param name="synonyms">Other words for those of the text, which count less.</param>
    public IReadOnlyList<IndexHit<T>> Search(string text, float[] vector, SearchMode mode, int count, Func<T, bool>? filter, string synonyms = "") =>
        SearchRows(text, vector, mode, count, filter is null ? null : (_, item) => filter(item), synonyms);

    /// <param name="filter">Is given a row's number and what it is.</param>
    internal IReadOnlyList<IndexHit<T>> SearchRows(string text, float[] vector, SearchMode mode, int count, Func<int, T, bool>? filter, string synonyms = "")
    {
        if (_rows.Length == 0)
            return [];
        var scores = ArrayPool<float>.Shared.Rent(_rows.Length);
        var allowed = filter is null ? null : ArrayPool<int>.Shared.Rent(_rows.Length);
        var words = scores.AsSpan(0, _rows.Length);
        words.Clear();
        var length = allowed is null ? _rows.Length : Filter(filter!, allowed);
        var most = mode == SearchMode.Vector || length == 0 ? 0 : _words.Score(text, words);
        var meaning = mode != SearchMode.Lexical && _vectors is not null && vector.AsSpan().IndexOfAnyExcept(0f) >= 0 ? vector : [];
        var near = Candidates(words, allowed, length, meaning, count);
        var hits = mode == SearchMode.Hybrid && _kinship is not null ? Judge(near, words, _kinship.Ask(text, synonyms), meaning, count) : Fuse(near, words, most, meaning, mode, count);
        ArrayPool<float>.Shared.Return(scores);
        if (allowed is not null)
            ArrayPool<int>.Shared.Return(allowed);
        return hits;
    }

    private int Filter(Func<int, T, bool> filter, int[] allowed)
    {
        var length = 0;
        for (var row = 0; row < _items.Length; row++)
        {
            if (filter(row, _items[row]))
                allowed[length++] = row;
        }

        return length;
    }

    // What either way finds, each with its cosine.
    private List<Near> Candidates(ReadOnlySpan<float> words, int[]? allowed, int length, float[] vector, int count)
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
        near.AddRange(best.Sorted().Where(one => known.Add(one.Row)).Select(one => new Near(one.Row, Cosine(one.Row, vector))));
        return near;
    }

    private List<IndexHit<T>> Fuse(List<Near> near, ReadOnlySpan<float> words, float most, float[] vector, SearchMode mode, int count)
    {
        var top = new TopList(count);
        foreach (var one in near)
        {
            if (Fusion.Score(most > 0 ? words[one.Row] / most : 0, one.Cosine, mode) is > 0 and var score)
                top.Offer(one.Row, score);
        }

        return Hits(top, words, vector);
    }

    private List<IndexHit<T>> Judge(List<Near> near, ReadOnlySpan<float> words, Kinship.Asked asked, float[] vector, int count)
    {
        var top = new TopList(count);
        foreach (var one in near)
        {
            if (Fusion.Score(_kinship!.Judge(one.Row, asked), one.Cosine) is > 0 and var score)
                top.Offer(one.Row, score);
        }

        return Hits(top, words, vector);
    }

    private List<IndexHit<T>> Hits(TopList top, ReadOnlySpan<float> words, float[] vector)
    {
        List<IndexHit<T>> hits = [];
        foreach (var (row, score) in top.Sorted())
            hits.Add(new(_rows[row], score, words[row] > 0 ? words[row] : null, vector.Length > 0 ? Cosine(row, vector) : null));
        return hits;
    }

    // What has no vector yet is found by its words meanwhile.
    private static VectorBlock? Block(IReadOnlyList<IndexRow<T>> rows, int dimensions)
    {
        var none = new RoundedVector(new float[dimensions]);
        return rows.Any(row => row.Rounded is not null) ? new VectorBlock([.. rows.Select(row => row.Rounded ?? none)], dimensions) : null;
    }

    private float Cosine(int row, float[] vector) => vector.Length > 0 ? _vectors!.Cosine(row, vector) : 0;
}

/// <summary>A row that was found.</summary>
/// <param name="Bm25">Its score by words; null when it has none of them or was not asked for by words.</param>
/// <param name="Cosine">Null when it was not looked for by meaning.</param>
public readonly record struct IndexHit<T>(IndexRow<T> Row, float Score, float? Bm25, float? Cosine);
