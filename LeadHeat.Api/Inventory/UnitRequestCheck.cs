using LeadHeat.Core.Inventory;

namespace LeadHeat.Api.Inventory;

/// <summary>Says what is wrong with a search, by field.</summary>
internal static class UnitRequestCheck
{
    private const int LongestQuery = 1_000;
    private const int MostHits = 100;
    private const int MostValues = 20;
    private const int LongestValue = 200;

    public static Dictionary<string, string[]> Errors(UnitSearchRequest request)
    {
        Dictionary<string, string[]> errors = [];
        void Check(bool wrong, string field, string why)
        {
            if (wrong)
                errors.TryAdd(field, [why]);
        }

        var filters = request.Filters ?? new();
        Check(request.Query is { Length: > LongestQuery }, "query", $"At most {LongestQuery} characters.");
        Check(request.K is < 1 or > MostHits, "k", $"A number from 1 to {MostHits}.");
        Check(filters.City is { Length: > LongestValue }, "filters.city", $"At most {LongestValue} characters.");
        Check(!AreGood(filters.Areas), "filters.areas", $"At most {MostValues} values of 1 to {LongestValue} characters.");
        Check(!AreGood(filters.Types), "filters.types", $"At most {MostValues} values of 1 to {LongestValue} characters.");
        foreach (var (name, values) in ((string, IReadOnlyList<string>?)[])
            [("notAreas", filters.NotAreas), ("notTypes", filters.NotTypes), ("features", filters.Features), ("notFeatures", filters.NotFeatures)])
        {
            Check(!AreGood(values), "filters." + name, $"At most {MostValues} values of 1 to {LongestValue} characters.");
        }
        Check(filters.Currency is { } currency && !UnitLine.IsCurrency(currency), "filters.currency", "Three letters, such as AED or INR.");
        foreach (var (name, least, most) in ((string, decimal?, decimal?)[])
            [("beds", filters.BedsMin, filters.BedsMax), ("price", filters.PriceMin, filters.PriceMax), ("sizeM2", filters.SizeM2Min, filters.SizeM2Max)])
        {
            Check(least < 0, $"filters.{name}Min", "It has to be at least 0.");
            Check(most < 0 || most < least, $"filters.{name}Max", $"It has to be at least 0 and {name}Min.");
        }

        return errors;
    }

    private static bool AreGood(IReadOnlyList<string>? values) =>
        values is null || (values.Count <= MostValues && values.All(value => value is { Length: > 0 and <= LongestValue }));
}
