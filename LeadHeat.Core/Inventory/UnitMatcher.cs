namespace LeadHeat.Core.Inventory;

/// <summary>Says of a unit whether it has the hard facts asked for.</summary>
public sealed class UnitMatcher(UnitFilters filters)
{
    private readonly string? _city = filters.City?.ToLowerInvariant();
    private readonly string[]? _areas = Lower(filters.Areas);
    private readonly string[]? _types = Lower(filters.Types);
    private readonly string[]? _notAreas = Lower(filters.NotAreas);
    private readonly string[]? _notTypes = Lower(filters.NotTypes);
    private readonly string[]? _features = Lower(filters.Features);
    private readonly string[]? _notFeatures = Lower(filters.NotFeatures);
    private readonly string? _currency = filters.Currency?.ToUpperInvariant();

    public bool Fits(UnitRow row) =>
        (_city is null || row.City == _city)
        && (_currency is null || row.Currency == _currency)
        && (_types is null || _types.Contains(row.Type))
        && (_areas is null || _areas.Contains(row.Area))
        && (_notAreas is null || !_notAreas.Contains(row.Area))
        && (_notTypes is null || !_notTypes.Contains(row.Type))
        && (_features is null || Array.TrueForAll(_features, row.Lists))
        && (_notFeatures is null || !Array.Exists(_notFeatures, row.Lists))
        && IsWithin(row.Beds, filters.BedsMin, filters.BedsMax)
        && IsWithin(row.Price, filters.PriceMin, filters.PriceMax)
        && IsWithin(row.SizeM2, filters.SizeM2Min, filters.SizeM2Max);

    private static bool IsWithin(decimal value, decimal? least, decimal? most) => !(value < least) && !(value > most);

    private static string[]? Lower(IReadOnlyList<string>? words) => words is { Count: > 0 } ? [.. words.Select(word => word.ToLowerInvariant())] : null;
}
