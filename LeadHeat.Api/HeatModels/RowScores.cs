using LeadHeat.Api.Inventory;
using LeadHeat.Api.Problems;
using LeadHeat.Api.Scoring;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;

namespace LeadHeat.Api.HeatModels;

/// <summary>Scores leads that are not stored: by a playbook's card, and by the active model.</summary>
internal sealed class RowScores(PlaybookLibrary playbooks, ActiveCards cards, UnitSearch units, ActiveHeatModel active, TimeProvider clock)
{
    private const int MostReasons = 5;

    private readonly Playbook _usual = playbooks.All.OrderBy(playbook => playbook.HasInventory ? 0 : 1).ThenBy(playbook => playbook.Name, StringComparer.Ordinal).First();

    /// <exception cref="FieldRefused">A row names a playbook that is not there.</exception>
    public ScoredBatch Score(IReadOnlyList<ScoreRequest> rows)
    {
        var (current, now) = (active.Current, clock.GetUtcNow());
        return new(current?.Version, [.. rows.Select((row, at) => Score(row, at, current, now))]);
    }

    private ScoredRow Score(ScoreRequest row, int at, LoadedHeatModel? current, DateTimeOffset now)
    {
        var playbook = row.Playbook is null ? _usual : playbooks.TryGet(row.Playbook, out var named) ? named
            : throw new FieldRefused("playbook", $"Row {at + 1} names the playbook '{row.Playbook}', which is not installed here.");
        var prediction = current?.Model.Explain(row.Features);
        var input = FeatureFacts.Input(row.Features, playbook, now, facts => Match(facts, playbook)) with { Probability = prediction?.Probability };
        var card = cards.Primary(playbook, now).Evaluate(input);
        IReadOnlyList<HeatFactor> factors = [.. prediction?.Factors.Take(MostReasons) ?? []];
        return new(
            row.Id, card.Score, card.Heat, card.Qualified, prediction?.Probability, [.. card.Reasons, .. factors.Select(factor => factor.Text)], factors);
    }

    private IReadOnlyList<UnitMatch> Match(IReadOnlyList<Fact> facts, Playbook playbook) =>
        UnitWishes.QueryOf(facts, playbook) is { } query ? MatchExplainer.Best(units.Search(query).Items, facts, playbook) : [];
}
