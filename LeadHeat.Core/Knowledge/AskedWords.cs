using LeadHeat.Core.Retrieval;

namespace LeadHeat.Core.Knowledge;

/// <summary>Finds a question's words in a text, in whatever form they stand there: "fees" is "fee".</summary>
public static class AskedWords
{
    /// <summary>Where they stand: first character and length, in UTF-16 units, in the text's order.</summary>
    public static IReadOnlyList<(int Start, int Length)> In(string text, string question)
    {
        var asked = Analyzer.Terms(question).ToHashSet(StringComparer.Ordinal);
        List<(int, int)> found = [];
        for (var start = 0; start < text.Length; start++)
        {
            if (!char.IsLetterOrDigit(text[start]))
                continue;
            var end = start + 1;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
                end++;
            if (Analyzer.Terms(text[start..end]).Exists(asked.Contains))
                found.Add((start, end - start));
            start = end;
        }

        return found;
    }
}
