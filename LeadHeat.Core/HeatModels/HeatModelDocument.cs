using System.Text.Json;

namespace LeadHeat.Core.HeatModels;

/// <summary>A model as it is stored: everything that a prediction rests on.</summary>
/// <param name="Format">Of this document; a program refuses one that it does not know.</param>
/// <param name="Features">The names of the columns, in their order.</param>
/// <param name="Encoding">How words became numbers.</param>
/// <param name="Trees">As XGBoost saved them.</param>
/// <param name="Calibration">How their probabilities are put right.</param>
/// <param name="Ranks">The predictions for past leads at 0, 1 … 100 percent of them, lowest first.</param>
/// <param name="CardRanks">The card's scores of the same leads, likewise; empty where they have none.</param>
public sealed record HeatModelDocument(
    int Format,
    IReadOnlyList<string> Features,
    FeatureEncoding Encoding,
    JsonElement Trees,
    Calibration Calibration,
    IReadOnlyList<double> Ranks,
    IReadOnlyList<double> CardRanks)
{
    /// <summary>The format that this program writes.</summary>
    public const int CurrentFormat = 1;
}
