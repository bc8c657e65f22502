using System.Globalization;

namespace LeadHeat.Core.HeatModels;

/// <summary>What a feature's value says about a lead, in a salesperson's words.</summary>
public static class HeatWords
{
    /// <summary>The words: <c>Replies within 5 minutes</c>.</summary>
    public static string Of(HeatFeature feature, LeadFeatures lead)
    {
        if (!lead.Has(feature))
            return Missing(feature);
        var (word, number) = (lead.Word(feature), lead.Number(feature));
        return feature.Name switch
        {
            "source" => $"Came through {Spaced(word!)}",
            "channel" => $"Writes on {Name(word!)}",
            "city" => $"Looks in {Name(word!)}",
            "propertyType" => $"Wants: {word}",
            "beds" => number == 1 ? "Wants one bedroom" : $"Wants {Plain(number)} bedrooms",
            "budgetMax" => $"Budget up to {Short(number)}",
            "timelineMonths" => number <= 1 ? "Wants it within a month" : $"Wants it within {Plain(Math.Ceiling(number))} months",
            "preapproved" => number > 0 ? "Financing is approved" : "Financing is not approved",
            "hasPhone" => number > 0 ? "Left a phone number" : "Left no phone number",
            "messageCount" => number == 1 ? "Wrote one message" : $"Wrote {Plain(number)} messages",
            "medianReplyMinutes" => $"Replies within {Time(number)}",
            "visitCount" => number == 1 ? "Came once" : $"Came {Plain(number)} times",
            "frustration" => number < 1 ? "Is not annoyed" : $"Annoyed: {Plain(number)} of 10",
            "sentiment" => $"Sounds {word}",
            _ => $"Wrote first on a {Name(word!)}",
        };
    }

    /// <summary>A category's word as people write it.</summary>
    internal static string Value(HeatFeature feature, string word) => feature.Name switch
    {
        "city" or "createdWeekday" or "channel" => Name(word),
        "source" => Spaced(word),
        _ => word,
    };

    /// <summary>A change of probability in points of a hundred: <c>+8 %</c>.</summary>
    public static string Effect(double change) => (change * 100).ToString("+0;−0;0", CultureInfo.InvariantCulture) + " %";

    private static string Missing(HeatFeature feature) => feature.Name switch
    {
        "medianReplyMinutes" => "Has not replied yet",
        "preapproved" => "Said nothing about financing",
        "sentiment" or "frustration" => "No mood to be told yet",
        "source" or "channel" => $"{feature.Title} not known",
        "messageCount" or "visitCount" => "Has not written",
        _ => $"Said nothing about: {feature.Title.ToLowerInvariant()}",
    };

    private static string Spaced(string word) => word is "whatsapp" ? "WhatsApp" : word is "api" or "csv" ? word.ToUpperInvariant() : word;

    private static string Name(string word) => word == "whatsapp" ? "WhatsApp" : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word);

    private static string Plain(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Short(double number) => number switch
    {
        >= 1e6 => (number / 1e6).ToString("0.##", CultureInfo.InvariantCulture) + " M",
        >= 1e3 => (number / 1e3).ToString("0.#", CultureInfo.InvariantCulture) + " k",
        _ => Plain(number),
    };

    // As people round: 5 minutes, 2 hours, 3 days.
    private static string Time(double minutes) => minutes switch
    {
        <= 1 => "a minute",
        < 60 => $"{Plain(Math.Ceiling(minutes))} minutes",
        <= 90 => "an hour",
        < 2880 => $"{Plain(Math.Round(minutes / 60))} hours",
        _ => $"{Plain(Math.Round(minutes / 1440))} days",
    };
}
