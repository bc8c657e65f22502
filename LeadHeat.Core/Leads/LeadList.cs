using LeadHeat.Core.Conversations;

namespace LeadHeat.Core.Leads;

/// <summary>A page of leads to ask for. What is not set does not filter.</summary>
/// <param name="Owner">A user's id, <c>me</c>, or <c>none</c>.</param>
/// <param name="Text">Words in name, e-mail, phone or what is wanted.</param>
/// <param name="Cursor">Where the last page ended.</param>
/// <param name="Limit">1 to 100.</param>
/// <param name="Upload">The upload that they came with.</param>
/// <param name="Figure">The number of the overview that they are behind, as <see cref="Overview.OverviewFigure"/> writes it.</param>
public sealed record LeadQuery(
    IReadOnlyList<LeadStatus>? Status = null,
    IReadOnlyList<Heat>? Heat = null,
    string? Playbook = null,
    IReadOnlyList<LeadSource>? Source = null,
    string? Owner = null,
    bool? Waiting = null,
    string? Text = null,
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    LeadSort Sort = LeadSort.LastActivity,
    string? Cursor = null,
    int Limit = 50,
    Guid? Upload = null,
    string? Figure = null);

/// <summary>A page of leads; <see cref="Next"/> is null at the end.</summary>
public sealed record LeadPage(IReadOnlyList<LeadRow> Items, string? Next);

/// <summary>A lead as a list shows it.</summary>
/// <param name="Name">The person's name, or what stands for it: <c>Visitor from Dubai</c>.</param>
/// <param name="Score">0 to 100; null before the first scoring.</param>
/// <param name="PreviousScore">The score before the last change; null when there was none.</param>
/// <param name="WaitingSince">Since when the visitor waits for a person; null when nobody waits.</param>
/// <param name="Wants">One line: what, where, for how much.</param>
/// <param name="Value">Estimated deal value, in <paramref name="Currency"/>.</param>
/// <param name="MessageCount">Rises with every message; what a reader has seen is remembered by it.</param>
public sealed record LeadRow(
    Guid Id,
    Guid? ConversationId,
    string Name,
    string? City,
    string? Wants,
    int? Score,
    int? PreviousScore,
    Heat Heat,
    LeadStatus Status,
    string Playbook,
    LeadSource Source,
    Guid? OwnerId,
    string? OwnerName,
    Handling Handling,
    string? LastWords,
    MessageAuthor? LastAuthor,
    int MessageCount,
    decimal? Value,
    string? Currency,
    DateTimeOffset? WaitingSince,
    DateTimeOffset StatusSince,
    DateTimeOffset LastActivityAt,
    DateTimeOffset CreatedAt);

/// <summary>How many leads there are, each count at most <see cref="Cap"/> (then read "1000 or more").</summary>
public sealed record LeadCounts(
    int Cap,
    int All,
    int Waiting,
    int Mine,
    int Unassigned,
    IReadOnlyDictionary<Heat, int> Heat,
    IReadOnlyDictionary<LeadStatus, int> Status);

/// <summary>The pipeline: a column a status.</summary>
public sealed record Pipeline(IReadOnlyList<PipelineColumn> Columns);

/// <summary>A column of the board.</summary>
/// <param name="Count">How many leads; capped as in <see cref="LeadCounts"/>.</param>
/// <param name="Values">Sum of estimated values of those counted, by currency.</param>
/// <param name="Items">The newest of them.</param>
public sealed record PipelineColumn(LeadStatus Status, int Count, IReadOnlyDictionary<string, decimal> Values, IReadOnlyList<LeadRow> Items, string? Next);
