using LeadHeat.Core.Facts;
using LeadHeat.Core.Scoring;

namespace LeadHeat.Core.Leads;

/// <summary>
/// What the team should do next, as far as it can be done: a card knows what is missing and not whether the person is reached where the lead is.
/// </summary>
public static class ReachableStep
{
    /// <summary>The card's step, in one sentence or two; null where there is none.</summary>
    public static string? Of(LeadDetail lead, DateTimeOffset now) => lead.Qualification?.NextStep is { Length: > 0 } step ? Of(step, lead, now).Text : null;

    /// <summary>A step as it can be done; with what is done instead, and why, where it cannot.</summary>
    public static (string Text, LeadAction? Instead, string? Why) Of(string step, LeadDetail lead, DateTimeOffset now)
    {
        if (lead.OutOfReach is not null)
            return Otherwise(lead);
        if (lead.Silence is not null)
            return ("Leave it until they write again: they have asked not to be written to.", LeadAction.Wait, "Has asked not to be written to");
        return (lead.AnswerUntil <= now ? $"{step} On WhatsApp they can only be sent a template now." : step, null, null);
    }

    private static (string Text, LeadAction? Instead, string? Why) Otherwise(LeadDetail lead)
    {
        const string Why = "on WhatsApp they cannot be reached here any more.";
        // Nobody has said it: it is the one that WhatsApp knew them by.
        var ofWhatsApp = lead.Facts.FirstOrDefault(fact =>
            fact.Field == FactFields.Phone && fact.SetBy is (FactSource.Channel or FactSource.Bot) && fact.Evidence.Count == 0)?.Value.Text;
        var (text, action) = lead.Contact switch
        {
            { Phone: { } phone } when phone != ofWhatsApp => ($"Call {phone}: {Why}", LeadAction.Call),
            { Email: { } email } => ($"Write to {email}: {Why}", LeadAction.Write),
            // It may be somebody else's by now.
            { Phone: { } phone } => ($"Call {phone} and make sure that it is still theirs: {Why}", LeadAction.Call),
            _ => ($"Look at their other leads: {Why}", LeadAction.None),
        };
        return (text, action, "Cannot be reached on WhatsApp any more");
    }
}
