namespace LeadHeat.Core.Inventory;

/// <summary>What units of a kind cost in an area: figures of the inventory's rows, and of nothing else.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Low">The cheapest.</param>
/// <param name="Median">Half cost this or less.</param>
/// <param name="High">The dearest.</param>
/// <param name="Currency">ISO 4217, of all of them.</param>
/// <param name="PerM2">The median price of a square metre; null where sizes are not known.</param>
/// <param name="Complete">Whether these are all that there are.</param>
public sealed record AreaFigures(string Area, int Count, decimal Low, decimal Median, decimal High, string Currency, decimal? PerM2, bool Complete)
{
    /// <summary>The figures by area, in the order of the query's areas, else the cheapest first.</summary>
    public static IReadOnlyList<AreaFigures> Of(IReadOnlyList<Unit> units, UnitQuery query)
    {
        var complete = units.Count < query.Limit;
        AreaFigures[] figures = [.. units
            .GroupBy(unit => (unit.Area, unit.Currency))
            .Select(area => Of(area.Key.Area, area.Key.Currency, [.. area], complete))];
        return query.Areas is { Count: > 0 } areas
            ? [.. areas.SelectMany(area => figures.Where(figure => string.Equals(figure.Area, area, StringComparison.OrdinalIgnoreCase)))]
            : [.. figures.OrderBy(figure => figure.Median).ThenBy(figure => figure.Area, StringComparer.Ordinal)];
    }

    private static AreaFigures Of(string area, string currency, Unit[] units, bool complete)
    {
        decimal[] prices = [.. units.Select(unit => unit.Price).Order()];
        decimal[] rates = [.. units.Where(unit => unit.SizeM2 > 0).Select(unit => unit.Price / unit.SizeM2).Order()];
        return new(area, units.Length, prices[0], Middle(prices), prices[^1], currency, rates.Length == 0 ? null : Middle(rates), complete);
    }

    // The lower one of two: a price that there is.
    private static decimal Middle(decimal[] sorted) => sorted[(sorted.Length - 1) / 2];
}
