using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>The amount that an earlier message told: a later one of its size takes its place, with its currency and for the same time.</summary>
internal static class MoneyKnown
{
    // What is five times as much or a fifth is of something else.
    private const int Factor = 5;

    /// <summary>Whether an amount may take the place of the known budget.</summary>
    public static bool IsLike(Scan scan, decimal amount) => Of(scan, amount) is not null;

    /// <summary>The known budget, where an amount may take its place; null when not.</summary>
    public static FactValue? Of(Scan scan, decimal amount) =>
        scan.Known(FactFields.Budget) is { Unit: not null } known && (known.Max ?? known.Min) is { } most && amount * Factor >= most && amount <= most * Factor ? known : null;
}
