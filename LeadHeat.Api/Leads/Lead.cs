using LeadHeat.Core.Leads;

namespace LeadHeat.Api.Leads;

/// <summary>A lead, with everything that a list shows of it.</summary>
internal sealed class Lead
{
    public required Guid Id { get; init; }
    public required Guid ContactId { get; set; }
    public Guid? ConversationId { get; set; }
    public required string Playbook { get; init; }
    public required LeadSource Source { get; init; }
    public required LeadStatus Status { get; set; }
    public required DateTimeOffset StatusSince { get; set; }
    public string? LostReason { get; set; }
    public Guid? OwnerId { get; set; }
    public required string Name { get; set; }
    public string? City { get; set; }
    public string? Wants { get; set; }
    public int? Score { get; set; }
    public int? PreviousScore { get; set; }
    public required Heat Heat { get; set; }
    public Guid? QualificationId { get; set; }
    public required Handling Handling { get; set; }
    public DateTimeOffset? WaitingSince { get; set; }
    public string? LastWords { get; set; }
    public Core.Conversations.MessageAuthor? LastAuthor { get; set; }
    public int MessageCount { get; set; }
    public decimal? Value { get; set; }
    public string? Currency { get; set; }
    public string Search { get; set; } = "";
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset LastActivityAt { get; set; }
}
