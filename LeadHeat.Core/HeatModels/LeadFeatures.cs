using System.Text.Json.Serialization;

namespace LeadHeat.Core.HeatModels;

/// <summary>A lead as the model sees it: a value for each feature, or none where nothing is known.</summary>
[JsonConverter(typeof(LeadFeaturesConverter))]
public sealed class LeadFeatures
{
    private readonly string?[] _words = new string?[HeatFeatures.Count];
    private readonly double[] _numbers = new double[HeatFeatures.Count];

    /// <summary>A lead of which nothing is known.</summary>
    public LeadFeatures() => _numbers.AsSpan().Fill(double.NaN);

    /// <summary>Whether there is a value.</summary>
    public bool Has(HeatFeature feature) => _words[feature.Place] is not null || !double.IsNaN(_numbers[feature.Place]);

    /// <summary>The word of a category, in lower case; null when unknown.</summary>
    public string? Word(HeatFeature feature) => _words[feature.Place];

    /// <summary>A number, or 0 and 1 for a flag; not a number when unknown.</summary>
    public double Number(HeatFeature feature) => _numbers[feature.Place];

    /// <summary>Whether a flag is set; null when unknown.</summary>
    public bool? Flag(HeatFeature feature) => double.IsNaN(Number(feature)) ? null : Number(feature) > 0;

    /// <summary>Takes a value from text or a number as <see cref="FeatureReader"/> reads it; null, or why it is no value of the feature.</summary>
    public string? TrySet(HeatFeature feature, string? text) => FeatureReader.TryRead(feature, text, out var word, out var number) is { } wrong ? wrong : Keep(feature, word, number);

    /// <summary>Takes a number or flag; null, or why it is none of the feature.</summary>
    public string? TrySet(HeatFeature feature, double number) =>
        FeatureReader.TryRead(feature, number, out var word, out var value) is { } wrong ? wrong : Keep(feature, word, value);

    /// <summary>Takes a value over from another lead's features.</summary>
    public void Take(HeatFeature feature, LeadFeatures from) => Keep(feature, from.Word(feature), from.Number(feature));

    private string? Keep(HeatFeature feature, string? word, double number)
    {
        (_words[feature.Place], _numbers[feature.Place]) = (word, number);
        return null;
    }
}
