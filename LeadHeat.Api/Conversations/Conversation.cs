using LeadHeat.Core.Conversations;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Leads;

namespace LeadHeat.Api.Conversations;

/// <summary>A conversation; its lead is there from the visitor's first message on.</summary>
internal sealed class Conversation
{
    public required Guid Id { get; init; }
    public Guid? LeadId { get; set; }
    public required string Playbook { get; init; }
    public required Channel Channel { get; init; }
    public required Handling Handling { get; set; }
    public int OwnerVersion { get; set; } = 1;
    public Guid? HandlerId { get; set; }
    public string? HandoffReason { get; set; }
    public DateTimeOffset? HandedOverAt { get; set; }
    public DialogueState? Dialogue { get; set; }
    public DateTimeOffset? ContextFrom { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? LastMessageAt { get; set; }
}
