using LeadHeat.Core.Conversations;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Turns;

namespace LeadHeat.Api.Demo;

/// <summary>Answers as a worker's built-in agent does, with the tools at hand instead of behind the network.</summary>
internal sealed class DemoAgent(IReadOnlyList<Unit> units)
{
    public DemoAnswer Answer(TurnContext context, Playbook playbook)
    {
        var turn = Planner.Begin(context, playbook);
        var findings = ToolFindings.None;
        List<ToolCall> calls = [];
        while (Planner.Wishes(turn, findings) is { Count: > 0 } wishes)
        {
            foreach (var wish in wishes)
                findings = Run(wish, turn, findings, calls);
        }
        return new(context, Planner.Compose(turn, findings), calls);
    }

    private ToolFindings Run(ToolWish wish, PlannedTurn turn, ToolFindings findings, List<ToolCall> calls)
    {
        ToolFindings Say(string summary, double milliseconds, ToolFindings with)
        {
            calls.Add(new(wish.Tool, summary, Ok: true, milliseconds));
            return with;
        }

        switch (wish.Tool)
        {
            case ToolNames.NormalizeBudget:
                var budget = BudgetNormalizer.Normalize(wish.Text!, turn.Playbook, turn.Facts, turn.Context.ReceivedAt);
                return Say(budget is null ? "no budget in it" : $"budget {budget.Display}", 0.1, findings.With(wish, budget));
            case ToolNames.GeoMatch:
                var places = GeoMatcher.Match(turn.Playbook, wish.City, wish.Areas ?? []);
                return Say(places.Areas.Count > 0 ? string.Join(", ", places.Areas) : places.City ?? "no place that we serve", 0.1, findings.With(wish, places));
            case ToolNames.InventorySearch:
                var matches = MatchExplainer.Best(Search(wish.Query!), turn.Facts, turn.Playbook);
                return Say(Found(matches, wish.Query!), 3.4, findings.With(wish, matches));
            default:
                var score = LeadScorer.Score(turn.Playbook, Planner.ScoringOf(turn, findings));
                return Say($"score {score.Score}{(score.Qualified ? ", qualified" : "")}", 0.2, findings.With(wish, score));
        }
    }

    // In the order of the Api's search: the bedrooms asked for before more, then the cheaper.
    private IEnumerable<Unit> Search(UnitQuery query) => units
        .Where(unit => Fits(unit, query))
        .OrderBy(unit => query.BedsMin is { } least && unit.Beds != least)
        .ThenBy(unit => unit.Price)
        .Take(query.Limit);

    private static bool Fits(Unit unit, UnitQuery query) =>
        (query.City is null || Same(query.City, unit.City))
        && (query.Areas is not { Count: > 0 } || query.Areas.Any(area => Same(area, unit.Area)))
        && (query.Types is not { Count: > 0 } || query.Types.Any(type => Same(type, unit.Type)))
        && (query.BedsMin is null || unit.Beds >= query.BedsMin) && (query.BedsMax is null || unit.Beds <= query.BedsMax)
        && (query.PriceMin is null || unit.Price >= query.PriceMin) && (query.PriceMax is null || unit.Price <= query.PriceMax)
        && (query.Currency is null || Same(query.Currency, unit.Currency));

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string Found(IReadOnlyList<UnitMatch> matches, UnitQuery query)
    {
        var where = query.Areas is { Count: > 0 } areas ? " in " + string.Join(", ", areas) : query.City is { } city ? " in " + city : "";
        return matches.Count switch { 0 => $"found nothing{where}", 1 => $"found 1 unit{where}", var count => $"found {count} units{where}" };
    }
}

/// <summary>What the agent made of a message.</summary>
internal sealed record DemoAnswer(TurnContext Context, PlannedReply Reply, IReadOnlyList<ToolCall> Calls);
