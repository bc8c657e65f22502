using LeadHeat.Core.Facts;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>What a lead wants, as a search of the inventory.</summary>
public static class UnitWishes
{
    private const int Limit = 12;
    private const int WideLimit = 100;
    private const int MostKept = 9;

    /// <summary>How many units a search for this purpose looks at.</summary>
    public static int LimitOf(SearchPurpose purpose) =>
        purpose is SearchPurpose.Compare or SearchPurpose.Market or SearchPurpose.Emerging or SearchPurpose.Cheaper or SearchPurpose.BetterValue ? WideLimit : Limit;

    /// <summary>How many of the units found are looked at closely: alternatives are chosen by price, and not by the rest.</summary>
    public static int KeptOf(SearchPurpose purpose) => purpose is SearchPurpose.Cheaper or SearchPurpose.Nearby or SearchPurpose.BetterValue or SearchPurpose.Emerging ? LimitOf(purpose) : MostKept;

    /// <summary>The query of all that is known; null when too little is known to search.</summary>
    public static UnitQuery? QueryOf(IReadOnlyList<Fact> facts, Playbook playbook, IReadOnlyList<Unwanted>? unwanted = null)
    {
        if (playbook.Inventory is not { } map)
            return null;
        FactValue? Value(string field) => facts.FirstOrDefault(fact => fact.Field == field && !fact.Value.IsEmpty)?.Value;
        var areas = Value(map.Areas)?.Items;
        var city = Value(map.City)?.Text;
        var beds = Value(map.Beds);
        var types = Value(map.Types)?.Items;
        var budget = Value(map.Price);
        // A city alone, or bedrooms alone, would show a handful of units at random.
        var hints = (city is null ? 0 : 1) + (beds is null ? 0 : 1) + (types is null ? 0 : 1) + (budget is null ? 0 : 1);
        if (areas is null or { Count: 0 } && hints < 2)
            return null;
        var priced = budget is { Period: null } && (city is null || CurrencyOf(city, playbook) == budget.Unit);
        return HardWishes.With(
            new UnitQuery(city, Some(areas), Some(types), beds?.Min, beds?.Max,
            priced ? budget!.Min : null, priced ? budget!.Max : null, priced && city is null ? budget!.Unit : null, Limit: Limit),
            Value(map.Features)?.Items ?? [], unwanted ?? [], playbook);
    }

    private static string? CurrencyOf(string city, Playbook playbook) => playbook.Cities.FirstOrDefault(known => known.Name == city)?.Currency;

    private static IReadOnlyList<string>? Some(IReadOnlyList<string>? items) => items is { Count: > 0 } ? items : null;
}
