using LeadHeat.Core.Leads;
using LeadHeat.Core.Scoring;

namespace LeadHeat.Api.Scoring;

/// <summary>One result of qualifying a lead; the newest counts.</summary>
internal sealed class QualificationEntry
{
    public required Guid Id { get; init; }
    public required Guid LeadId { get; init; }
    public Guid? TurnId { get; init; }
    public required string Card { get; init; }
    public required int CardVersion { get; init; }
    public required int Score { get; init; }
    public required bool Qualified { get; init; }
    public required Heat Heat { get; init; }
    public required Recommendation Recommendation { get; init; }
    public required IReadOnlyList<string> Reasons { get; init; }
    public required string NextStep { get; init; }
    public List<UnitMatch> TopMatches { get; init; } = [];
    public required DateTimeOffset CreatedAt { get; init; }
}
