namespace LeadHeat.Api.Demo;

/// <summary>Chance that is the same on every machine and runtime (SplitMix64), so that demo data is too.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Dice that depend on a text only.</summary>
    public static Dice For(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text)
            hash = (hash ^ letter) * 1099511628211UL;
        return new(hash);
    }

    /// <summary>A number from 0 to below <paramref name="end"/>.</summary>
    public int Below(int end) => (int)(Next() % (ulong)end);

    /// <summary>A number from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>True in so many of 100 cases.</summary>
    public bool Percent(int chance) => Below(100) < chance;

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>So many different items, in a random order.</summary>
    public IReadOnlyList<T> Several<T>(IReadOnlyList<T> items, int count)
    {
        List<T> rest = [.. items];
        List<T> chosen = [];
        while (chosen.Count < count && rest.Count > 0)
        {
            var at = Below(rest.Count);
            chosen.Add(rest[at]);
            rest.RemoveAt(at);
        }
        return chosen;
    }

    /// <summary>A version-7 id for a time.</summary>
    public Guid Id(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, Next());
        BitConverter.TryWriteBytes(bytes[8..], Next());
        var milliseconds = at.ToUnixTimeMilliseconds();
        for (var i = 0; i < 6; i++)
            bytes[i] = (byte)(milliseconds >> (40 - (8 * i)));
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }

    private ulong Next()
    {
        var mixed = _state += 0x9E3779B97F4A7C15UL;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }
}
