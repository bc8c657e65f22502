using LeadHeat.Core.Leads;
using LeadHeat.Core.Overview;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;

namespace LeadHeat.Api.Overview;

/// <summary>Figures that set counts against one another: won against lost, a period against the one before.</summary>
internal sealed class OverviewComparisons(OverviewCounts counts, OverviewFrames frames, OverviewNames names)
{
    public async Task<OverviewRules> RulesAsync(OverviewQuery query, CancellationToken cancellationToken)
    {
        var (frame, cells) = await counts.ReadAsync(query, frames.Of(query), [OverviewFamily.Standing, OverviewFamily.Rule], cancellationToken);
        var decided = cells.Where(cell => cell.Cell / OverviewCells.Family == (int)OverviewFamily.Standing).ToLookup(cell => OverviewCells.Standing(cell.Cell).Status, cell => cell.Leads);
        var byRule = cells.Where(cell => cell.Cell / OverviewCells.Family == (int)OverviewFamily.Rule)
            .ToLookup(cell => OverviewCells.ValueOf(cell.Cell) / 4, cell => (Kind: cell.Cell % 4, cell.Leads));
        var rules = (await names.RulesAsync([.. byRule.Select(rule => rule.Key)], cancellationToken))
            .Select(rule => Lift(rule, byRule[rule.Id].ToDictionary(cell => cell.Kind, cell => cell.Leads)))
            .OrderBy(rule => rule.Verdict == RuleVerdict.TooFew).ThenByDescending(rule => Math.Abs(rule.Difference?.Value ?? 0)).ThenBy(rule => rule.Id);
        return new(frame, decided[LeadStatus.Won].Sum(), decided[LeadStatus.Lost].Sum(), [.. rules]);
    }

    public async Task<OverviewDrift> DriftAsync(OverviewQuery query, CancellationToken cancellationToken)
    {
        var frame = frames.Of(query);
        var before = frames.Before(frame);
        (frame, var now) = await counts.ReadAsync(query, frame, [OverviewFamily.Score], cancellationToken, OverviewGroup.Source);
        var then = before is null ? [] : (await counts.ReadAsync(query, before, [OverviewFamily.Score], cancellationToken, OverviewGroup.Source)).Cells;
        var sources = Enum.GetValues<LeadSource>().Select(source => Source(source, Tens(now, source), Tens(then, source)))
            .Where(source => source.Now + source.Before > 0).ToList();
        return new(frame, before, Drift.Between([.. sources.Select(source => source.Before)], [.. sources.Select(source => source.Now)]), sources);
    }

    // The last one is of leads without a score.
    private static int[] Tens(List<CellCount> cells, LeadSource source)
    {
        var tens = new int[OverviewCells.Tens + 1];
        foreach (var cell in cells.Where(cell => cell.Key == Words.Of(source)))
            tens[OverviewCells.ValueOf(cell.Cell)] += cell.Leads;
        return tens;
    }

    private static SourceDrift Source(LeadSource source, int[] now, int[] before) =>
        new(source, now.Sum(), before.Sum(), Drift.Between(before[..^1], now[..^1]), Mean(now), Mean(before));

    // By the middles of tens.
    private static double? Mean(int[] tens) => tens[..^1].Sum() is var scored and > 0
        ? Math.Round(tens[..^1].Select((leads, ten) => leads * ((ten * 10) + 4.5)).Sum() / scored, 1)
        : null;

    private static RuleLift Lift(RuleName rule, Dictionary<int, int> cells)
    {
        int Count(bool most, bool won) => cells.GetValueOrDefault((most ? 2 : 0) + (won ? 1 : 0));
        var most = Proportion.Of(Count(true, true), Count(true, true) + Count(true, false));
        var few = Proportion.Of(Count(false, true), Count(false, true) + Count(false, false));
        var (difference, lift, verdict) = RuleJudgement.Of(most, few, rule.Takes);
        return new(rule.Id, rule.Card, rule.Rule, rule.Title, most, few, difference, lift, verdict);
    }
}
