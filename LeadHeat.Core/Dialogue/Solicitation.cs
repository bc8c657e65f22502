using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Tells a message that wants to sell us something: the figures in it are no wishes.</summary>
internal static class Solicitation
{
    // An offer takes some words; a short answer is never one.
    private const int FewestWords = 6;

    public static bool Is(Understood message) =>
        message.Has(Cues.Spam) && message.Text.Count(sign => sign == ' ') >= FewestWords - 1 && !SaysWhatFor(message);

    // A price or an address alone may belong to the offer; a need does not.
    private static bool SaysWhatFor(Understood message) =>
        message.Values.Any(value => value.Field is not (FactFields.Budget or FactFields.Email or FactFields.Phone or FactFields.Name or FactFields.Company or FactFields.Timeline));
}
