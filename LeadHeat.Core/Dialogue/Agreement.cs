using LeadHeat.Core.Facts;
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
        // "Jigani ya Attibele mein chalega": the yes behind news is about them.
        if (IsBehindNews(message, Cues.Yes))
            return false;
        // "Ok whats the shelf life" goes on to a question, with or without its mark.
        return (!message.Has(Cues.Thanks | Cues.Goodbye | Cues.Question) && !Laughs(message) && !Asking.Is(message)) || Firm.Any(word => message.Text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static readonly HashSet<string> Assent = new(
        ("yes yeah yep yup ya yea haan han ji sure ok okay k please pls plz do it that so go ahead of course definitely absolutely certainly why not sounds good great fine perfect works for me kindly thanks thank you theek thik hai let him her them call ring contact reach get back to tell ask "
        + "your colleague colleagues someone somebody person a the can could would will be nice help helpful i id like want and then by phone mail email on my me us in have one lol haha hehe").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Whether it agrees and says nothing else: "ok, please ask them", but not "ok, what about Sarjapur Road?", which goes on.</summary>
    public static bool IsAll(Understood message) => Is(message) && PhraseWords.Of(message.Text).All(Assent.Contains);

    /// <summary>Whether a yes or no stands behind what is told and not at the head, as answers do.</summary>
    public static bool IsBehindNews(Understood message, Cues answer) =>
        message.Values.Any(value => value.Field is not (FactFields.Name or FactFields.Email or FactFields.Phone or FactFields.Timeline))
        && message.Signals.FirstOrDefault(signal => signal.Cue.HasFlag(answer)) is { Span.Start: > AtHead };

    private const int AtHead = 8;

    private static bool Laughs(Understood message) => Laughter.Any(sound => message.Text.Contains(sound, StringComparison.OrdinalIgnoreCase));
}
