using LeadHeat.Core.Facts;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Dialogue;

/// <summary>What a lead wants, as a search of the inventory.</summary>
public static class UnitWishes
{
    private const int Limit = 12;

    /// <summary>The query of all that is known; null when too little is known to search.</summary>
    public static UnitQuery? QueryOf(IReadOnlyList<Fact> facts, Playbook playbook)
    {
        FactValue? Value(string field) => facts.FirstOrDefault(fact => fact.Field == field && !fact.Value.IsEmpty)?.Value;
        var areas = Value(FactFields.Areas)?.Items;
        var city = Value(FactFields.City)?.Text;
        var beds = Value(FactFields.Beds);
        var types = Value(FactFields.PropertyType)?.Items;
        var budget = Value(FactFields.Budget);
        // A city alone, or bedrooms alone, would show a handful of units at random.
        var hints = (city is null ? 0 : 1) + (beds is null ? 0 : 1) + (types is null ? 0 : 1) + (budget is null ? 0 : 1);
        if (areas is null or { Count: 0 } && hints < 2)
            return null;
        var priced = budget is { Period: null } && (city is null || CurrencyOf(city, playbook) == budget.Unit);
        return new(
            city, Some(areas), Some(types), beds?.Min, beds?.Max,
            priced ? budget!.Min : null, priced ? budget!.Max : null, priced && city is null ? budget!.Unit : null, Limit: Limit);
    }

    private static string? CurrencyOf(string city, Playbook playbook) => playbook.Cities.FirstOrDefault(known => known.Name == city)?.Currency;

    private static IReadOnlyList<string>? Some(IReadOnlyList<string>? items) => items is { Count: > 0 } ? items : null;
}
