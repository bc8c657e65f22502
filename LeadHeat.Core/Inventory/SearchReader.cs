using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Inventory;

/// <summary>Reads a search in somebody's own words: what is certain becomes a filter, the rest is searched for.</summary>
public static class SearchReader
{
    private static readonly string[] Hard =
        [FactFields.City, FactFields.Areas, FactFields.PropertyType, FactFields.Beds, FactFields.Size, FactFields.Budget];

    /// <summary>The filters with what the text says for certain, and the text without those words.</summary>
    /// <param name="filters">Where both speak of the same, these count.</param>
    /// <returns>Wishes: the features that it names, which rank and do not filter.</returns>
    public static (UnitFilters Filters, string Text, IReadOnlyList<string> Wishes) Read(string text, UnitFilters filters, Playbook playbook, DateTimeOffset now)
    {
        var understood = Language.Understand(text, playbook, DialogueState.Start, [], now);
        FactValue? Value(string field) => understood.Find(field)?.Value;
        var (beds, size, budget) = (Value(FactFields.Beds), Value(FactFields.Size), Value(FactFields.Budget));
        var priced = budget is { Period: null } && filters.PriceMin is null && filters.PriceMax is null;
        var bedded = filters.BedsMin is null && filters.BedsMax is null;
        var sized = filters.SizeM2Min is null && filters.SizeM2Max is null;
        var placed = filters.City is null && filters.Areas is not { Count: > 0 };
        var read = filters with
        {
            City = placed ? Value(FactFields.City)?.Text : filters.City,
            Areas = filters.Areas is { Count: > 0 } given ? given : CityFits(filters, Value(FactFields.City)?.Text) ? Value(FactFields.Areas)?.Items : null,
            Types = filters.Types is { Count: > 0 } types ? types : Value(FactFields.PropertyType)?.Items,
            BedsMin = bedded ? beds?.Min : filters.BedsMin,
            BedsMax = bedded ? beds?.Max : filters.BedsMax,
            SizeM2Min = sized ? size?.Min : filters.SizeM2Min,
            SizeM2Max = sized ? size?.Max : filters.SizeM2Max,
            PriceMin = priced ? budget!.Min : filters.PriceMin,
            PriceMax = priced ? budget!.Max : filters.PriceMax,
            Currency = filters.Currency ?? (priced ? budget!.Unit : null),
        };
        var wishes = Value(FactFields.Features)?.Items ?? [];
        read = HardWishes.With(read, wishes, understood.Unwanted, playbook);
        return (read, Without(text, understood.Values.Where(value => Hard.Contains(value.Field)).SelectMany(value => value.Spans)), wishes);
    }

    // An area of another city than the one that is filtered by says nothing here.
    private static bool CityFits(UnitFilters filters, string? city) =>
        filters.City is null || city is null || string.Equals(filters.City, city, StringComparison.OrdinalIgnoreCase);

    private static string Without(string text, IEnumerable<TextSpan> spans)
    {
        var rest = text.ToCharArray();
        foreach (var span in spans)
            rest.AsSpan(span.Start, span.Length).Fill(' ');
        return new string(rest);
    }
}
