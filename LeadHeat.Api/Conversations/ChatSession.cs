using LeadHeat.Core.Conversations;

namespace LeadHeat.Api.Conversations;

/// <summary>A visitor's device in a conversation.</summary>
internal sealed class ChatSession
{
    public required Guid Id { get; init; }
    public required byte[] KeyHash { get; init; }
    public required Guid ConversationId { get; init; }
    public required Channel Channel { get; init; }
    public required string Greeting { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset LastSeenAt { get; set; }
}
