namespace LeadHeat.Core.Understanding;

/// <summary>Ordinary English words and names: what stands here is no place with a typing error.</summary>
internal static class EnglishWords
{
    // Open addressing over hashes: 72,000 words in one megabyte, and no object for each.
    private const int Size = 1 << 18;
    private static readonly ulong[] Table = Load();

    /// <summary>Whether a folded word is one.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => Find(HashOf(word)) != 0;

    /// <summary>Whether a folded word is one that everybody uses, no name and no rare word.</summary>
    public static bool IsUsual(ReadOnlySpan<char> word) => (Find(HashOf(word)) & 1) != 0;

    // The lowest bit of an entry says whether the word is usual.
    private static ulong Find(ulong hash)
    {
        for (var at = (hash >> 1) % Size; Table[at] != 0; at = (at + 1) % Size)
        {
            if ((Table[at] | 1) == (hash | 1))
                return Table[at];
        }
        return 0;
    }

    private static ulong[] Load()
    {
        var table = new ulong[Size];
        using var stream = typeof(EnglishWords).Assembly.GetManifestResourceStream("english.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } word)
        {
            var hash = HashOf(word.AsSpan().TrimEnd('~'));
            var at = (hash >> 1) % Size;
            while (table[at] != 0)
                at = (at + 1) % Size;
            table[at] = word[^1] == '~' ? hash & ~1UL : hash | 1;
        }
        return table;
    }

    // FNV-1a of 64 bits, mixed; two of the words would collide once in 10^9 lists.
    private static ulong HashOf(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in word)
            hash = (hash ^ letter) * 1099511628211UL;
        hash ^= hash >> 29;
        return hash < 2 ? 2 : hash;
    }
}
