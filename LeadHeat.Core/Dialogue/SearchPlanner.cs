using LeadHeat.Core.Facts;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Decides which tools to call: read the words first, then search, then look around when nothing fits, then score.</summary>
internal static class SearchPlanner
{
    private static readonly string[] Relevant =
        [FactFields.City, FactFields.Areas, FactFields.Beds, FactFields.PropertyType, FactFields.Size, FactFields.Budget, FactFields.Features];

    public static IReadOnlyList<ToolWish> Wishes(PlannedTurn turn, ToolFindings findings)
    {
        if (findings.HasRun(ToolNames.LeadScore))
            return [];
        if (findings.Done.Count == 0)
        {
            var first = Reading(turn);
            if (SearchFor(turn) is { } search)
                first.Add(search);
            if (first.Count > 0)
                return first;
        }
        else if (findings.Searches.Count > 0 && findings.Searches.All(search => search.Matches.Count == 0) && NextAlternative(turn, findings) is { } alternative)
        {
            return [alternative];
        }
        return [new(ToolNames.LeadScore)];
    }

    /// <summary>The query of all that was said; null when too little was said to search.</summary>
    public static UnitQuery? QueryOf(PlannedTurn turn) => UnitWishes.QueryOf(turn.Facts, turn.Playbook);

    // What was said now is read by the tools, too, so that the trace shows how it was understood.
    private static List<ToolWish> Reading(PlannedTurn turn)
    {
        List<ToolWish> wishes = [];
        if (turn.Understood.Find(FactFields.Budget) is { } budget)
            wishes.Add(new(ToolNames.NormalizeBudget, Text: string.Join(' ', budget.Spans.Select(span => span.Of(turn.Understood.Text)))));
        var areas = turn.Understood.Find(FactFields.Areas);
        var city = turn.Understood.Find(FactFields.City);
        if (areas is not null || city is not null)
            wishes.Add(new(ToolNames.GeoMatch, City: city?.Value.Text, Areas: areas?.Value.Items ?? []));
        return wishes;
    }

    private static ToolWish? SearchFor(PlannedTurn turn)
    {
        if (!turn.Playbook.HasInventory || turn.Understood.AsksForHuman || QueryOf(turn) is not { } query)
            return null;
        var shown = Planner.LastShown(turn.Context);
        if (turn.Understood.Has(Cues.Cheaper | Cues.Expensive) && shown.Count > 0)
            return new(ToolNames.InventorySearch, Query: query with { PriceMin = null, PriceMax = shown.Min(unit => unit.Price) - 1 }, Purpose: SearchPurpose.Cheaper);
        var changed = turn.NewFacts.Any(fact => Relevant.Contains(fact.Field));
        return changed || turn.Understood.Has(Cues.More) || (shown.Count == 0 && turn.Understood.Has(Cues.Search | Cues.Price))
            ? new(ToolNames.InventorySearch, Query: query) : null;
    }

    // The next way to look around, each at most once: any price here, then nearby, then anywhere in the city.
    private static ToolWish? NextAlternative(PlannedTurn turn, ToolFindings findings)
    {
        if (QueryOf(turn) is not { } query)
            return null;
        var cheaper = findings.HasSearched(SearchPurpose.Cheaper);
        if (!cheaper && !findings.HasSearched(SearchPurpose.AnyPrice) && (query.PriceMax is not null || query.PriceMin is not null))
            return Search(query with { PriceMin = null, PriceMax = null }, SearchPurpose.AnyPrice);
        if (!findings.HasSearched(SearchPurpose.Nearby) && query.Areas is { } areas && Nearby(turn, findings, areas) is { Count: > 0 } nearby)
            return Search((cheaper ? findings.Searches[0].Query : query) with { Areas = nearby }, SearchPurpose.Nearby);
        return !cheaper && !findings.HasSearched(SearchPurpose.Anywhere) && (query.Areas is not null || query.Types is not null)
            ? Search(query with { Areas = null, Types = null, PriceMin = null }, SearchPurpose.Anywhere) : null;
    }

    private static ToolWish Search(UnitQuery query, SearchPurpose purpose) => new(ToolNames.InventorySearch, Query: query, Purpose: purpose);

    private static IReadOnlyList<string> Nearby(PlannedTurn turn, ToolFindings findings, IReadOnlyList<string> areas) =>
        findings.Places is { Nearby.Count: > 0 } places && places.Areas.SequenceEqual(areas) ? places.Nearby : GeoMatcher.Nearby(turn.Playbook, areas);
}
