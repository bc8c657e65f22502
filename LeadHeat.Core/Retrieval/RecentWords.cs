using System.Collections.Concurrent;

namespace LeadHeat.Core.Retrieval;

/// <summary>
/// Keeps what was made for the words that were asked lately: when half of the most are there, it begins anew beside that half and forgets the one before.
/// Safe for use by many at once; two that ask at once may make the same.
/// </summary>
/// <param name="most">How many words are kept; at least 2.</param>
internal sealed class RecentWords<T>(int most) where T : class
{
    private volatile Halves _halves = new(new(), null);

    public T Get(ReadOnlySpan<char> word, Func<string, T> make)
    {
        var halves = _halves;
        if (halves.Young.Of(word) is { } known)
            return known;
        var key = word.ToString();
        var made = halves.Old?.Of(word) ?? make(key);
        // A late one may add to a half that is being left; it is made again then.
        if (halves.Young.Add(key, made) > most / 2)
            _halves = new(new(), halves.Young);
        return made;
    }

    private sealed record Halves(Half Young, Half? Old);

    private sealed class Half
    {
        private readonly ConcurrentDictionary<string, T> _words = new(StringComparer.Ordinal);
        private int _count;

        public T? Of(ReadOnlySpan<char> word) => _words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var known) ? known : null;

        public int Add(string word, T made) => _words.TryAdd(word, made) ? Interlocked.Increment(ref _count) : 0;
    }
}
