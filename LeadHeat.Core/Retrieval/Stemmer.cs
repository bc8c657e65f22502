namespace LeadHeat.Core.Retrieval;

/// <summary>
/// Cuts English endings by M. F. Porter's published rules (1980), so that "payments", "paying" and "paid back" meet half-way:
/// <c>payments → payment → pay</c> is one stem with <c>pay</c>.
/// </summary>
internal static class Stemmer
{
    private static readonly (string From, string To)[] Doubles =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("iser", "ize"), ("bli", "ble"), ("alli", "al"),
        ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("isation", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"),
        ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
    ];

    private static readonly (string From, string To)[] Singles =
        [("icate", "ic"), ("ative", ""), ("alize", "al"), ("alise", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")];

    private static readonly string[] Last =
        ["al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ou", "ism", "ate", "iti", "ous", "ive", "ize", "ise"];

    /// <summary>Stems a lower-case word in place; returns its new length, which never exceeds the old one by more than the e that a stem gets back.</summary>
    public static int Stem(Span<char> word, int length)
    {
        if (length < 3)
            return length;
        length = Plural(word, length);
        length = PastAndProgressive(word, length);
        if (length > 2 && word[length - 1] == 'y' && HasVowel(word[..(length - 1)]))
            word[length - 1] = 'i';
        length = Replace(word, length, Doubles);
        length = Replace(word, length, Singles);
        length = CutLast(word, length);
        if (length > 2 && word[length - 1] == 'e' && (Measure(word[..(length - 1)]) > 1 || (Measure(word[..(length - 1)]) == 1 && !EndsShort(word[..(length - 1)]))))
            length--;
        return length > 2 && word[length - 1] == 'l' && word[length - 2] == 'l' && Measure(word[..(length - 1)]) > 1 ? length - 1 : length;
    }

    private static int Plural(Span<char> word, int length)
    {
        var text = word[..length];
        if (text.EndsWith("sses") || text.EndsWith("ies"))
            return length - 2;
        return text[^1] == 's' && text[^2] != 's' ? length - 1 : length;
    }

    private static int PastAndProgressive(Span<char> word, int length)
    {
        var text = word[..length];
        if (text.EndsWith("eed"))
            return Measure(text[..^3]) > 0 ? length - 1 : length;
        var cut = text.EndsWith("ed") && HasVowel(text[..^2]) ? 2 : text.EndsWith("ing") && HasVowel(text[..^3]) ? 3 : 0;
        if (cut == 0)
            return length;
        length -= cut;
        text = word[..length];
        if (text.EndsWith("at") || text.EndsWith("bl") || text.EndsWith("iz"))
        {
            word[length] = 'e';
            return length + 1;
        }

        if (EndsDouble(text) && text[^1] is not ('l' or 's' or 'z'))
            return length - 1;
        if (Measure(text) != 1 || !EndsShort(text))
            return length;
        word[length] = 'e';
        return length + 1;
    }

    private static int Replace(Span<char> word, int length, (string From, string To)[] rules)
    {
        foreach (var (from, to) in rules)
        {
            if (!word[..length].EndsWith(from))
                continue;
            if (Measure(word[..(length - from.Length)]) == 0)
                return length;
            to.CopyTo(word[(length - from.Length)..]);
            return length - from.Length + to.Length;
        }

        return length;
    }

    private static int CutLast(Span<char> word, int length)
    {
        var text = word[..length];
        if (text.EndsWith("ion"))
            return length > 3 && text[^4] is 's' or 't' && Measure(text[..^3]) > 1 ? length - 3 : length;
        var cut = 0;
        foreach (var ending in Last)
        {
            if (ending.Length > cut && text.EndsWith(ending))
                cut = ending.Length;
        }

        return cut > 0 && Measure(text[..^cut]) > 1 ? length - cut : length;
    }

    // How often a vowel is followed by a consonant.
    private static int Measure(ReadOnlySpan<char> text)
    {
        var (count, before) = (0, false);
        for (var at = 0; at < text.Length; at++)
        {
            var vowel = IsVowel(text, at);
            if (before && !vowel)
                count++;
            before = vowel;
        }

        return count;
    }

    private static bool HasVowel(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (IsVowel(text, at))
                return true;
        }

        return false;
    }

    private static bool EndsDouble(ReadOnlySpan<char> text) => text.Length > 1 && text[^1] == text[^2] && !IsVowel(text, text.Length - 1);

    private static bool EndsShort(ReadOnlySpan<char> text) =>
        text.Length > 2 && !IsVowel(text, text.Length - 3) && IsVowel(text, text.Length - 2) && !IsVowel(text, text.Length - 1) && text[^1] is not ('w' or 'x' or 'y');

    private static bool IsVowel(ReadOnlySpan<char> text, int at) =>
        text[at] is 'a' or 'e' or 'i' or 'o' or 'u' || (text[at] == 'y' && at > 0 && !IsVowel(text, at - 1));
}
