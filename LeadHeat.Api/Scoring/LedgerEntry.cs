using LeadHeat.Core.Facts;

namespace LeadHeat.Api.Scoring;

/// <summary>A stored line of a score.</summary>
internal sealed class LedgerEntry
{
    public required Guid QualificationId { get; init; }
    public required short Position { get; init; }
    public required string Rule { get; init; }
    public required string Card { get; init; }
    public required int CardVersion { get; init; }
    public required int Points { get; init; }
    public required int MaxPoints { get; init; }
    public required string Reason { get; init; }
    public List<Evidence> Evidence { get; init; } = [];
    public string? Field { get; init; }
    public FactSource? SetBy { get; init; }
    public string? Value { get; init; }
    public required double Confidence { get; init; }
    public string? Author { get; init; }
    public required DateTimeOffset At { get; init; }
}
