using LeadHeat.Core.HeatModels;

namespace LeadHeat.Tests.Worker;

/// <summary>Leads whose true probability of being won is known, the same for the same seed: 15 features, some of which only matter together.</summary>
internal static class SyntheticHistory
{
    private const double Missing = 0.06;

    private static readonly DateTimeOffset Start = new(2024, 1, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly string[] Sources = ["web", "whatsapp", "lead ads", "web form", "csv", "api"];
    private static readonly string[] Channels = ["web", "whatsapp", "api"];
    private static readonly string[] Cities = ["bangalore", "dubai", "mumbai", "pune", "abu dhabi"];
    private static readonly string[] Types = ["apartment", "villa", "townhouse", "plot", "studio"];
    private static readonly string[] Moods = ["negative", "frustrated", "neutral", "positive", "excited"];

    /// <summary>The leads with their true probabilities, oldest first.</summary>
    public static IReadOnlyList<(HistoryRow Row, double Truth)> Create(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(number => Lead(random, number))];
    }

    private static (HistoryRow Row, double Truth) Lead(Random random, int number)
    {
        var lead = new LeadFeatures();
        var (source, channel, city) = (random.Next(6), random.Next(3), random.Next(5));
        var (type, mood, day) = (random.Next(5), random.Next(5), random.Next(7));
        var (beds, budget, months) = (random.Next(1, 6), Math.Exp(13 + (3 * random.NextDouble())), random.Next(0, 25));
        var (approved, phone, messages) = (random.Next(2), random.Next(3) > 0 ? 1 : 0, random.Next(1, 25));
        var (minutes, visits, anger) = (Math.Exp(6 * random.NextDouble()), random.Next(1, 9), random.Next(0, 11));
        foreach (var (feature, word) in (ReadOnlySpan<(HeatFeature, string)>)
        [
            (HeatFeatures.Source, Sources[source]), (HeatFeatures.Channel, Channels[channel]), (HeatFeatures.City, Cities[city]),
            (HeatFeatures.PropertyType, Types[type]), (HeatFeatures.Sentiment, Moods[mood]), (HeatFeatures.CreatedWeekday, FeatureReader.Of((DayOfWeek)day)),
        ])
        {
            if (random.NextDouble() >= Missing)
                lead.TrySet(feature, word);
        }

        foreach (var (feature, value) in (ReadOnlySpan<(HeatFeature, double)>)
        [
            (HeatFeatures.Beds, beds), (HeatFeatures.BudgetMax, budget), (HeatFeatures.TimelineMonths, months), (HeatFeatures.Preapproved, approved),
            (HeatFeatures.HasPhone, phone), (HeatFeatures.MessageCount, messages), (HeatFeatures.MedianReplyMinutes, minutes),
            (HeatFeatures.VisitCount, visits), (HeatFeatures.Frustration, anger),
        ])
        {
            if (random.NextDouble() >= Missing)
                lead.TrySet(feature, value);
        }

        // Financing counts twice for who is in a hurry, a large budget only for a villa, and visits only for who is not annoyed.
        var odds = -1.6 + (0.35 * source / 5) + (channel == 1 ? 0.4 : 0) + (0.25 * (mood - 2)) - (0.05 * months) + (0.6 * approved * (months < 6 ? 2 : 0.5))
            + (0.5 * phone) + (0.06 * messages) - (0.15 * Math.Log(minutes)) + (type == 1 && budget > 3e6 ? 0.9 : 0)
            + (anger < 5 ? 0.2 * visits : 0) - (0.08 * anger) + (city == 1 && beds >= 3 ? 0.5 : 0) - (day is 0 or 6 ? 0.2 : 0);
        var truth = 1 / (1 + Math.Exp(-odds));
        return (new(new Guid(number, 0, 0, new byte[8]), lead, random.NextDouble() < truth, Start.AddMinutes(17 * number)), truth);
    }
}
