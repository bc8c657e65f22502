namespace LeadHeat.Api.Turns;

/// <summary>A visitor's message that wants an answer.</summary>
internal sealed class Turn
{
    public required Guid Id { get; init; }
    public required Guid ConversationId { get; init; }
    public required Guid LeadId { get; init; }
    public required Guid MessageId { get; init; }
    public required string State { get; set; }
    public int Attempts { get; set; }
    public string? Worker { get; set; }
    public DateTimeOffset? LeaseUntil { get; set; }
    public string? TraceParent { get; init; }
    public string? Failure { get; set; }
    public Guid? ReplyId { get; set; }
    public TurnEnd? Outcome { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset QueuedAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }
}
