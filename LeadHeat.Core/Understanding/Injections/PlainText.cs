using System.Buffers;

namespace LeadHeat.Core.Understanding.Injections;

/// <summary>Undoes how letters are dressed up: full-width and mathematical letters, look-alikes of other alphabets, invisible characters.</summary>
internal static class PlainText
{
    // Cyrillic and Greek letters that look like Latin ones, and the Latin ones.
    private const string LookAlikes = "аеорсухіјѕԁһӏԛԝьвкмнтАЕОРСУХІЈЅВКМНТαορυνικτΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
    private const string Latin = "aeopcyxijsdhlqwbbkmhtAEOPCYXIJSBKMHTaopuviktABEZHIKMNOPTYX";
    private static readonly SearchValues<char> Ascii = SearchValues.Create([.. Enumerable.Range(0, 128).Select(code => (char)code)]);

    /// <summary>The text in plain letters; the same string where nothing had to change.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Ascii))
            return text;
        var plain = new char[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                var letter = OfMathematical(char.ConvertToUtf32(text[i], text[i + 1]));
                if (letter != '\0')
                    plain[length++] = letter;
                else if (!IsTag(text[i], text[i + 1]))
                    (plain[length], plain[length + 1], length) = (text[i], text[i + 1], length + 2);
                i++;
            }
            else if (!IsInvisible(text[i]))
            {
                plain[length++] = OfWide(text[i]);
            }
        }
        Unmask(plain.AsSpan(0, length));
        return plain.AsSpan(0, length).SequenceEqual(text) ? text : new(plain, 0, length);
    }

    private static char OfWide(char letter) => letter switch
    {
        >= '！' and <= '～' => (char)(letter - 0xFEE0),
        '\u3000' or '\u00A0' or (>= '\u2000' and <= '\u200A') => ' ',
        >= 'ⓐ' and <= 'ⓩ' => (char)('a' + (letter - 'ⓐ')),
        >= 'Ⓐ' and <= 'Ⓩ' => (char)('a' + (letter - 'Ⓐ')),
        _ => letter,
    };

    // Bold, italic, script and other letters of U+1D400 to U+1D6A3 stand in rows of 26.
    private static char OfMathematical(int code) => code is >= 0x1D400 and <= 0x1D6A3
        ? (char)('a' + ((code - 0x1D400) % 26)) : code is >= 0x1F130 and <= 0x1F149 ? (char)('a' + (code - 0x1F130)) : '\0';

    private static bool IsInvisible(char letter) =>
        letter is '\u00AD' or '\u034F' or '\u061C' or '\u180E' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064')
            or (>= '\u0300' and <= '\u036F') or (>= '\uFE00' and <= '\uFE0F');

    private static bool IsTag(char high, char low) => char.ConvertToUtf32(high, low) is >= 0xE0000 and <= 0xE007F;

    // A word that mixes Latin letters with look-alikes is meant to be read as Latin.
    private static void Unmask(Span<char> text)
    {
        for (var start = 0; start < text.Length;)
        {
            if (!char.IsLetter(text[start]))
            {
                start++;
                continue;
            }
            var end = start;
            var (latin, masked) = (false, false);
            for (; end < text.Length && char.IsLetter(text[end]); end++)
            {
                latin |= char.IsAsciiLetter(text[end]);
                masked |= !char.IsAscii(text[end]);
            }
            if (latin && masked)
                Unmask(text, start, end);
            start = end;
        }
    }

    private static void Unmask(Span<char> text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var at = LookAlikes.IndexOf(text[i], StringComparison.Ordinal);
            if (at >= 0)
                text[i] = Latin[at];
        }
    }
}
