namespace LeadHeat.Core.Knowledge;

/// <summary>Something that a lead said, in this conversation or an earlier one.</summary>
/// <param name="Score">Higher is better; comparable within one answer only.</param>
public sealed record LeadMemory(Guid MessageId, Guid ConversationId, string Text, DateTimeOffset At, double Score);

/// <summary>What a lead said that fits a question, best first.</summary>
public sealed record LeadMemories(IReadOnlyList<LeadMemory> Hits);
