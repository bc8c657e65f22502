namespace LeadHeat.Core.Understanding;

/// <summary>Knows numbers that no money has the shape of: a number to call, an account's, more than anybody spends.</summary>
internal static class MoneyShape
{
    // Five hundred crores; a thousand million of any other.
    private const decimal MostRupees = 5_000_000_000;
    private const decimal MostOthers = 1_000_000_000;

    // A million and more is told in thousands, and never with a zero in front.
    private const decimal Large = 10_000_000;
    private const decimal Round = 1_000;

    public static bool IsNone(Scan scan, in Price price) =>
        price.Most > Most(scan, price) || price.Scale is null && (scan.WordAt(price.Start) is ['0', >= '0' and <= '9', ..] || (price.Currency is null && price.Most >= Large && price.Most % Round != 0));

    private static decimal Most(Scan scan, in Price price) =>
        (price.Currency ?? price.ImpliedCurrency ?? scan.Currency) == "INR" ? MostRupees : MostOthers;
}
