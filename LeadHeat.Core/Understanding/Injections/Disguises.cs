using System.Net;
using System.Text;

namespace LeadHeat.Core.Understanding.Injections;

/// <summary>What a text says when its disguise is taken off: base64, hex, escapes, figures for letters, spaced out or reversed words.</summary>
internal static class Disguises
{
    private const int FewestSpaced = 6;
    private const int ShortestCode = 16;
    private static readonly string[] Backwards = ["snoitcurtsni", "noitcurtsni", "tpmorp", "erongi", "dragersid", "selur", "senilediug", "snoitcirtser", "tegrof"];
    private static readonly string[] Rotated = ["vtaber", "vafgehpgvba", "cebzcg", "qvfertneq", "ehyrf", "thvqryvar", "erfgevpgvba", "sbetrg"];

    /// <summary>All readings beside the plain one; mostly none.</summary>
    public static List<string> Of(string text)
    {
        List<string> readings = [];
        void Add(string? reading)
        {
            if (reading is { Length: > 4 } && reading != text)
                readings.Add(reading);
        }
        Add(Unescaped(text));
        Add(OfFigures(text));
        Add(Joined(text));
        Add(Contains(text, Backwards) ? Reversed(text) : null);
        Add(Contains(text, Rotated) ? Rot13(text) : null);
        foreach (var range in text.AsSpan().SplitAny(" \t\r\n\"'`<>(){},;:"))
            Add(Decoded(text.AsSpan(range)));
        return readings;
    }

    private static bool Contains(string text, string[] words) => Array.Exists(words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string? Unescaped(string text)
    {
        var plain = text;
        if (text.Contains('%', StringComparison.Ordinal))
            plain = Uri.UnescapeDataString(plain);
        if (text.Contains("&#", StringComparison.Ordinal))
            plain = WebUtility.HtmlDecode(plain);
        if (text.Contains("\\u00", StringComparison.OrdinalIgnoreCase) || text.Contains("\\n", StringComparison.Ordinal))
            plain = OfBackslashes(plain);
        return plain;
    }

    private static string OfBackslashes(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                plain.Append(text[i]);
            }
            else if (text[i + 1] is 'n' or 'r' or 't')
            {
                plain.Append('\n');
                i++;
            }
            else if (text[i + 1] is 'u' && i + 5 < text.Length && ushort.TryParse(text.AsSpan(i + 2, 4), System.Globalization.NumberStyles.HexNumber, null, out var code))
            {
                plain.Append((char)code);
                i += 5;
            }
        }
        return plain.ToString();
    }

    // "1gn0r3": a figure between letters in a word stands for a letter; "2bhk" and "b2b" are what they are.
    private static string? OfFigures(string text)
    {
        var figures = 0;
        for (var i = 1; i + 1 < text.Length; i++)
            figures += LetterOf(text[i]) != '\0' && char.IsAsciiLetter(text[i - 1]) && (char.IsAsciiLetter(text[i + 1]) || LetterOf(text[i + 1]) != '\0') ? 1 : 0;
        return figures < 2 ? null : string.Create(text.Length, text, static (plain, source) =>
        {
            for (var i = 0; i < plain.Length; i++)
                plain[i] = LetterOf(source[i]) is var letter and not '\0' ? letter : source[i];
        });
    }

    private static char LetterOf(char figure) => figure switch
    {
        '0' => 'o', '1' or '!' or '|' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', _ => '\0',
    };

    // "i g n o r e   a l l": single letters in a row; two spaces part words where there are any.
    private static string? Joined(string text)
    {
        var (joined, run, most) = (new StringBuilder(), 0, 0);
        for (var i = 0; i < text.Length;)
        {
            var isSingle = char.IsLetter(text[i]) && (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1])) && (i == 0 || !char.IsLetterOrDigit(text[i - 1]));
            joined.Append(text[i]);
            run = isSingle ? run + 1 : char.IsLetterOrDigit(text[i]) ? 0 : run;
            most = Math.Max(most, run);
            i++;
            if (isSingle && i + 1 < text.Length && !char.IsLetterOrDigit(text[i]) && char.IsLetter(text[i + 1]) && (i + 2 >= text.Length || !char.IsLetterOrDigit(text[i + 2])))
                i++;
        }
        return most >= FewestSpaced ? joined.ToString() : null;
    }

    private static string Reversed(string text)
    {
        var letters = text.ToCharArray();
        Array.Reverse(letters);
        return new(letters);
    }

    private static string Rot13(string text) => string.Create(text.Length, text, static (plain, source) =>
    {
        for (var i = 0; i < plain.Length; i++)
        {
            var letter = char.ToLowerInvariant(source[i]);
            plain[i] = letter is >= 'a' and <= 'z' ? (char)('a' + ((letter - 'a' + 13) % 26)) : letter;
        }
    });

    private static string? Decoded(ReadOnlySpan<char> word)
    {
        if (word.Length < ShortestCode)
            return null;
        var bytes = new byte[word.Length];
        var padded = word.TrimEnd('=').ToString().Replace('-', '+').Replace('_', '/');
        padded = padded.PadRight((padded.Length + 3) / 4 * 4, '=');
        var written = word.Length % 2 == 0 && Convert.FromHexString(word, bytes, out _, out var count) == System.Buffers.OperationStatus.Done
            ? count : Convert.TryFromBase64String(padded, bytes, out count) ? count : 0;
        return written > 0 && IsPrintable(bytes.AsSpan(0, written)) ? Encoding.UTF8.GetString(bytes, 0, written) : null;
    }

    private static bool IsPrintable(ReadOnlySpan<byte> bytes)
    {
        var spaces = 0;
        foreach (var value in bytes)
        {
            if (value is < 9 or > 126 or (> 13 and < 32))
                return false;
            spaces += value == ' ' ? 1 : 0;
        }
        return spaces > 0;
    }
}
