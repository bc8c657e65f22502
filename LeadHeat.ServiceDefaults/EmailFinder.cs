using System.Globalization;

namespace LeadHeat.ServiceDefaults;

internal static class EmailFinder
{
    private const string EscapedAt = "%40";

    /// <summary>The next address from there on, also one that is escaped in an URL.</summary>
    public static (int Start, int End)? Next(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            var width = text[at] == '@' ? 1 : text[at] == '%' && string.CompareOrdinal(text, at, EscapedAt, 0, EscapedAt.Length) == 0 ? EscapedAt.Length : 0;
            if (width == 0)
                continue;
            var (start, end) = (at, at + width);
            while (start > from && IsLocal(text[start - 1]))
                start--;
            while (end < text.Length && IsDomain(text[end]))
                end++;
            while (end > at + width && text[end - 1] is '.' or '-')
                end--;
            if (start < at && text.AsSpan(at + width, end - at - width).IndexOf('.') > 0)
                return (start, end);
        }

        return null;
    }

    // Vowels of Indian scripts are marks and no letters.
    private static bool IsWord(char sign) =>
        char.IsLetterOrDigit(sign) || (sign > 127 && char.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static bool IsLocal(char sign) => IsWord(sign) || sign is '.' or '_' or '%' or '+' or '-' or '\'' or '!' or '#' or '$' or '*' or '~';

    private static bool IsDomain(char sign) => IsWord(sign) || sign is '.' or '-';
}
