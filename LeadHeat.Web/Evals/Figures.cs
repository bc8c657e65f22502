using System.Globalization;

namespace LeadHeat.Web.Evals;

/// <summary>Shares as people read them.</summary>
internal static class Figures
{
    public static string Share(double value) => (value * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>In points of a hundred: +1.2; nothing where it did not change, or was not measured before.</summary>
    public static string Change(double value, double? before) =>
        before is not { } old || Math.Abs(value - old) < 0.0005 ? "" : ((value - old) * 100).ToString("+0.0;−0.0", CultureInfo.InvariantCulture);
}
