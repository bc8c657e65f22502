using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Tells a yes from politeness: "yes, thanks" agrees, "ok thanks" takes leave, "haha ok" smiles.</summary>
internal static class Agreement
{
    private static readonly string[] Firm = ["yes", "yeah", "yep", "yup", "sure", "please", "haan", "ji ", "of course", "definitely", "absolutely", "go ahead", "why not", "do it", "that works", "sounds good", "i'd like"];

    private static readonly string[] Laughter = ["haha", "hehe", "lol", "😂", "🤣"];

    public static bool Is(Understood message)
    {
        if (!message.Has(Cues.Yes) || message.Has(Cues.No))
            return false;
        return (!message.Has(Cues.Thanks | Cues.Goodbye | Cues.Question) && !Laughs(message)) || Firm.Any(word => message.Text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static bool Laughs(Understood message) => Laughter.Any(sound => message.Text.Contains(sound, StringComparison.OrdinalIgnoreCase));
}
