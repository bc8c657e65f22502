using LeadHeat.Core.Conversations;
using LeadHeat.Core.Facts;
using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Scoring;

namespace LeadHeat.Core.Leads;

/// <summary>Everything that the detail page shows.</summary>
/// <param name="Lead">The row as lists show it.</param>
/// <param name="Facts">What is known, with where it came from.</param>
/// <param name="Qualification">The latest result; null before the first scoring.</param>
/// <param name="Ledger">The lines that add up to <paramref name="Score"/>.</param>
/// <param name="Timeline">The latest 100 activities, newest first.</param>
/// <param name="Transcript">The latest messages, oldest first; its cursor leads to earlier ones.</param>
/// <param name="Owner">Who answers; null where there is no conversation.</param>
/// <param name="Prediction">What the heat model says; null where none is active.</param>
/// <param name="Silence">Set when the person took back that we may write to them where the lead is: nothing is sent there.</param>
/// <param name="AnswerUntil">Until when the lead's platform takes an answer in free words; after it only a template. Null where there is no such limit.</param>
/// <param name="Origin">The campaign, the advertisement, the page that a form's lead came from; null where nothing is known.</param>
/// <param name="OutOfReach">Why nothing that is written here would reach the person any more; null where it does.</param>
public sealed record LeadDetail(
    Guid Id,
    int? Score,
    LeadRow Lead,
    ContactView Contact,
    IReadOnlyList<Fact> Facts,
    Qualification? Qualification,
    IReadOnlyList<LedgerLine> Ledger,
    IReadOnlyList<ActivityView> Timeline,
    IReadOnlyList<TaskView> Tasks,
    MessagePage Transcript,
    ConversationOwner? Owner = null,
    LeadHeatView? Prediction = null,
    DateTimeOffset? AnswerUntil = null,
    ConsentView? Silence = null,
    IReadOnlyDictionary<string, string>? Origin = null,
    string? OutOfReach = null);

/// <summary>Who answers in a conversation, and since when it waits.</summary>
/// <param name="Version">Rises with every change of hands; say it with an answer or a change.</param>
/// <param name="PersonId">The person who answers; null where none does, or a machine.</param>
/// <param name="Since">When the bot or a person put it into the queue; null when neither has.</param>
/// <param name="Reason">Why; null when the bot answers.</param>
/// <param name="Summary">What a person needs to go on; null when the bot answers.</param>
public sealed record ConversationOwner(
    Handling Handling, int Version, Guid? PersonId, string? PersonName, DateTimeOffset? Since, string? Reason, HandoverSummary? Summary);

/// <summary>A person.</summary>
public sealed record ContactView(Guid Id, string? Name, string? Email, string? Phone, IReadOnlyList<ConsentView> Consents);

/// <summary>What a person agreed to, in which words, when.</summary>
public sealed record ConsentView(string Purpose, bool Granted, string Source, string Words, DateTimeOffset At);

/// <summary>A line of the timeline.</summary>
/// <param name="Kind">Of kind <c>media</c> there is something to open, under the line's own id.</param>
/// <param name="Text">In a salesperson's words.</param>
/// <param name="Actor">A user's name, or <c>Bot</c>.</param>
public sealed record ActivityView(Guid Id, ActivityKind Kind, string Text, string Actor, DateTimeOffset At);

/// <summary>Something to do.</summary>
public sealed record TaskView(
    Guid Id, string Title, DateTimeOffset? DueAt, LeadTaskStatus Status, Guid? AssigneeId, string? AssigneeName, DateTimeOffset CreatedAt, DateTimeOffset? DoneAt);

/// <summary>A member of the team.</summary>
public sealed record TeamMember(Guid Id, string Name, string Email, string Role)
{
    /// <summary>Nobody comes in as this member.</summary>
    public bool Disabled { get; init; }

    /// <summary>Has not chosen a password yet.</summary>
    public bool Invited { get; init; }

    /// <summary>A code is asked for besides the password.</summary>
    public bool SecondFactor { get; init; }

    /// <summary>When somebody was last here as this member; null for nobody yet.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>The teams that the member is in.</summary>
    public IReadOnlyList<Guid> Teams { get; init; } = [];
}
