using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Inventory;

/// <summary>Makes filters of what must be, or must not be: off plan or ready, "without a pool", "not in Whitefield". Other wishes only rank.</summary>
public static class HardWishes
{
    /// <summary>The query with what nothing that is found may break.</summary>
    /// <param name="features">The features that are wished, in the order in which they were said.</param>
    public static UnitQuery With(UnitQuery query, IReadOnlyList<string> features, IReadOnlyList<Unwanted> unwanted, Playbook playbook)
    {
        var (must, mustNot) = Of(features, unwanted, playbook);
        return query with
        {
            NotAreas = Values(unwanted, playbook.Inventory?.Areas), NotTypes = Values(unwanted, playbook.Inventory?.Types), Features = must, NotFeatures = mustNot,
        };
    }

    /// <summary>The filters with what nothing that is found may break; those that are given stay.</summary>
    public static UnitFilters With(UnitFilters filters, IReadOnlyList<string> features, IReadOnlyList<Unwanted> unwanted, Playbook playbook)
    {
        var (must, mustNot) = Of(features, unwanted, playbook);
        return filters with
        {
            NotAreas = filters.NotAreas ?? Values(unwanted, playbook.Inventory?.Areas), NotTypes = filters.NotTypes ?? Values(unwanted, playbook.Inventory?.Types),
            Features = filters.Features ?? must, NotFeatures = filters.NotFeatures ?? mustNot,
        };
    }

    // Of "ready" and "off plan" the one that was said last counts.
    private static (string[]? Must, string[]? MustNot) Of(IReadOnlyList<string> features, IReadOnlyList<Unwanted> unwanted, Playbook playbook)
    {
        var choices = playbook.Field(FactFields.Features)?.Choices ?? [];
        var last = features.Select(feature => choices.FirstOrDefault(choice => choice.Value == feature)).LastOrDefault(choice => choice is { Strict: true } or { Against.Count: > 0 });
        string[] not = [.. Values(unwanted, playbook.Inventory?.Features) ?? [], .. last?.Against ?? []];
        return (last is { Strict: true } ? [last.Value] : null, not.Length > 0 ? not : null);
    }

    private static string[]? Values(IReadOnlyList<Unwanted> unwanted, string? field)
    {
        string[] values = [.. unwanted.Where(one => one.Field == field).Select(one => one.Value)];
        return values.Length > 0 ? values : null;
    }
}
