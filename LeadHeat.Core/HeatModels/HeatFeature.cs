namespace LeadHeat.Core.HeatModels;

/// <summary>What a feature's values are.</summary>
public enum FeatureKind { Category, Number, Flag }

/// <summary>Something about a lead that the heat model looks at.</summary>
/// <param name="Place">Its place among all features, from 0.</param>
/// <param name="Name">As on the wire and in CSV headers.</param>
/// <param name="Title">As people read it.</param>
/// <param name="Least">The least value; for numbers only.</param>
/// <param name="Most">The most.</param>
public sealed record HeatFeature(int Place, string Name, string Title, FeatureKind Kind, double Least = 0, double Most = 0);

/// <summary>The features, in the order of the model's columns.</summary>
public static class HeatFeatures
{
    private static readonly List<HeatFeature> Known = [];

    public static readonly HeatFeature Source = Add("source", "Source", FeatureKind.Category);
    public static readonly HeatFeature Channel = Add("channel", "Channel", FeatureKind.Category);
    public static readonly HeatFeature City = Add("city", "City", FeatureKind.Category);
    public static readonly HeatFeature PropertyType = Add("propertyType", "Property type", FeatureKind.Category);
    public static readonly HeatFeature Beds = Add("beds", "Bedrooms", FeatureKind.Number, most: 100);
    public static readonly HeatFeature BudgetMax = Add("budgetMax", "Budget", FeatureKind.Number, most: 1e13);
    public static readonly HeatFeature TimelineMonths = Add("timelineMonths", "Timeline", FeatureKind.Number, most: 1200);
    public static readonly HeatFeature Preapproved = Add("preapproved", "Pre-approved", FeatureKind.Flag);
    public static readonly HeatFeature HasPhone = Add("hasPhone", "Phone number", FeatureKind.Flag);
    public static readonly HeatFeature MessageCount = Add("messageCount", "Messages", FeatureKind.Number, most: 1e6);
    public static readonly HeatFeature MedianReplyMinutes = Add("medianReplyMinutes", "Reply time", FeatureKind.Number, most: 1e7);
    public static readonly HeatFeature VisitCount = Add("visitCount", "Visits", FeatureKind.Number, most: 1e6);
    public static readonly HeatFeature Frustration = Add("frustration", "Frustration", FeatureKind.Number, most: 10);
    public static readonly HeatFeature Sentiment = Add("sentiment", "Sentiment", FeatureKind.Category);
    public static readonly HeatFeature CreatedWeekday = Add("createdWeekday", "Weekday", FeatureKind.Category);

    private static readonly Dictionary<string, HeatFeature> ByName = Known.ToDictionary(feature => feature.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<HeatFeature> All => Known;

    /// <summary>How many there are.</summary>
    public static int Count => Known.Count;

    /// <summary>The feature of a name, in any case; null when there is none.</summary>
    public static HeatFeature? Find(string name) => ByName.GetValueOrDefault(name);

    private static HeatFeature Add(string name, string title, FeatureKind kind, double most = 0)
    {
        var feature = new HeatFeature(Known.Count, name, title, kind, 0, most);
        Known.Add(feature);
        return feature;
    }
}
