namespace LeadHeat.Core.Understanding;

/// <summary>Cuts a phrase of a playbook into folded words, as the tokenizer cuts messages.</summary>
internal static class PhraseWords
{
    public static IEnumerable<string> Of(string phrase)
    {
        for (var i = 0; i < phrase.Length;)
        {
            var end = i;
            if (char.IsAsciiDigit(phrase[i]))
            {
                while (end < phrase.Length && char.IsAsciiDigit(phrase[end]))
                    end++;
            }
            else
            {
                while (end < phrase.Length && (char.IsLetter(phrase[end]) || (end > i && phrase[end] is '\'' or '’')))
                    end++;
            }
            if (end > i)
                yield return Folded(phrase.AsSpan(i, end - i));
            i = Math.Max(end, i + 1);
        }
    }

    private static string Folded(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[word.Length];
        return folded[..Tokenizer.Fold(word, folded)].ToString();
    }
}
