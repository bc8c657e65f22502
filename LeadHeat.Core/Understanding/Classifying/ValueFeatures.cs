namespace LeadHeat.Core.Understanding.Classifying;

/// <summary>Writes what stands around a value as features: words by their side and distance, all words, what they mean to scanners, and signs.</summary>
internal static class ValueFeatures
{
    private const int Reach = 14;
    private const int MostTokens = 240;
    private const uint Basis = 2166136261u;
    private const uint Prime = 16777619u;
    private const uint Number = 77;

    /// <param name="start">The value's first token.</param>
    /// <param name="end">The token behind its last.</param>
    public static void Write(Token[] tokens, string text, int start, int end, FeatureVector features)
    {
        features.Clear();
        Span<uint> words = stackalloc uint[Reach];
        Span<bool> apart = stackalloc bool[Reach];
        var left = Side(tokens, text, start - 1, -1, words, apart);
        Around(words[..left], apart, 0x10000000u, features);
        var right = Side(tokens, text, end, 1, words, apart);
        Around(words[..right], apart, 0x20000000u, features);
        features.End(1);
        All(tokens, text, start, end, features);
        features.End(0.7f);
        Keys(tokens, start - 1, -1, 0x30000000u, features);
        Keys(tokens, end, 1, 0x40000000u, features);
        features.End(0.5f);
        Signs(tokens, text, start, end, features);
        Clause(tokens, text, start, end, features);
        features.End(0.5f);
    }

    // The value's own clause: its words, how it begins, what it is joined by, and what "I", "we" or "my" goes before.
    private static void Clause(Token[] tokens, string text, int start, int end, FeatureVector features)
    {
        var (first, last) = (start, end);
        while (first > 0 && start - first < Reach && !IsJoint(tokens, text, first - 1))
            first--;
        while (last < tokens.Length && last - end < Reach && !IsJoint(tokens, text, last))
            last++;
        for (var i = first; i < last; i++)
        {
            if (i < start || i >= end)
                features.Add(0xA0000000u ^ (WordOf(tokens, text, i) * Prime));
        }
        if (first < start)
            features.Add(0xA1000000u ^ (WordOf(tokens, text, first) * Prime));
        if (first + 1 < start)
            features.Add(0xA2000000u ^ (WordOf(tokens, text, first) * 31) ^ (WordOf(tokens, text, first + 1) * Prime));
        if (first > 0)
            features.Add(0xA3000000u ^ (WordOf(tokens, text, first - 1) * Prime));
        features.Add(0xA4000000u + (uint)Math.Min(start - first, 5));
        features.Add(0xA5000000u + (uint)Math.Min(last - end, 5));
        for (var i = first; i < start; i++)
        {
            for (var j = i + 1; j < Math.Min(start, i + 4) && Own.Contains(text.AsSpan(tokens[i].Start, tokens[i].Length)); j++)
                features.Add(0xA6000000u ^ (WordOf(tokens, text, j) * Prime));
        }
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Own = WordSet.Of("i we my our");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Joints = WordSet.Of("but and so because while though that which who if when or then . , ! ? ; : - ( )");

    private static bool IsJoint(Token[] tokens, string text, int at) => Joints.Contains(text.AsSpan(tokens[at].Start, tokens[at].Length));

    // The words on one side, the nearest first, and which stand in another sentence.
    private static int Side(Token[] tokens, string text, int first, int step, Span<uint> words, Span<bool> apart)
    {
        var count = 0;
        var crossed = false;
        for (var i = first; i >= 0 && i < tokens.Length && count < Reach; i += step)
        {
            crossed |= tokens[i].Kind == TokenKind.Symbol && text[tokens[i].Start] is '.' or '!' or '?' or ';' && tokens[i].Length == 1;
            apart[count] = crossed;
            words[count++] = WordOf(tokens, text, i);
        }
        return count;
    }

    private static void Around(ReadOnlySpan<uint> words, ReadOnlySpan<bool> apart, uint side, FeatureVector features)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var here = side + (apart[i] ? 0x01000000u : 0);
            var near = (uint)(i < 2 ? i + 1 : i < 5 ? 3 : 4) << 20;
            features.Add((here + near) ^ (words[i] * Prime));
            features.Add(here ^ (words[i] * Prime));
            var next = i + 1 < words.Length ? words[i + 1] : 2u;
            if (i < 6)
                features.Add(here ^ (words[i] * 31) ^ (next * Prime) ^ 0x9E3779B9u);
            if (i < 4)
                features.Add(here ^ (words[i] * 131) ^ (next * 31) ^ ((i + 2 < words.Length ? words[i + 2] : 2u) * Prime) ^ 0x85EBCA6Bu);
        }
        if (words.IsEmpty)
            features.Add(side + 2);
    }

    private static void All(Token[] tokens, string text, int start, int end, FeatureVector features)
    {
        for (var i = 0; i < Math.Min(tokens.Length, MostTokens); i++)
            features.Add((i >= start && i < end ? 0x50000000u : 0x60000000u) ^ (WordOf(tokens, text, i) * Prime));
    }

    private static void Keys(Token[] tokens, int first, int step, uint side, FeatureVector features)
    {
        for (var (i, far) = (first, 0); i >= 0 && i < tokens.Length && far < 8; i += step, far++)
        {
            if (tokens[i].Key.Kind != KeyKind.None)
                features.Add(side + (uint)(far < 2 ? 0 : 256) + (uint)tokens[i].Key.Kind);
        }
    }

    private static void Signs(Token[] tokens, string text, int start, int end, FeatureVector features)
    {
        for (var i = start; i < end; i++)
        {
            if (tokens[i].Key.Kind != KeyKind.None)
                features.Add(0x70000000u + (uint)tokens[i].Key.Kind);
            if (tokens[i].Kind == TokenKind.Number)
                features.Add(0x71000000u + (uint)tokens[i].Length);
        }
        features.Add(0x72000000u + (text.Contains('?', StringComparison.Ordinal) ? 1u : 0));
        features.Add(0x73000000u + (uint)Math.Min(tokens.Length / 6, 6));
        var others = 0u;
        for (var i = 0; i < tokens.Length && others < 4; i++)
        {
            if ((i < start || i >= end) && tokens[i].Kind == TokenKind.Number)
                others++;
        }
        features.Add(0x74000000u + others);
    }

    private static uint WordOf(Token[] tokens, string text, int at)
    {
        if (tokens[at].Kind == TokenKind.Number)
            return Number;
        if (tokens[at].Key.Kind is KeyKind.Currency)
            return 78;
        Span<char> folded = stackalloc char[Tokenizer.LongestWord];
        var length = Tokenizer.Fold(text.AsSpan(tokens[at].Start, Math.Min(tokens[at].Length, Tokenizer.LongestWord)), folded);
        var hash = Basis;
        foreach (var letter in Shorthand.Of(folded[..length]))
            hash = (hash ^ letter) * Prime;
        return hash;
    }
}
