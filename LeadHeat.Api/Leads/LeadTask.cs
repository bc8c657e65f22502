using LeadHeat.Core.Leads;

namespace LeadHeat.Api.Leads;

/// <summary>Something to do for a lead.</summary>
internal sealed class LeadTask
{
    public required Guid Id { get; init; }
    public required Guid LeadId { get; set; }
    public required string Title { get; set; }
    public DateTimeOffset? DueAt { get; set; }
    public required LeadTaskStatus Status { get; set; }
    public Guid? AssigneeId { get; set; }
    public Guid? CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? DoneAt { get; set; }
}
