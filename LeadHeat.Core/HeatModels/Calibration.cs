using System.Text.Json.Serialization;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.HeatModels;

/// <summary>How the trees' probabilities are put right.</summary>
[JsonConverter(typeof(WireEnumConverter<CalibrationKind>))]
public enum CalibrationKind { None, Platt, Isotonic }

/// <summary>Turns the trees' margin into a probability that holds what it says.</summary>
/// <param name="Slope">Of Platt's line through the margins.</param>
/// <param name="Intercept">Of the same line.</param>
/// <param name="Margins">Isotonic: where the steps' middles stand, rising.</param>
/// <param name="Shares">Isotonic: the probability at each, never falling; between them it goes straight.</param>
public sealed record Calibration(
    CalibrationKind Kind, double Slope = 1, double Intercept = 0, IReadOnlyList<double>? Margins = null, IReadOnlyList<double>? Shares = null)
{
    /// <summary>The trees' own probabilities.</summary>
    public static readonly Calibration None = new(CalibrationKind.None);

    /// <summary>The probability of a margin, from 0 to 1.</summary>
    public double Probability(float margin) => Kind switch
    {
        CalibrationKind.Platt => Logistic((Slope * margin) + Intercept),
        CalibrationKind.Isotonic => Between(margin),
        _ => BoostedTrees.Probability(margin),
    };

    /// <summary>Whether its numbers make sense.</summary>
    internal bool IsSound => Kind switch
    {
        CalibrationKind.Platt => double.IsFinite(Slope) && double.IsFinite(Intercept) && Slope > 0,
        CalibrationKind.Isotonic => Margins is { Count: > 0 } && Shares?.Count == Margins.Count && Margins.All(double.IsFinite)
            && Margins.Zip(Margins.Skip(1)).All(pair => pair.First < pair.Second) && Shares.All(share => share is >= 0 and <= 1)
            && Shares.Zip(Shares.Skip(1)).All(pair => pair.First <= pair.Second),
        _ => Enum.IsDefined(Kind),
    };

    internal static double Logistic(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    private double Between(double margin)
    {
        var (margins, shares) = (Margins!, Shares!);
        var (low, high) = (0, margins.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = margins[middle] <= margin ? (middle + 1, high) : (low, middle);
        }

        if (low == 0)
            return shares[0];
        if (low == margins.Count)
            return shares[^1];
        var way = (margin - margins[low - 1]) / (margins[low] - margins[low - 1]);
        return shares[low - 1] + (way * (shares[low] - shares[low - 1]));
    }
}
