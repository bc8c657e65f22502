using LeadHeat.Api.Inventory;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;

namespace LeadHeat.Api.Uploads;

/// <summary>Scores leads as they arrive, by the playbook's card, as a conversation would be.</summary>
internal sealed class UploadScoring(UnitSearch units, Playbook playbook, Scorecard card, DateTimeOffset now)
{
    public Scorecard Card => card;

    /// <summary>What a score rests on. Nobody offers a unit to a lead that is won or lost.</summary>
    public ScoringInput Input(IReadOnlyList<Fact> facts, LeadStatus? status) =>
        new(facts, status is LeadStatus.Won or LeadStatus.Lost ? [] : Match(facts) ?? [], [], now, HeardAt: now);

    public Qualification Score(ScoringInput input) => Card.Evaluate(input);

    public LeadHeadline Headline(IReadOnlyList<Fact> facts) => LeadHeadline.Of(facts, playbook, card);

    public IReadOnlyList<UnitMatch>? Match(IReadOnlyList<Fact> facts) =>
        playbook.HasInventory && UnitWishes.QueryOf(facts, playbook) is { } query ? MatchExplainer.Best(units.Search(query).Items, facts, playbook) : null;
}
