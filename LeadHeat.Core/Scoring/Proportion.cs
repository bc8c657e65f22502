using LeadHeat.Core.HeatModels;

namespace LeadHeat.Core.Scoring;

/// <summary>A share with how sure it is: <paramref name="Part"/> of <paramref name="Whole"/>, and the bounds that hold the true share 19 times of 20.</summary>
/// <param name="Rate">0 to 1; null of nothing.</param>
/// <param name="Low">Wilson's lower bound.</param>
/// <param name="High">Wilson's upper bound.</param>
public sealed record Proportion(int Part, int Whole, double? Rate, double? Low, double? High)
{
    /// <summary>The share with Wilson's score interval at 95 %, to four decimals.</summary>
    public static Proportion Of(int part, int whole) => whole > 0 && Quality.Share(part, whole) is var share
        ? new(part, whole, Math.Round(share.Value, 4), Math.Round(share.Low, 4), Math.Round(share.High, 4))
        : new(0, 0, null, null, null);
}
