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
        if (areas is null or { Count: 0 } && city is null && beds is null && types is null && budget is null)
            return null;
        var priced = budget is { Period: null } && (city is null || CurrencyOf(city, playbook) == budget.Unit);
        return new(
            city, Some(areas), Some(types), beds?.Min, beds?.Max,
            priced ? budget!.Min : null, priced ? budget!.Max : null, priced && city is null ? budget!.Unit : null, Limit: Limit);
    }

    private static string? CurrencyOf(string city, Playbook playbook) => playbook.Cities.FirstOrDefault(known => known.Name == city)?.Currency;

    private static IReadOnlyList<string>? Some(IReadOnlyList<string>? items) => items is { Count: > 0 } ? items : null;
}
