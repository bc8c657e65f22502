using System.Text;
using System.Text.Json;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.HeatModels;

/// <summary>Predicts with what share of leads like this one were won, and says why. Immutable; many threads may ask at once.</summary>
public sealed class HeatModel
{
    // What moves a probability by less than this is not worth a word.
    private const double WorthSaying = 0.005;

    private readonly HeatModelDocument _document;
    private readonly BoostedTrees _trees;

    private HeatModel(HeatModelDocument document, BoostedTrees trees) => (_document, _trees) = (document, trees);

    /// <summary>Reads a stored model.</summary>
    /// <exception cref="HeatModelException">It is damaged, or of a format that is not known here.</exception>
    public static HeatModel Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return Of(JsonSerializer.Deserialize(json, LeadHeatJson.Default.HeatModelDocument) ?? throw new HeatModelException("The model is empty."));
        }
        catch (Exception damaged) when (damaged is JsonException or ArgumentException)
        {
            throw new HeatModelException("The model is damaged.", damaged);
        }
    }

    /// <summary>Takes a document.</summary>
    /// <exception cref="HeatModelException">It is incomplete, or of a format that is not known here.</exception>
    public static HeatModel Of(HeatModelDocument document)
    {
        if (document.Format != HeatModelDocument.CurrentFormat)
            throw new HeatModelException($"The model has format {document.Format}; this version knows {HeatModelDocument.CurrentFormat}.");
        if (document.Features is null || !document.Features.SequenceEqual(HeatFeatures.All.Select(feature => feature.Name)))
            throw new HeatModelException("The model was trained on other features.");
        if (document.Encoding?.Words is null || document.Calibration is not { IsSound: true } || document.Places?.ContainsKey("") != true
            || !document.Places.Values.All(places => places is { IsSound: true }))
            throw new HeatModelException("The model is not complete.");
        if (document.Trees.ValueKind != JsonValueKind.Object)
            throw new HeatModelException("The model has no trees.");
        var trees = BoostedTrees.Read(Encoding.UTF8.GetBytes(document.Trees.GetRawText()));
        return trees.Features == HeatFeatures.Count ? new(document, trees) : throw new HeatModelException("The model's trees have other columns.");
    }

    /// <summary>The probability that a lead will be won.</summary>
    public double Predict(LeadFeatures lead)
    {
        Span<float> row = stackalloc float[HeatFeatures.Count];
        _document.Encoding.Encode(lead, row);
        return _document.Calibration.Probability(_trees.Margin(row));
    }

    /// <summary>The probability with what brought it about, the strongest first: the effects and the base add up to it.</summary>
    public HeatPrediction Explain(LeadFeatures lead)
    {
        Span<float> row = stackalloc float[HeatFeatures.Count];
        _document.Encoding.Encode(lead, row);
        var contributions = TreeShap.Contributions(_trees, row, out var bias);
        var (probability, start) = (_document.Calibration.Probability(_trees.Margin(row)), _document.Calibration.Probability((float)bias));
        var way = contributions.Sum();
        // Each feature's share of the way from the base to the prediction is its share of the way of the sums.
        var scale = Math.Abs(way) > 1e-9 ? (probability - start) / way : 0;
        return new(probability, start,
        [
            .. HeatFeatures.All.Select(feature => new HeatFactor(
                    feature.Name, $"{HeatWords.Of(feature, lead)}: {HeatWords.Effect(contributions[feature.Place] * scale)}",
                    contributions[feature.Place] * scale, contributions[feature.Place]))
                .Where(factor => Math.Abs(factor.Effect) >= WorthSaying)
                .OrderByDescending(factor => Math.Abs(factor.Effect)),
        ]);
    }

    /// <summary>Past leads to place one of this playbook among; all of them where too few are its own, and then without scores.</summary>
    public PastPlaces PlacesOf(string playbook) => _document.Places.GetValueOrDefault(playbook) ?? _document.Places[""];
}

/// <summary>What the model says about a lead.</summary>
/// <param name="Probability">0 to 1.</param>
/// <param name="Base">What it says of a lead of which nothing is known.</param>
/// <param name="Factors">What brings it about, the strongest first.</param>
public sealed record HeatPrediction(double Probability, double Base, IReadOnlyList<HeatFactor> Factors);

/// <summary>What one feature does to a probability.</summary>
/// <param name="Feature">Its name.</param>
/// <param name="Text">In a salesperson's words: <c>Replies within 5 minutes: +8 %</c>.</param>
/// <param name="Effect">Points of probability: 0.08.</param>
/// <param name="Contribution">The same on the trees' own scale, in log-odds.</param>
public sealed record HeatFactor(string Feature, string Text, double Effect, double Contribution);
