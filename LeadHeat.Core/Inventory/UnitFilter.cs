namespace LeadHeat.Core.Inventory;

/// <summary>Searches units in memory as the Api searches its table: the bedrooms asked for before more, then the cheaper.</summary>
public static class UnitFilter
{
    /// <summary>The available units that fit, at most as many as the query's limit.</summary>
    public static IReadOnlyList<Unit> Find(IEnumerable<Unit> units, UnitQuery query) => [.. units
        .Where(unit => unit.Available && Fits(unit, query))
        .OrderBy(unit => query.BedsMin is { } least && unit.Beds != least)
        .ThenBy(unit => unit.Price)
        .Take(query.Limit)];

    private static bool Fits(Unit unit, UnitQuery query) =>
        (query.City is null || Same(query.City, unit.City))
        && (query.Areas is not { Count: > 0 } || query.Areas.Any(area => Same(area, unit.Area)))
        && (query.Types is not { Count: > 0 } || query.Types.Any(type => Same(type, unit.Type)))
        && (query.BedsMin is null || unit.Beds >= query.BedsMin) && (query.BedsMax is null || unit.Beds <= query.BedsMax)
        && (query.PriceMin is null || unit.Price >= query.PriceMin) && (query.PriceMax is null || unit.Price <= query.PriceMax)
        && (query.Currency is null || Same(query.Currency, unit.Currency))
        && query.NotAreas?.Any(area => Same(area, unit.Area)) != true && query.NotTypes?.Any(type => Same(type, unit.Type)) != true
        && query.Features?.All(unit.Lists) != false && query.NotFeatures?.Any(unit.Lists) != true
        && (query.Text is not { } text || text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => Says(unit, word)));

    private static bool Says(Unit unit, string word) =>
        $"{unit.Title} {unit.Description} {unit.Area} {string.Join(' ', unit.Features)}".Contains(word, StringComparison.OrdinalIgnoreCase);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
