using System.Numerics;

namespace LeadHeat.Core.Understanding.Classifying;

/// <summary>Writes a scanned message as features: words and pairs of words, letters in words, word classes, and signals.</summary>
internal static class Features
{
    // What comes later in a very long message changes little of what it is about.
    private const int MostTokens = 240;
    private const uint Basis = 2166136261u;
    private const uint Prime = 16777619u;

    /// <summary>The whole message with its signals.</summary>
    /// <param name="question">What counts for more than the rest.</param>
    public static void Write(Scan scan, WordClasses classes, Intent ruled, Question question, FeatureVector features)
    {
        Text(scan, 0, Math.Min(scan.Tokens.Length, MostTokens), classes, question, features, inFull: true);
        Signals(scan, ruled, features);
        features.End(0.8f);
    }

    /// <summary>Some of its words, without signals.</summary>
    public static void Write(Scan scan, int start, int end, WordClasses classes, FeatureVector features)
    {
        Text(scan, start, Math.Min(end, start + MostTokens), classes, Question.None, features, inFull: false);
        features.End(0);
    }

    // Orders are told by the very words, in full by what they stand for.
    private static void Text(Scan scan, int start, int end, WordClasses classes, Question question, FeatureVector features, bool inFull)
    {
        features.Clear();
        var count = end - start;
        Span<uint> words = stackalloc uint[MostTokens];
        Span<int> kinds = stackalloc int[MostTokens];
        Span<char> folded = stackalloc char[Tokenizer.LongestWord];
        for (var i = 0; i < count; i++)
        {
            var word = WordAt(scan, start + i, folded, inFull);
            kinds[i] = scan.Tokens[start + i].Kind == TokenKind.Number ? WordClasses.None : classes.Of(word);
            words[i] = scan.Tokens[start + i].Kind == TokenKind.Number ? 77 : Hash(Basis, word);
        }
        Values(scan, start, words[..count]);
        WordPairs(words[..count], question, features);
        features.End(1);
        Letters(scan, start, end, folded, question, features, inFull);
        features.End(0.8f);
        Classes(kinds[..count], question, features);
        if (inFull)
            ClassesAmongWords(kinds[..count], words[..count], question, features);
        features.End(1);
    }

    private static ReadOnlySpan<char> WordAt(Scan scan, int token, Span<char> folded, bool inFull)
    {
        var word = Squeeze(folded, Tokenizer.Fold(scan.WrittenAt(token)[..Math.Min(scan.Tokens[token].Length, Tokenizer.LongestWord)], folded));
        return inFull ? Shorthand.Of(word) : word;
    }

    // "sooo" and "so" are one word, "heyyyy" and "heyy" too.
    private static ReadOnlySpan<char> Squeeze(Span<char> word, int length)
    {
        var kept = 0;
        for (var i = 0; i < length; i++)
        {
            if (kept >= 2 && word[kept - 1] == word[i] && word[kept - 2] == word[i])
                continue;
            word[kept++] = word[i];
        }
        return word[..kept];
    }

    // The words of a value are that value's kind: "<budget>", not its digits.
    private static void Values(Scan scan, int start, Span<uint> words)
    {
        foreach (var value in scan.Values)
        {
            var kind = Hash(Basis ^ 0x5bd1e995u, value.Field);
            foreach (var span in value.Spans)
            {
                if (span.Length * 2 > scan.Text.Length && scan.Tokens.Length > 12)
                    continue;
                for (var token = Math.Max(scan.TokenAt(span.Start), start); token < start + words.Length && scan.Tokens[token].Start < span.End; token++)
                {
                    if (IsContact(value.Field) || scan.Tokens[token].Kind == TokenKind.Number)
                        words[token - start] = kind;
                }
            }
        }
    }

    private static bool IsContact(string field) => field is Facts.FactFields.Email or Facts.FactFields.Phone;

