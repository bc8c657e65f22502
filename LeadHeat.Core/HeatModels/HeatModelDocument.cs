using System.Text.Json;

namespace LeadHeat.Core.HeatModels;

/// <summary>A model as it is stored: everything that a prediction rests on.</summary>
/// <param name="Format">Of this document; a program refuses one that it does not know.</param>
/// <param name="Features">The names of the columns, in their order.</param>
/// <param name="Encoding">How words became numbers.</param>
/// <param name="Trees">As XGBoost saved them.</param>
/// <param name="Calibration">How their probabilities are put right.</param>
/// <param name="Places">By playbook, where enough of its leads were decided, and by the empty name for all: how predictions and scores lie among past leads.</param>
public sealed record HeatModelDocument(
    int Format,
    IReadOnlyList<string> Features,
    FeatureEncoding Encoding,
    JsonElement Trees,
    Calibration Calibration,
    IReadOnlyDictionary<string, PastPlaces> Places)
{
    /// <summary>The format that this program writes.</summary>
    public const int CurrentFormat = 1;
}
