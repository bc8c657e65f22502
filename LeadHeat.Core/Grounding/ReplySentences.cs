using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Grounding;

/// <summary>Cuts a reply into sentences, each with the white space behind it: put together again they are the reply.</summary>
public static class ReplySentences
{
    private static readonly string[] Abbreviations = ["rs", "sq", "approx", "no", "e.g", "i.e", "mr", "mrs", "dr", "st", "min", "max", "incl"];

    /// <summary>The sentences, in their order.</summary>
    public static IEnumerable<TextSpan> Of(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = EndOf(text, start) ?? text.Length;
            yield return new(start, end - start);
            start = end;
        }
    }

    /// <summary>Where the sentence ends that begins here, with the white space behind it; null when it is not certain yet that it has ended.</summary>
    public static int? EndOf(string text, int start)
    {
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] != '\n' && !(text[at] is '.' or '!' or '?' or '…' && !IsAbbreviation(text, start, at)))
                continue;
            var end = at + 1;
            while (end < text.Length && (text[end] is '.' or '!' or '?' or '"' or '”' or ')'))
                end++;
            if (text[at] != '\n' && (end == text.Length || !char.IsWhiteSpace(text[end])))
                continue;
            while (end < text.Length && char.IsWhiteSpace(text[end]))
                end++;
            return end == text.Length ? null : end;
        }

        return null;
    }

    private static bool IsAbbreviation(string text, int start, int dot)
    {
        if (text[dot] != '.')
            return false;
        var word = dot;
        while (word > start && (char.IsLetter(text[word - 1]) || text[word - 1] == '.'))
            word--;
        return word < dot && Abbreviations.Contains(text[word..dot], StringComparer.OrdinalIgnoreCase);
    }
}
