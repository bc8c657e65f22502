using LeadHeat.Core.Inventory;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Turns;

namespace LeadHeat.Core.Dialogue;

/// <summary>What the loop needs from outside; all other tools compute.</summary>
/// <param name="Search">Answers an inventory search; null when it cannot be done now.</param>
/// <param name="Read">Answers a knowledge search, best passage first; null when it cannot be done now or there are no documents.</param>
public sealed record TurnTools(
    Func<UnitQuery, CancellationToken, ValueTask<IReadOnlyList<Unit>?>> Search,
    Func<KnowledgeQuery, CancellationToken, ValueTask<IReadOnlyList<KnowledgeHit>?>>? Read = null)
{
    /// <summary>Tools over units in memory.</summary>
    public static TurnTools Over(IReadOnlyList<Unit> units) => new((query, _) => new(UnitFilter.Find(units, query)));
}

/// <summary>The built-in agent's turn from message to reply, where the tools are at hand: in the playground, the evals and the demo.</summary>
public static class TurnLoop
{
    /// <summary>Answers one message.</summary>
    public static async ValueTask<AnsweredTurn> AnswerAsync(TurnContext context, Playbook playbook, TurnTools tools, CancellationToken cancellationToken)
    {
        var turn = Planner.Begin(context, playbook);
        var findings = ToolFindings.None;
        List<ToolRun> runs = [];
        while (Planner.Wishes(turn, findings) is { Count: > 0 } wishes)
        {
            foreach (var wish in wishes)
            {
                (findings, var result) = await RunAsync(wish, turn, findings, tools, cancellationToken).ConfigureAwait(false);
                runs.Add(new(wish, result, ToolSummary.Of(result)));
            }
        }
        return new(turn, findings, Planner.Compose(turn, findings), runs);
    }

    private static async ValueTask<(ToolFindings Findings, object? Result)> RunAsync(
        ToolWish wish, PlannedTurn turn, ToolFindings findings, TurnTools tools, CancellationToken cancellationToken)
    {
        switch (wish.Tool)
        {
            case ToolNames.NormalizeBudget:
                var budget = BudgetNormalizer.Normalize(wish.Text!, turn.Playbook, turn.Facts, turn.Context.ReceivedAt);
                return (findings.With(wish, budget), budget);
            case ToolNames.GeoMatch:
                var places = GeoMatcher.Match(turn.Playbook, wish.City, wish.Areas ?? []);
                return (findings.With(wish, places), places);
            case ToolNames.InventorySearch:
                var units = await tools.Search(wish.Query!, cancellationToken).ConfigureAwait(false);
                var search = units is null ? null : SearchFinding.Of(wish, units, turn.Facts, turn.Playbook);
                return (findings.With(wish, search), search);
            case ToolNames.KnowledgeSearch:
                var query = new KnowledgeQuery(wish.Text!, turn.Playbook.Name, Fallback: SearchFallback.Local);
                var hits = tools.Read is { } read ? await read(query, cancellationToken).ConfigureAwait(false) : null;
                return (findings.With(wish, hits), hits is null ? null : new KnowledgeFinding(wish.Text!, hits));
            default:
                var score = LeadScorer.Score(turn.Playbook, Planner.ScoringOf(turn, findings));
                return (findings.With(wish, score), score);
        }
    }
}

/// <summary>A turn with its answer and how it came about.</summary>
public sealed record AnsweredTurn(PlannedTurn Turn, ToolFindings Findings, PlannedReply Reply, IReadOnlyList<ToolRun> Runs);

/// <summary>One tool call of a turn.</summary>
/// <param name="Result">A <see cref="NormalizedBudget"/>, <see cref="GeoMatch"/>, <see cref="SearchFinding"/> or <see cref="LeadScoreResult"/>; null when there is none.</param>
/// <param name="Summary">In a salesperson's words.</param>
public sealed record ToolRun(ToolWish Wish, object? Result, string Summary);
