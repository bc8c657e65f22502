namespace LeadHeat.Core.Understanding;

/// <summary>Phrases with what they mean, looked up where a phrase begins; the longest one counts.</summary>
/// <typeparam name="T">What a phrase means.</typeparam>
/// <param name="entries">Phrases with semicolons between them; words with bars between them stand for one another.</param>
internal sealed class PhraseTable<T>(params (T Meaning, string Phrases)[] entries)
{
    private readonly Dictionary<string, (string[][] Words, T Meaning)[]>.AlternateLookup<ReadOnlySpan<char>> _byFirst = entries
        .SelectMany(entry => entry.Phrases.Split("; "), (entry, phrase) => (Words: phrase.Split(' ').Select(place => place.Split('|')).ToArray(), entry.Meaning))
        .SelectMany(phrase => phrase.Words[0], (phrase, first) => (First: first, phrase.Words, phrase.Meaning))
        .GroupBy(phrase => phrase.First, phrase => (phrase.Words, phrase.Meaning), StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Words.Length).ToArray(), StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What the phrase means that begins at a token, and the token behind it; null when none does.</summary>
    public (T Meaning, int End)? At(Scan scan, int at)
    {
        if ((uint)at >= (uint)scan.Tokens.Length || !_byFirst.TryGetValue(scan.WordAt(at), out var phrases))
            return null;
        foreach (var (words, meaning) in phrases)
        {
            if (Stands(scan, words, at))
                return (meaning, at + words.Length);
        }
        return null;
    }

    /// <summary>Whether a phrase begins at a token of these.</summary>
    public bool IsIn(Scan scan, int from, int end)
    {
        for (var at = Math.Max(0, from); at < Math.Min(end, scan.Tokens.Length); at++)
        {
            if (At(scan, at) is not null)
                return true;
        }
        return false;
    }

    private static bool Stands(Scan scan, string[][] words, int at)
    {
        for (var place = 1; place < words.Length; place++)
        {
            if (at + place >= scan.Tokens.Length || !Holds(words[place], scan.WordAt(at + place)))
                return false;
        }
        return true;
    }

    private static bool Holds(string[] words, ReadOnlySpan<char> said)
    {
        foreach (var word in words)
        {
            if (said.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
