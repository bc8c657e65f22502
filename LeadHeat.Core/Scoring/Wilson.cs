namespace LeadHeat.Core.Scoring;

/// <summary>A share with how sure it is: <paramref name="Part"/> of <paramref name="Whole"/>, and the bounds that hold the true share 19 times of 20.</summary>
/// <param name="Rate">0 to 1; null of nothing.</param>
/// <param name="Low">Wilson's lower bound.</param>
/// <param name="High">Wilson's upper bound.</param>
public sealed record Proportion(int Part, int Whole, double? Rate, double? Low, double? High)
{
    private const double Z = 1.959963984540054;

    /// <summary>The share with Wilson's score interval at 95 %.</summary>
    public static Proportion Of(int part, int whole)
    {
        if (whole == 0)
            return new(0, 0, null, null, null);
        var (share, square) = ((double)part / whole, Z * Z);
        var centre = (share + (square / (2 * whole))) / (1 + (square / whole));
        var half = Z / (1 + (square / whole)) * Math.Sqrt((share * (1 - share) / whole) + (square / (4.0 * whole * whole)));
        return new(part, whole, Math.Round(share, 4), Math.Round(Math.Max(0, centre - half), 4), Math.Round(Math.Min(1, centre + half), 4));
    }
}
