using System.Globalization;

namespace LeadHeat.Core.Playbooks;

/// <summary>Writes amounts as a salesperson does: <c>₹1.8 Cr</c>, <c>₹85 L</c>, <c>AED 1.2M</c>, <c>$450k</c>.</summary>
public static class Money
{
    /// <summary>One amount, to two decimals of its scale.</summary>
    public static string Format(decimal amount, string currency) => currency switch
    {
        "INR" when amount >= 10_000_000 => $"₹{Short(amount / 10_000_000)} Cr",
        "INR" when amount >= 100_000 => $"₹{Short(amount / 100_000)} L",
        "INR" => "₹" + Whole(amount),
        _ when amount >= 1_000_000 => $"{Sign(currency)}{Short(amount / 1_000_000)}M",
        _ when amount >= 10_000 => $"{Sign(currency)}{Short(amount / 1_000)}k",
        _ => Sign(currency) + Whole(amount),
    };

    /// <summary>Bounds: <c>up to ₹2 Cr</c>, <c>from $450k</c>, <c>₹80 L to ₹1.2 Cr</c>, <c>around AED 1M</c>.</summary>
    /// <param name="period"><c>month</c> or <c>year</c>; null for a total.</param>
    public static string FormatRange(decimal? min, decimal? max, string currency, string? period = null) => (min, max) switch
    {
        ({ } from, { } to) when from == to => Format(to, currency) + Per(period),
        ({ } from, { } to) when IsAround(from, to) => $"around {Format((from + to) / 2, currency)}{Per(period)}",
        ({ } from, { } to) => $"{Format(from, currency)} to {Format(to, currency)}{Per(period)}",
        (null, { } to) => $"up to {Format(to, currency)}{Per(period)}",
        ({ } from, null) => $"from {Format(from, currency)}{Per(period)}",
        _ => "open",
    };

    /// <summary>"Around" an amount means ten per cent to either side.</summary>
    internal const decimal Nearly = 0.1m;

    internal static (decimal Min, decimal Max) Around(decimal amount) => (amount * (1 - Nearly), amount * (1 + Nearly));

    private static bool IsAround(decimal min, decimal max) => min * 11 == max * 9;

    private static string Per(string? period) => period is null ? "" : " a " + period;

    private static string Sign(string currency) => currency switch
    {
        "USD" => "$",
        "GBP" => "£",
        "EUR" => "€",
        _ => currency + " ",
    };

    private static string Short(decimal number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static string Whole(decimal number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);
}
