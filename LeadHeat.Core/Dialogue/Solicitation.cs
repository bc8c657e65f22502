using LeadHeat.Core.Facts;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Tells a message that wants to sell us something: the figures in it are no wishes.</summary>
internal static class Solicitation
{
    // An offer takes some words; a short answer is never one.
    private const int FewestWords = 6;

    public static bool Is(Understood message) =>
        message.Has(Cues.Spam) && message.Text.Count(sign => sign == ' ') >= FewestWords - 1 && !SaysWhatFor(message);

    /// <summary>Whether this message, or one before it, wanted to sell us something and nothing since has said what they need.</summary>
    public static bool GoesOn(Draft draft) =>
        draft.HasFired(StateUpdate.Spam) && !draft.Turn.Facts.Any(fact => !fact.Value.IsEmpty && IsNeed(fact.Field));

    /// <summary>The same, while the message is read: the figures in it are no wishes either.</summary>
    public static bool GoesOn(Understood message, TurnContext context) => context.Dialogue.Fired.Contains(StateUpdate.Spam) && !SaysWhatFor(message)
        && !context.Facts.Any(fact => !fact.Value.IsEmpty && IsNeed(fact.Field));

    /// <summary>Whether a need is told. A price or an address alone may belong to an offer.</summary>
    public static bool SaysWhatFor(Understood message) =>
        message.Values.Any(value => IsNeed(value.Field));

    private static bool IsNeed(string field) =>
        field is not (FactFields.Budget or FactFields.Email or FactFields.Phone or FactFields.Name or FactFields.Company or FactFields.Timeline);
}
