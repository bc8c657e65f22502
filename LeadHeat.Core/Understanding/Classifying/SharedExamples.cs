using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding.Classifying;

/// <summary>
/// What the examples of intents teach beside intents: who asks, searches or gives a number is calm, unless he says otherwise, and gives the bot no orders.
/// Without them a model would know only what moods and orders sound like, and take many a plain question for one.
/// </summary>
internal static class SharedExamples
{
    // One in so many: the labelled moods must not drown.
    private const uint OneForSentiment = 3;

    private const Cues Moods = Cues.Praise | Cues.Complaint | Cues.Delight | Cues.Expensive | Cues.BadPlace | Cues.Distrust | Cues.Likes | Cues.Thanks;

    // Calm by what it wants and by its words.
    private static bool IsCalm((Scan Scan, Intent Label) example) => example.Label is Intent.PropertySearch or Intent.ProductQuestion or Intent.PriceQuestion or Intent.Comparison
        or Intent.SiteVisit or Intent.CallbackRequest or Intent.ContactSharing or Intent.Negotiation or Intent.RefuseToShare or Intent.HumanRequest or Intent.Greeting or Intent.Goodbye
        && (example.Scan.Cues & Moods) == 0 && !example.Scan.Text.Contains('!', StringComparison.Ordinal) && example.Scan.Tokens.Length > 1;

    /// <summary>Who searches or asks is neutral; who holds price or place against it is unhappy with it, unless he only asks.</summary>
    public static IEnumerable<(Scan Scan, Sentiment Label)> ForSentiment((Scan Scan, Intent Label)[] all)
    {
        var calm = Array.FindAll(all, IsCalm);
        var unhappy = Array.FindAll(all, example => example.Label is Intent.ObjectionPrice or Intent.ObjectionLocation && !example.Scan.Cues.HasFlag(Cues.Question));
        return OneIn(calm, OneForSentiment).Select(example => (example.Scan, Sentiment.Neutral))
            .Concat(OneIn(unhappy, OneForSentiment).Select(example => (example.Scan, Sentiment.Negative)));
    }

    /// <summary>Also who is angry or sells something gives the bot no orders; who is off topic may.</summary>
    public static IEnumerable<(Scan Scan, bool Label)> ForOrders(IEnumerable<(Scan Scan, Intent Label)> all) =>
        all.Where(example => example.Label != Intent.OffTopic).Select(example => (example.Scan, false));

    // By its own text, not by its place: an example more or less changes nothing of the others.
    private static IEnumerable<(Scan Scan, Intent Label)> OneIn(IEnumerable<(Scan Scan, Intent Label)> all, uint parts) => all.Where(example => StableHash.Of(example.Scan.Text) % parts == 0);
}
