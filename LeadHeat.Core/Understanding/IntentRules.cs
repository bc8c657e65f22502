using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Tells a message's intent from its cues and values; the first rule that holds.</summary>
internal static class IntentRules
{
    public static Intent Of(Scan scan)
    {
        var cues = scan.Cues;
        bool Has(Cues any) => (cues & any) != 0;
        var needs = scan.Values.Exists(value => value.Field is not (FactFields.Email or FactFields.Phone or FactFields.Name or FactFields.City));
        var budget = scan.Find(FactFields.Budget) is not null;
        var contact = scan.Values.Exists(value => value.Field is FactFields.Email or FactFields.Phone or FactFields.Name);
        var asks = Has(Cues.Question);
        return 0 switch
        {
            _ when Has(Cues.Spam) && !needs => Intent.Spam,
            _ when Has(Cues.AsksForHuman) => Intent.HumanRequest,
            _ when Has(Cues.Refusal) => Intent.RefuseToShare,
            _ when Has(Cues.Complaint) => Intent.Complaint,
            _ when Has(Cues.Visit) => Intent.SiteVisit,
            _ when Has(Cues.Callback) => Intent.CallbackRequest,
            _ when Has(Cues.Expensive | Cues.Cheaper) => Intent.ObjectionPrice,
            _ when Has(Cues.Distrust) => Intent.ObjectionTrust,
            _ when Has(Cues.BadPlace) => Intent.ObjectionLocation,
            _ when Has(Cues.Discount) => Intent.Negotiation,
            _ when Has(Cues.Compare) => Intent.Comparison,
            _ when Has(Cues.Price) && !Has(Cues.Search) && !budget => Intent.PriceQuestion,
            _ when scan.Topic is not null => Intent.ProductQuestion,
            _ when needs => Intent.PropertySearch,
            _ when contact => Intent.ContactSharing,
            _ when Has(Cues.Availability) && asks => Intent.ProductQuestion,
            _ when Has(Cues.Search | Cues.More | Cues.JustLooking) || scan.Find(FactFields.City) is not null => Intent.PropertySearch,
            _ when Has(Cues.Goodbye) => Intent.Goodbye,
            _ when Has(Cues.SmallTalk | Cues.IsBot) => Intent.SmallTalk,
            _ when Has(Cues.OffTopic | Cues.Injection) => Intent.OffTopic,
            _ when Has(Cues.Greeting) => Intent.Greeting,
            _ when asks => Intent.ProductQuestion,
            _ when Has(Cues.Yes | Cues.No | Cues.Thanks | Cues.Praise | Cues.DoesNotKnow | Cues.Likes | Cues.NoRush) => Intent.SmallTalk,
            _ => scan.Dialogue.LastAsked is null ? Intent.OffTopic : Intent.SmallTalk,
        };
    }
}
