using LeadHeat.Core.Conversations;
using LeadHeat.Core.Scoring;

namespace LeadHeat.Api.Conversations;

/// <summary>A message of a transcript.</summary>
internal sealed class Message
{
    public required Guid Id { get; init; }
    public required Guid ConversationId { get; init; }
    public required MessageAuthor Author { get; init; }
    public Guid? AuthorId { get; init; }
    public string? AuthorName { get; init; }
    public required string Text { get; init; }
    public IReadOnlyList<string> Chips { get; init; } = [];
    public List<UnitMatch> Cards { get; init; } = [];
    public List<ToolCall> Tools { get; init; } = [];
    public string? Agent { get; init; }
    public required string ExternalId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}
