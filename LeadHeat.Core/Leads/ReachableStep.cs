using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Leads;

/// <summary>
/// What the team should do next, as far as it can be done: a card knows what is missing and not whether the person is reached where the lead is.
/// </summary>
public static class ReachableStep
{
    /// <summary>In one sentence or two; null where there is no step.</summary>
    public static string? Of(LeadDetail lead, DateTimeOffset now) => lead.Qualification?.NextStep switch
    {
        null or "" => null,
        _ when lead.OutOfReach is not null => Otherwise(lead),
        _ when lead.Silence is not null => "Leave it until they write again: they have asked not to be written to.",
        var step when lead.AnswerUntil <= now => $"{step} On WhatsApp they can only be sent a template now.",
        var step => step,
    };

    private static string Otherwise(LeadDetail lead)
    {
        const string Why = "on WhatsApp they cannot be reached here any more.";
        // Nobody has said it: it is the one that WhatsApp knew them by.
        var ofWhatsApp = lead.Facts.FirstOrDefault(fact =>
            fact.Field == FactFields.Phone && fact.SetBy is (FactSource.Channel or FactSource.Bot) && fact.Evidence.Count == 0)?.Value.Text;
        return lead.Contact switch
        {
            { Phone: { } phone } when phone != ofWhatsApp => $"Call {phone}: {Why}",
            { Email: { } email } => $"Write to {email}: {Why}",
            // It may be somebody else's by now.
            { Phone: { } phone } => $"Call {phone} and make sure that it is still theirs: {Why}",
            _ => $"Look at their other leads: {Why}",
        };
    }
}
