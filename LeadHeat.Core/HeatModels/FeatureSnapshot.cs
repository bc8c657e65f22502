namespace LeadHeat.Core.HeatModels;

/// <summary>
/// Gathers a lead's features as they were known at a time. A value that became known later is refused: a model that saw it would know
/// the outcome before it came.
/// </summary>
/// <param name="until">The time of the outcome; null for a lead that is still open.</param>
public sealed class FeatureSnapshot(DateTimeOffset? until)
{
    private readonly HashSet<HeatFeature> _refused = [];

    /// <summary>What was known.</summary>
    public LeadFeatures Features { get; } = new();

    /// <summary>Features that have no value because theirs is dated after the outcome.</summary>
    public IReadOnlyList<string> Refused => [.. _refused.Where(feature => !Features.Has(feature)).OrderBy(feature => feature.Place).Select(feature => feature.Name)];

    /// <summary>Puts a category's word; the first value known in time stays.</summary>
    public void Put(HeatFeature feature, string? word, DateTimeOffset at)
    {
        if (word is not null && InTime(feature, at))
            Features.TrySet(feature, word.Length > FeatureReader.LongestWord ? word[..FeatureReader.LongestWord] : word);
    }

    /// <summary>Puts a number; one out of bounds is left out.</summary>
    public void Put(HeatFeature feature, double? number, DateTimeOffset at)
    {
        if (number is { } known && InTime(feature, at))
            Features.TrySet(feature, known);
    }

    /// <summary>Puts a flag.</summary>
    public void Put(HeatFeature feature, bool? flag, DateTimeOffset at) => Put(feature, flag is { } known ? known ? 1.0 : 0.0 : null, at);

    /// <summary>Puts all that is known from elsewhere.</summary>
    public void Put(LeadFeatures known, DateTimeOffset at)
    {
        foreach (var feature in HeatFeatures.All)
        {
            if (known.Has(feature) && InTime(feature, at))
                Features.Take(feature, known);
        }
    }

    private bool InTime(HeatFeature feature, DateTimeOffset at)
    {
        if (Features.Has(feature))
            return false;
        if (until is null || at <= until)
            return true;
        _refused.Add(feature);
        return false;
    }
}
