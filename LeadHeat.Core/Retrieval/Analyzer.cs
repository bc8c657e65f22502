using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Retrieval;

/// <summary>Cuts a text into the terms that are searched: words without case, accents, endings and without those that say nothing; numbers.</summary>
internal static class Analyzer
{
    /// <summary>Is told a term; the characters are gone when it returns.</summary>
    public delegate void Found(ReadOnlySpan<char> term);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Empty = new HashSet<string>(StringComparer.Ordinal)
    {
        "a", "about", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "could", "did", "do", "does", "for",
        "from", "get", "got", "had", "has", "have", "he", "her", "his", "how", "i", "id", "if", "im", "in", "into", "is", "it", "its", "ive", "just", "like", "me",
        "may", "might", "my", "no", "not", "of", "on", "or", "our", "please", "s", "she", "should", "so", "some", "such", "t", "than", "that", "the", "their",
        "them", "then", "there", "these", "they", "this", "those", "to", "too", "us", "very", "was", "we", "were", "what", "when", "where", "which",
        "who", "whom", "whose", "why", "will", "with", "would", "you", "your", "hi", "hello", "hey", "tell", "know", "want", "thanks", "thank",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The stems of a text, in its order.</summary>
    public static void Terms(ReadOnlySpan<char> text, Found found) => Words(text, (word, buffer) =>
    {
        if (!Empty.Contains(word))
            found(buffer[..Stemmer.Stem(buffer, word.Length)]);
    });

    /// <summary>The stems of a text as a list.</summary>
    public static List<string> Terms(string text)
    {
        List<string> terms = [];
        Terms(text, term => terms.Add(term.ToString()));
        return terms;
    }

    /// <summary>The plain words of a text, also empty ones, before endings are cut.</summary>
    public static void PlainWords(ReadOnlySpan<char> text, Found found) => Words(text, (word, _) => found(word));

    /// <summary>Whether a plain word says nothing by itself.</summary>
    public static bool IsEmpty(ReadOnlySpan<char> word) => Empty.Contains(word);

    private delegate void FoundWord(ReadOnlySpan<char> word, Span<char> buffer);

    private static void Words(ReadOnlySpan<char> text, FoundWord found)
    {
        // One more than a word, for the e that a stem may get back.
        Span<char> buffer = stackalloc char[Tokenizer.LongestWord + 1];
        for (var start = 0; start < text.Length; start++)
        {
            if (!char.IsLetterOrDigit(text[start]))
                continue;
            var end = start + 1;
            // A digit beside a letter is another word: 2bhk is 2 and bhk.
            while (end < text.Length && (IsInner(text, end) || (char.IsLetterOrDigit(text[end]) && char.IsDigit(text[end]) == char.IsDigit(text[end - 1]))))
                end++;
            if (Tokenizer.Fold(text[start..end], buffer[..Tokenizer.LongestWord]) is var length and > 0)
                found(buffer[..length], buffer);
            start = end - 1;
        }
    }

    // don't is one word; of 'gym's' the s goes the way of endings. 1,000.50 is one number.
    private static bool IsInner(ReadOnlySpan<char> text, int at) => at + 1 < text.Length && text[at] switch
    {
        '\'' or '’' => char.IsLetter(text[at + 1]) && char.IsLetter(text[at - 1]),
        '.' => char.IsDigit(text[at + 1]) && char.IsDigit(text[at - 1]),
        _ => false,
    };
}