    private static void WordPairs(ReadOnlySpan<uint> words, Question question, FeatureVector features)
    {
        var before = 1u;
        var beforeThat = 0u;
        for (var i = 0; i <= words.Length; i++)
        {
            var word = i < words.Length ? words[i] : 2u;
            var weight = question.WeightOf(Math.Min(i, words.Length - 1));
            if (i < words.Length)
                features.Add(word, weight);
            features.Add((before * 31) ^ (word * Prime) ^ 0x9E3779B9u, 0.8f * weight);
            if (beforeThat != 0)
                features.Add((beforeThat * 131) ^ (word * Prime) ^ 0x85EBCA6Bu, 0.4f * weight);
            (beforeThat, before) = (before, word);
        }
    }

    private static void Letters(Scan scan, int start, int end, Span<char> folded, Question question, FeatureVector features, bool inFull)
    {
        Span<char> padded = stackalloc char[Tokenizer.LongestWord + 2];
        for (var i = start; i < end; i++)
        {
            if (scan.Tokens[i].Kind != TokenKind.Word)
                continue;
            var weight = question.WeightOf(i);
            var word = WordAt(scan, i, folded, inFull);
            padded[0] = '^';
            word.CopyTo(padded[1..]);
            padded[word.Length + 1] = '$';
            for (var first = 0; first < word.Length; first++)
            {
                var hash = Basis ^ 0x1234567u;
                for (var last = first; last < Math.Min(first + 5, word.Length + 2); last++)
                {
                    hash = (hash ^ padded[last]) * Prime;
                    if (last >= first + 2)
                        features.Add(hash, weight);
                }
            }
        }
    }

    private static void Classes(ReadOnlySpan<int> kinds, Question question, FeatureVector features)
    {
        var before = 0;
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] == WordClasses.None)
                continue;
            var weight = question.WeightOf(i);
            features.Add(0xC1A55000u + (uint)kinds[i], weight);
            features.Add(0xC1A56000u + (uint)((before * 512) + kinds[i]), 0.7f * weight);
            before = kinds[i];
        }
        features.Add(0xC1A57000u + (uint)before, 0.3f);
    }

    // "see the ⟨home⟩" holds for every word that means a home.
    private static void ClassesAmongWords(ReadOnlySpan<int> kinds, ReadOnlySpan<uint> words, Question question, FeatureVector features)
    {
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] == WordClasses.None)
                continue;
            var weight = 0.5f * question.WeightOf(i);
            features.Add(((i > 0 ? words[i - 1] : 1u) * 37) ^ ((uint)kinds[i] * 0x27D4EB2Fu), weight);
            features.Add(((i < kinds.Length - 1 ? words[i + 1] : 2u) * 41) ^ ((uint)kinds[i] * 0x165667B1u), weight);
        }
    }

    private static void Signals(Scan scan, Intent ruled, FeatureVector features)
    {
        for (var cues = (ulong)scan.Cues; cues != 0; cues &= cues - 1)
            features.Add(0x51600000u + (uint)BitOperations.TrailingZeroCount(cues));
        features.Add(0x51610000u + (uint)ruled);
        foreach (var value in scan.Values)
            features.Add(Hash(Basis ^ 0x7001u, value.Field));
        if (scan.Values.Count == 0)
            features.Add(0x51620001u, 0.5f);
        if (scan.Topic is not null)
            features.Add(0x51620002u);
        features.Add(0x51630000u + (uint)Math.Min(BitOperations.Log2((uint)scan.Tokens.Length + 1), 6), 0.5f);
        if (scan.Dialogue.LastAsked is { } asked)
            features.Add(Hash(Basis ^ 0x7002u, asked), 0.5f);
        Shape(scan.Text, features);
    }

    private static void Shape(string text, FeatureVector features)
    {
        if (text.Contains('!', StringComparison.Ordinal))
            features.Add(0x51640001u, 0.5f);
        if (text.Contains("!!", StringComparison.Ordinal))
            features.Add(0x51640002u);
        if (text.Contains("??", StringComparison.Ordinal))
            features.Add(0x51640003u);
        if (Temper.IsShouting(text))
            features.Add(0x51640004u);
        if (text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase))
            features.Add(0x51640005u);
    }

    private static uint Hash(uint basis, ReadOnlySpan<char> word)
    {
        var hash = basis;
        foreach (var letter in word)
            hash = (hash ^ letter) * Prime;
        return hash;
    }
}
