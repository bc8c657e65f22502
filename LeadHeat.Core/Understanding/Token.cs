namespace LeadHeat.Core.Understanding;

/// <summary>What a token is made of.</summary>
internal enum TokenKind : byte { Word, Number, Symbol }

/// <summary>A word, a number or a sign of a message.</summary>
internal struct Token
{
    public int Start;
    public int Length;
    public TokenKind Kind;

    /// <summary>Whether a space stands before it.</summary>
    public bool Apart;

    /// <summary>Whether it begins with a capital.</summary>
    public bool Capital;

    /// <summary>Whether an extractor has used it; others leave it alone.</summary>
    public bool Taken;

    /// <summary>2 when it is no English word, 1 when it is a rare one or a name, -1 when it is a usual one, 0 before anybody asked.</summary>
    public sbyte Strange;

    /// <summary>The word's number in the lexicon; -1 when it is in no phrase.</summary>
    public int Word;

    /// <summary>What was meant, where it has a typing error; null nearly always.</summary>
    public string? Meant;

    /// <summary>The number's value.</summary>
    public decimal Number;

    /// <summary>What the word means to the scanners of amounts and dates.</summary>
    public Keyword Key;

    public readonly int End => Start + Length;
}
