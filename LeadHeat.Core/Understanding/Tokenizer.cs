using System.Globalization;

namespace LeadHeat.Core.Understanding;

/// <summary>Cuts a message into words, numbers and signs, in one pass.</summary>
internal static class Tokenizer
{
    /// <summary>What is longer than this is no word that we know.</summary>
    public const int LongestWord = 32;

    /// <param name="lexicon">Numbers the words that it knows; null where nobody asks for their numbers.</param>
    public static Token[] Cut(ReadOnlySpan<char> text, Lexicon? lexicon)
    {
        List<Token> tokens = new((text.Length / 4) + 8);
        var apart = true;
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                apart = true;
                i++;
                continue;
            }
            var token = char.IsAsciiDigit(text[i]) ? Number(text, i) : char.IsLetter(text[i]) ? Word(text, i, lexicon) : Sign(text, i, lexicon);
            token.Apart = apart;
            apart = false;
            i = token.End;
            tokens.Add(token);
        }
        return [.. tokens];
    }

    /// <summary>The first token at or after a place in the text.</summary>
    public static int At(Token[] tokens, int position)
    {
        var (low, high) = (0, tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].End <= position)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Writes a word in lower case, without accents and apostrophes; returns its length, or 0 when it is too long.</summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        var length = 0;
        foreach (var letter in word)
        {
            if (letter is '\'' or '’')
                continue;
            if (length == folded.Length)
                return 0;
            folded[length++] = Plain(char.ToLowerInvariant(letter));
        }
        return length;
    }

    private static char Plain(char letter) => letter switch
    {
        < '\u0080' => letter,
        >= 'à' and <= 'å' or 'ā' => 'a',
        'ç' => 'c',
        >= 'è' and <= 'ë' or 'ē' => 'e',
        >= 'ì' and <= 'ï' or 'ī' => 'i',
        'ñ' => 'n',
        >= 'ò' and <= 'ö' or 'ō' => 'o',
        >= 'ù' and <= 'ü' or 'ū' => 'u',
        _ => letter,
    };

    private static Token Word(ReadOnlySpan<char> text, int start, Lexicon? lexicon)
    {
        var end = start + 1;
        while (end < text.Length && (char.IsLetter(text[end]) || IsInnerApostrophe(text, end)))
            end++;
        return Known(text, start, end - start, TokenKind.Word, lexicon);
    }

    private static bool IsInnerApostrophe(ReadOnlySpan<char> text, int at) =>
        text[at] is '\'' or '’' && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    private static Token Sign(ReadOnlySpan<char> text, int start, Lexicon? lexicon)
    {
        var length = char.IsHighSurrogate(text[start]) && start + 1 < text.Length && char.IsLowSurrogate(text[start + 1]) ? 2 : 1;
        return Known(text, start, length, TokenKind.Symbol, lexicon);
    }

    private static Token Known(ReadOnlySpan<char> text, int start, int length, TokenKind kind, Lexicon? lexicon)
    {
        Span<char> buffer = stackalloc char[LongestWord];
        var folded = buffer[..Fold(text.Slice(start, length), buffer)];
        var word = folded.IsEmpty || lexicon is null ? -1 : lexicon.WordOf(folded);
        var key = folded.IsEmpty ? default : Keywords.Of(folded);
        string? meant = null;
        if (word < 0 && key.Kind == KeyKind.None && kind == TokenKind.Word && lexicon is not null)
        {
            // A place with a typing error may be as near: "seren" is Serena, and not seven.
            meant = folded.Length == length && Misspelt.Of(folded, isName: length > 1 && char.IsUpper(text[start]) && char.IsLower(text[start + 1])) is { } near && lexicon.Places.Find(folded, 1) is null ? near : null;
            if (meant is not null)
                (key, word) = (Keywords.Of(meant), lexicon.WordOf(meant));
            else if (char.IsLower(text[start]))
                word = lexicon.NearWordOf(folded);
        }
        return new()
        {
            Start = start,
            Length = length,
            Kind = kind,
            Capital = char.IsUpper(text[start]),
            Word = word,
            Key = key,
            Meant = meant,
        };
    }

    // 1,80,00,000 and 1,800,000 and 1.8 are one number each; in 2,3 the comma separates.
    private static Token Number(ReadOnlySpan<char> text, int start)
    {
        var end = Digits(text, start);
        var grouped = end;
        while (grouped < text.Length && text[grouped] == ',' && Digits(text, grouped + 1) - grouped - 1 is 2 or 3)
            grouped = Digits(text, grouped + 1);
        if (grouped > end && grouped - 4 >= start && text[grouped - 4] == ',')
            end = grouped;
        if (PointGroups(text, end) is var grouping && grouping > end)
            return new() { Start = start, Length = grouping - start, Kind = TokenKind.Number, Word = -1, Number = decimal.Parse(text[start..grouping].ToString().Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) };
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
            end = Digits(text, end + 1);
        var token = new Token { Start = start, Length = end - start, Kind = TokenKind.Number, Word = -1 };
        if (end - start > 20 || !decimal.TryParse(text[start..end], NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out token.Number))
            token.Kind = TokenKind.Symbol;
        return token;
    }

    // 1.800.000, as Europeans write it: at least two groups, so that a decimal is none.
    private static int PointGroups(ReadOnlySpan<char> text, int end)
    {
        var (at, groups) = (end, 0);
        while (at < text.Length && text[at] == '.' && Digits(text, at + 1) - at == 4)
            (at, groups) = (at + 4, groups + 1);
        return groups is >= 2 and <= 3 && (at == text.Length || text[at] != '.' || at + 1 == text.Length || !char.IsAsciiDigit(text[at + 1])) ? at : end;
    }

    private static int Digits(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && char.IsAsciiDigit(text[from]))
            from++;
        return from;
    }
}
