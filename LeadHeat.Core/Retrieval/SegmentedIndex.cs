using LeadHeat.Core.Knowledge;

namespace LeadHeat.Core.Retrieval;

/// <summary>
/// An index that changes cheaply: a big segment that stays, marks on those of its rows that are gone, and a little segment of what came since. Never
/// changes itself: a change makes a new one that shares the big segment. Scores of both compare, because rarity is the big segment's in both.
/// </summary>
public sealed class SegmentedIndex<T> where T : class
{
    private readonly TextIndex<T> _old;
    private readonly TextIndex<T> _fresh;
    private readonly bool[] _gone;
    private readonly Dictionary<T, int> _places;
    private readonly Vocabulary _vocabulary;
    private readonly int _dimensions;

    public SegmentedIndex(IReadOnlyList<IndexRow<T>> rows, Vocabulary vocabulary, int dimensions)
    {
        (_old, _gone, _vocabulary, _dimensions) = (new(rows, vocabulary, dimensions), new bool[rows.Count], vocabulary, dimensions);
        _fresh = _old.Like([], vocabulary, dimensions);
        _places = new(rows.Count, ReferenceEqualityComparer.Instance);
        for (var row = 0; row < rows.Count; row++)
            _places[rows[row].Item] = row;
    }

    private SegmentedIndex(SegmentedIndex<T> before, bool[] gone, int changes, IndexRow<T>[] fresh)
    {
        (_old, _gone, _places, _vocabulary, _dimensions, Changes) = (before._old, gone, before._places, before._vocabulary, before._dimensions, changes);
        _fresh = _old.Like(fresh, _vocabulary, _dimensions);
    }

    /// <summary>How many rows came or went since the big segment was made: the more, the more a change and a search cost.</summary>
    public int Changes { get; }

    /// <summary>Without some rows and with others.</summary>
    public SegmentedIndex<T> With(IReadOnlyCollection<T> leave, IReadOnlyCollection<IndexRow<T>> come)
    {
        var gone = (bool[])_gone.Clone();
        HashSet<T> fresh = new(ReferenceEqualityComparer.Instance);
        foreach (var item in leave)
        {
            if (_places.TryGetValue(item, out var row))
                gone[row] = true;
            else
                fresh.Add(item);
        }

        return new(this, gone, Changes + leave.Count + come.Count, [.. _fresh.Rows.Where(row => !fresh.Contains(row.Item)), .. come]);
    }

    /// <summary>The rows that fit a text, best first.</summary>
    /// <param name="vector">The text's vector; empty where it has none, then words alone decide.</param>
    /// <param name="filter">What every row has to be, whatever its score.</param>
    public IReadOnlyList<IndexHit<T>> Search(string text, float[] vector, SearchMode mode, int count, Func<T, bool> filter)
    {
        var found = _old.SearchRows(text, vector, mode, count, (row, item) => !_gone[row] && filter(item));
        if (_fresh.Count == 0)
            return found;
        return [.. found.Concat(_fresh.SearchRows(text, vector, mode, count, (_, item) => filter(item))).OrderByDescending(hit => hit.Score).Take(count)];
    }
}
