using LeadHeat.Core.Facts;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Decides which tools to call: read the words first, then search, then look around when nothing fits, then score.</summary>
internal static class SearchPlanner
{
    private const string RentTopic = "rent_income";

    public static IReadOnlyList<ToolWish> Wishes(PlannedTurn turn, ToolFindings findings)
    {
        if (findings.HasRun(ToolNames.LeadScore))
            return [];
        if (findings.Done.Count == 0)
        {
            List<ToolWish> first = [.. Reading(turn), .. SearchesFor(turn)];
            first.AddRange(KnowledgeQuestions.QuestionsOf(turn).Select(question => new ToolWish(ToolNames.KnowledgeSearch, Text: question)));
            if (first.Count > 0)
                return first;
        }
        else if (FoundNothing(turn, findings) && NextAlternative(turn, findings) is { } alternative)
        {
            return [alternative];
        }
        return [new(ToolNames.LeadScore)];
    }

    // What was said now is read by the tools, too, so that the trace shows how it was understood.
    private static IEnumerable<ToolWish> Reading(PlannedTurn turn)
    {
        if (turn.Understood.Find(FactFields.Budget) is { Spans: [var span, ..] })
            yield return new(ToolNames.NormalizeBudget, Text: span.Of(turn.Understood.Text));
        if (turn.Understood.Find(FactFields.Areas)?.Value.Items is { Count: > 0 } areas)
            yield return new(ToolNames.GeoMatch, City: turn.Understood.Find(FactFields.City)?.Value.Text, Areas: areas);
        else if (turn.Playbook.Cities.Count > 0 && turn.Understood.Find(FactFields.City)?.Value.Text is { } city)
            yield return new(ToolNames.GeoMatch, City: city, Areas: []);
    }

    private static IEnumerable<ToolWish> SearchesFor(PlannedTurn turn)
    {
        // Who looks for what we do not have is shown nothing else for it.
        if (Outsider.In(turn.Dialogue.Fired, turn.Playbook) is not null)
            return [];
        if (turn.Playbook.Inventory is not { } map || turn.Understood.AsksForHuman || UnitWishes.QueryOf(turn.Facts, turn.Playbook, turn.Dialogue.Unwanted) is not { } query)
            return [];
        var (message, shown) = (turn.Understood, Planner.LastShown(turn.Context));
        // "How much rent can I get from a 2 BHK in HSR?" wants a figure, and no homes for it.
        if (message is { Topic: RentTopic } && Asking.Is(message) || Elsewhere.Blocks(turn))
            return [];
        // "Stamp duty bangalore" asks the documents, and wants no homes there.
        if (KnowledgeQuestions.IsSubjectOfPlace(turn))
            return [];
        var changed = message.Unwanted.Count > 0 || turn.NewFacts.Any(fact => IsAbout(fact.Field, map));
        if (AreasToCompare(turn, map) is { } areas)
            return [Search(query with { Areas = areas, PriceMin = null, PriceMax = null }, SearchPurpose.Compare)];
        if (CountTalk.IsAsked(turn))
            return [Search(CountTalk.QueryOf(turn, query, shown), SearchPurpose.Market)];
        if (UnitTalk.AsksForMarket(turn) && !UnitAnswers.AsksForRate(turn))
            return [Search(CountTalk.Placed(turn, query) with { PriceMin = null, PriceMax = null }, SearchPurpose.Market)];
        if (shown.Count > 0 && !changed && Alternatives.AreAskedFor(turn))
            return Alternatives.ValueSearches(turn, query, shown);
        if (shown.Count > 0 && !changed && UnitTalk.WantsAlternatives(turn))
            return Alternatives.Searches(turn, query, shown);
        if (UnitAnswers.ToCheck(turn, shown) is { } unit)
            return [Search(new(unit.City, [unit.Area], [unit.Type], unit.Beds, unit.Beds, unit.Price, unit.Price, unit.Currency), SearchPurpose.Check)];
        return changed || message.Has(Cues.More) || (shown.Count == 0 && message.Has(Cues.Search | Cues.Price)) ? [Search(query, SearchPurpose.Fits)] : [];
    }

    // Those that the message names, or "the two areas" that are known.
    private static IReadOnlyList<string>? AreasToCompare(PlannedTurn turn, InventoryMap map)
    {
        if (!turn.Understood.Has(Cues.Compare) && !AsksWhichArea(turn.Understood.Text))
            return null;
        if (turn.Understood.Find(map.Areas)?.Value.Items is { Count: > 1 } named)
            return named;
        return turn.Understood.Text.Contains("area", StringComparison.OrdinalIgnoreCase) || turn.Understood.Text.Contains("localit", StringComparison.OrdinalIgnoreCase)
            ? turn.Facts.FirstOrDefault(fact => fact.Field == map.Areas)?.Value.Items is { Count: > 1 } known ? known : null : null;
    }

    // "Which area is better for investment?"
    private static bool AsksWhichArea(string text) => text.Contains("area", StringComparison.OrdinalIgnoreCase)
        && (text.Contains("better", StringComparison.OrdinalIgnoreCase) || text.Contains("best", StringComparison.OrdinalIgnoreCase));

    private static bool IsAbout(string field, InventoryMap map) =>
        field == map.City || field == map.Areas || field == map.Beds || field == map.Types || field == map.Size || field == map.Price || field == map.Features;

    private static bool FoundNothing(PlannedTurn turn, ToolFindings findings) => findings.Searches.Count > 0 && (findings.Searches[0].Purpose == SearchPurpose.Cheaper
        ? Alternatives.Choose(turn, findings).Count == 0
        : findings.Searches.All(search => search.Matches.Count == 0));

    // The next way to look around, each at most once: any price here, then nearby, then anywhere in the city.
    private static ToolWish? NextAlternative(PlannedTurn turn, ToolFindings findings)
    {
        var first = findings.Searches[0];
        if (first.Purpose is not (SearchPurpose.Fits or SearchPurpose.Cheaper) || UnitWishes.QueryOf(turn.Facts, turn.Playbook, turn.Dialogue.Unwanted) is not { } query)
            return null;
        var cheaper = first.Purpose == SearchPurpose.Cheaper;
        if (!cheaper && !findings.HasSearched(SearchPurpose.AnyPrice) && (query.PriceMax is not null || query.PriceMin is not null))
            return Search(query with { PriceMin = null, PriceMax = null }, SearchPurpose.AnyPrice);
        if (!findings.HasSearched(SearchPurpose.Nearby) && query.Areas is { } areas && Nearby(turn, findings, areas) is { Count: > 0 } nearby)
            return Search((cheaper ? first.Query : query) with { Areas = nearby }, SearchPurpose.Nearby);
        return !cheaper && !findings.HasSearched(SearchPurpose.Anywhere) && (query.Areas is not null || query.Types is not null)
            ? Search(query with { Areas = null, Types = null, PriceMin = null }, SearchPurpose.Anywhere) : null;
    }

    /// <summary>A search with as many units as its purpose needs.</summary>
    public static ToolWish Search(UnitQuery query, SearchPurpose purpose) =>
        new(ToolNames.InventorySearch, Query: query with { Limit = UnitWishes.LimitOf(purpose) }, Purpose: purpose);

    private static IReadOnlyList<string> Nearby(PlannedTurn turn, ToolFindings findings, IReadOnlyList<string> areas) =>
        findings.Places is { Nearby.Count: > 0 } places && places.Areas.SequenceEqual(areas) ? places.Nearby : GeoMatcher.Nearby(turn.Playbook, areas);
}
