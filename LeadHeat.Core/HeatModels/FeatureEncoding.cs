namespace LeadHeat.Core.HeatModels;

/// <summary>
/// Turns features into the model's columns. A category's words are numbered by how often their leads were won, learned from the training
/// part alone: for a yes-or-no outcome the best split of words is one along this order. Rare and unknown words count as missing.
/// </summary>
/// <param name="Words">By feature name: the words in their order, those that were won least first.</param>
public sealed record FeatureEncoding(IReadOnlyDictionary<string, IReadOnlyList<string>> Words)
{
    /// <summary>A word of fewer leads than this is not learned.</summary>
    public const int FewestLeads = 5;

    // A word's share of won leads is drawn towards that of all leads as if it had so many more of those.
    private const double Prior = 10;

    private readonly Dictionary<string, float>?[] _places = Index(Words);

    /// <summary>Learns the words' order.</summary>
    public static FeatureEncoding Learn(IReadOnlyList<HistoryRow> training)
    {
        var share = training.Count == 0 ? 0.5 : (double)training.Count(row => row.Won) / training.Count;
        return new(HeatFeatures.All.Where(feature => feature.Kind == FeatureKind.Category).ToDictionary(
            feature => feature.Name,
            IReadOnlyList<string> (feature) =>
            [
                .. training.Where(row => row.Features.Word(feature) is not null).GroupBy(row => row.Features.Word(feature)!)
                    .Where(word => word.Count() >= FewestLeads)
                    .OrderBy(word => (word.Count(row => row.Won) + (Prior * share)) / (word.Count() + Prior))
                    .ThenBy(word => word.Key, StringComparer.Ordinal)
                    .Select(word => word.Key),
            ]));
    }

    /// <summary>Writes a lead's columns; what is missing is not a number.</summary>
    public void Encode(LeadFeatures features, Span<float> columns)
    {
        foreach (var feature in HeatFeatures.All)
        {
            columns[feature.Place] = _places[feature.Place] is not { } places ? (float)features.Number(feature)
                : features.Word(feature) is { } word && places.TryGetValue(word, out var place) ? place : float.NaN;
        }
    }

    /// <summary>The columns of several leads, one after the other.</summary>
    public float[] Encode(IReadOnlyList<LeadFeatures> leads)
    {
        var columns = new float[leads.Count * HeatFeatures.Count];
        for (var row = 0; row < leads.Count; row++)
            Encode(leads[row], columns.AsSpan(row * HeatFeatures.Count, HeatFeatures.Count));
        return columns;
    }

    private static Dictionary<string, float>?[] Index(IReadOnlyDictionary<string, IReadOnlyList<string>> words) =>
    [
        .. HeatFeatures.All.Select(feature => feature.Kind != FeatureKind.Category ? null
            : words.GetValueOrDefault(feature.Name, []).Index().ToDictionary(word => word.Item, word => (float)word.Index, StringComparer.Ordinal)),
    ];
}
