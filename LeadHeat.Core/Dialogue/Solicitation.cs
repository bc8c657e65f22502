using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Tells who wants to sell us something, or to give the bot orders: nothing that he says is noted as a wish.</summary>
internal static class Solicitation
{
    /// <summary>The mark in <see cref="DialogueState.Fired"/> that the visitor has tried it.</summary>
    public const string Mark = "spam";

    public static bool Is(Understood message, DialogueState before) => IsOpenly(message) || (before.Fired.Contains(Mark) && !SaysWhatFor(message));

    public static bool IsOpenly(Understood message) => message.Signals.Any(signal => (signal.Cue & Cues.Spam) != 0) && !SaysWhatFor(message);

    // A price or an address alone may belong to his offer; a need does not.
    private static bool SaysWhatFor(Understood message) =>
        message.Values.Any(value => value.Field is not (FactFields.Budget or FactFields.Email or FactFields.Phone or FactFields.Name or FactFields.Company or FactFields.Timeline));
}
