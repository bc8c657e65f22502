using System.Collections.Concurrent;

namespace LeadHeat.Core.Retrieval;

/// <summary>Numbers for terms. It grows with what is indexed, never with what is asked. Safe for use by many at once.</summary>
public sealed class Vocabulary
{
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Lock _growing = new();

    public Vocabulary() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _numbers.Count;

    /// <summary>All terms with their numbers.</summary>
    internal IEnumerable<KeyValuePair<string, int>> Terms => _numbers;

    /// <summary>The term's number; a new one when it has none.</summary>
    public int Add(ReadOnlySpan<char> term)
    {
        if (_lookup.TryGetValue(term, out var number))
            return number;
        lock (_growing)
        {
            if (!_lookup.TryGetValue(term, out number))
                _lookup[term] = number = _numbers.Count;
            return number;
        }
    }

    /// <summary>The term's number, or -1.</summary>
    public int Find(ReadOnlySpan<char> term) => _lookup.TryGetValue(term, out var number) ? number : -1;
}
