using System.Globalization;

namespace LeadHeat.Web.Wording;

/// <summary>Money as salespeople say it: ₹1.8 Cr, ₹85 L, AED 1.2M, $950K.</summary>
public static class Money
{
    public static string Brief(decimal amount, string? currency)
    {
        if (currency == "INR" && Math.Abs(amount) >= 100_000)
            return Math.Abs(Math.Round(amount / 100_000, 1)) >= 100 ? $"₹{Figure(amount / 10_000_000)} Cr" : $"₹{Figure(amount / 100_000)} L";
        var (figure, unit) = Math.Abs(amount) switch
        {
            >= 999_950_000 => (amount / 1_000_000_000, "B"),
            >= 999_950 => (amount / 1_000_000, "M"),
            >= 1_000 => (amount / 1_000, "K"),
            _ => (amount, ""),
        };
        return Sign(currency) + Figure(figure) + unit;
    }

    /// <summary>Sums of several currencies, largest first: ₹12.4 Cr + AED 3.1M.</summary>
    public static string Sum(IReadOnlyDictionary<string, decimal> values) =>
        string.Join(" + ", values.Where(value => value.Value != 0).OrderByDescending(value => value.Value).Select(value => Brief(value.Value, value.Key)));

    private static string Figure(decimal figure) =>
        Math.Round(figure, Math.Abs(figure) >= 10 ? 1 : 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Sign(string? currency) => currency switch
    {
        "INR" => "₹",
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        null or "" => "",
        _ => currency + " ",
    };
}
