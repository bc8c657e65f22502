using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Tells whether a message plainly tells something of its writer, though no field takes it: that is heard, not asked back.</summary>
internal static class Telling
{
    private const int FewestWords = 5;
    private const double Readable = 0.8;

    // The list of English words leaves such short ones out.
    private const int Short = 2;

    private static readonly HashSet<string> Themselves =
        new(["i", "im", "ive", "id", "my", "me", "we", "weve", "our", "us", "mera", "meri", "mere", "hamara", "hamari", "hamare", "hum"], StringComparer.Ordinal);

    public static bool Is(Understood message)
    {
        if (message.Has(Cues.Question | Cues.IsBot | Cues.SmallTalk | Cues.OffTopic | Cues.Spam | Cues.Injection) || message.Injection || Asking.Is(message))
            return false;
        // "We're" is cut to "were".
        string[] words = [.. PhraseWords.Of(message.Text)];
        return words.Length >= FewestWords && (words.Any(Themselves.Contains) || words[0] == "were")
            && words.Count(word => word.Length <= Short || EnglishWords.Contains(word)) >= words.Length * Readable;
    }
}
