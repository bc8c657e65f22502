using LeadHeat.Core.Leads;

namespace LeadHeat.Api.Leads;

/// <summary>A line of a lead's timeline.</summary>
internal sealed class Activity
{
    public required Guid Id { get; init; }
    public required Guid LeadId { get; init; }
    public required ActivityKind Kind { get; init; }
    public required string Text { get; init; }
    public required string Actor { get; init; }
    public Guid? ActorId { get; init; }
    public required DateTimeOffset At { get; init; }
}
