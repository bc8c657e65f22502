using LeadHeat.Api.Inventory;
using LeadHeat.Api.HeatModels;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Uploads;
using Npgsql;

namespace LeadHeat.Api.Uploads;

/// <summary>Scores leads as they arrive, by the playbook's card, as a conversation would be.</summary>
internal sealed class UploadScoring(UnitSearch units, CardModels models, Playbook playbook, Scorecard card, DateTimeOffset now)
{
    public Scorecard Card => card;

    /// <summary>What a score rests on. Nobody offers a unit to a lead that is won or lost.</summary>
    /// <param name="seen">For a card that asks the heat model.</param>
    public ScoringInput Input(IReadOnlyList<Fact> facts, LeadStatus? status, Func<SeenLead> seen) => new(
        facts, status is LeadStatus.Won or LeadStatus.Lost ? [] : Match(facts) ?? [], [], now, HeardAt: now, Probability: models.Of(card, seen)?.Probability(facts));

    /// <summary>A row as the heat model sees it.</summary>
    public SeenLead Seen(UploadedLead row)
    {
        var created = row.CreatedAt ?? row.ClosedAt ?? now;
        return SeenLead.New(
            LeadSource.Csv, created, row.Status is LeadStatus.Won or LeadStatus.Lost ? row.ClosedAt ?? row.CreatedAt ?? now : null, row.Features);
    }

    /// <summary>What the heat model says of stored leads, where the card asks it.</summary>
    public Task<IReadOnlyDictionary<Guid, AskedModel>> AskAsync(NpgsqlConnection connection, Guid[] leads, CancellationToken cancellationToken) =>
        models.OfAsync(connection, leads, [card], cancellationToken);

    public Qualification Score(ScoringInput input) => Card.Evaluate(input);

    public LeadHeadline Headline(IReadOnlyList<Fact> facts) => LeadHeadline.Of(facts, playbook, card);

    public IReadOnlyList<UnitMatch>? Match(IReadOnlyList<Fact> facts) =>
        playbook.HasInventory && UnitWishes.QueryOf(facts, playbook) is { } query ? MatchExplainer.Best(units.Search(query).Items, facts, playbook) : null;
}
