using LeadHeat.Core.Leads;
using LeadHeat.Core.Privacy;

namespace LeadHeat.Web.Privacy;

/// <summary>Lines of the consent ledger in words.</summary>
internal static class ConsentWords
{
    public static string Of(ConsentView consent) => (consent.Purpose, consent.Granted) switch
    {
        (ConsentPurposes.Messages, true) => "Agreed to messages",
        (ConsentPurposes.Messages, false) => "Wants no messages",
        (ConsentPurposes.Marketing, true) => "Agreed to offers",
        (ConsentPurposes.Marketing, false) => "Wants no offers that they have not asked for",
        (var other, true) => $"Agreed to {other.Replace('_', ' ')}",
        (var other, false) => $"Did not agree to {other.Replace('_', ' ')}",
    };
}
