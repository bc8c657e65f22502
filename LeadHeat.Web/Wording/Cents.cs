using System.Globalization;

namespace LeadHeat.Web.Wording;

/// <summary>Small sums, such as a model's call costs: $0.0034, $1.20.</summary>
public static class Cents
{
    public static string Of(decimal amount, string currency) =>
        (currency == "USD" ? "$" : currency + " ") + amount.ToString(Math.Abs(amount) is > 0 and < 0.1m ? "0.0000" : "0.00", CultureInfo.InvariantCulture);
}
