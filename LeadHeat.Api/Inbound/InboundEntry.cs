namespace LeadHeat.Api.Inbound;

/// <summary>What a channel delivered, kept as received.</summary>
internal sealed class InboundEntry
{
    public required Guid Id { get; init; }
    public required string Channel { get; init; }
    public required string ExternalId { get; init; }
    public required string Headers { get; init; }
    public required byte[] Body { get; init; }
    public required string Verdict { get; init; }
    public Guid? LeadId { get; set; }
    public Guid? MessageId { get; set; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public DateTimeOffset? HandledAt { get; set; }
}
