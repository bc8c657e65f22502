using System.Text.Json.Serialization;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Grounding;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Records;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Turns;

/// <summary>A worker asks for turns by their ids, and holds what it gets for <see cref="TurnLimits.Lease"/>.</summary>
/// <param name="Worker">The worker's stable name: it may take back at once what it held before a restart.</param>
public sealed record ClaimTurns(string Worker, IReadOnlyList<Guid> TurnIds);

/// <summary>What became of a claim, in the order asked.</summary>
public sealed record ClaimedTurns(IReadOnlyList<ClaimedTurn> Turns);

/// <summary>One claim's result. Anything but <see cref="ClaimResult.Claimed"/> needs no work: acknowledge the job.</summary>
public sealed record ClaimedTurn(Guid TurnId, ClaimResult Result, TurnContext? Context);

/// <summary>
/// <c>claimed</c>: yours. <c>finished</c>: done before. <c>held</c>: another worker has it and is alive: do not acknowledge, look again later.
/// <c>not_yet</c>: an earlier turn of the conversation comes first; it will be queued again. <c>silent</c>: a person answers. <c>unknown</c>: no such turn.
/// <c>dead</c>: failed too often; it is on the team's list.
/// </summary>
[JsonConverter(typeof(WireEnumConverter<ClaimResult>))]
public enum ClaimResult { Claimed, Finished, Held, NotYet, Silent, Unknown, Dead }

/// <summary>All that an agent needs to answer one message.</summary>
/// <param name="OwnerVersion">The conversation's version when claimed; an outcome with an older one is refused.</param>
/// <param name="Attempt">1 for the first.</param>
/// <param name="ReceivedAt">When the visitor wrote: the clock that the agent judges by, so that a replay says the same.</param>
/// <param name="MessageId">The visitor's message.</param>
/// <param name="History">The latest messages before it, oldest first, at most <see cref="TurnLimits.History"/>.</param>
/// <param name="Facts">What is known of the lead so far.</param>
/// <param name="Dialogue">Where the dialogue stands.</param>
/// <param name="Adjustments">Ledger lines that people added.</param>
/// <param name="TraceParent">W3C trace context of the visitor's request.</param>
/// <param name="Handling">Who has the conversation: in the queue the bot only holds the line.</param>
/// <param name="Card">The card that judges the lead; null for the playbook's own.</param>
/// <param name="Probability">What the heat model gave before the message; null where the card does not ask it.</param>
/// <param name="Rerun">Set when a turn is run again for somebody who asks what it did: nobody is told of it.</param>
public sealed record TurnContext(
    Guid TurnId,
    Guid ConversationId,
    Guid LeadId,
    int OwnerVersion,
    int Attempt,
    string Playbook,
    Channel Channel,
    DateTimeOffset ReceivedAt,
    Guid MessageId,
    string Text,
    IReadOnlyList<MessageView> History,
    IReadOnlyList<Fact> Facts,
    DialogueState Dialogue,
    IReadOnlyList<LedgerLine> Adjustments,
    string? TraceParent,
    Handling Handling = Handling.Bot,
    RerunWish? Rerun = null,
    CardVersion? Card = null,
    double? Probability = null);

/// <summary>A version of a scorecard.</summary>
public sealed record CardVersion(string Name, int Version);

/// <summary>What an agent made of a turn.</summary>
/// <param name="Facts">Only those that are new or changed by this turn.</param>
/// <param name="Matches">Units shown with the reply, best first, at most three.</param>
/// <param name="Handoff">Set when the conversation goes to a person.</param>
/// <param name="Agent"><c>built-in</c> or <c>hosted</c>.</param>
/// <param name="Fallback">Why built-in answered instead of hosted; null otherwise.</param>
/// <param name="PlaybookVersion">The playbook's version that ran.</param>
/// <param name="Citations">The passages that the reply rests on.</param>
/// <param name="Tasks">What the reply promises, as tasks for the team; null for none.</param>
/// <param name="Events">What happened and was not told yet, as an array of <see cref="TurnEvent"/> in UTF-8: it is told with the turn's end. Null for none.</param>
/// <param name="Removed">Sentences that the claims guard took out of the reply.</param>
/// <param name="Record">What the agent did, as <see cref="RecordPacking"/> packs it.</param>
/// <param name="Calls">Calls of hosted models, for the bill; null where there were none.</param>
public sealed record TurnOutcome(
    Guid TurnId,
    int OwnerVersion,
    int Attempt,
    string Reply,
    IReadOnlyList<string> Chips,
    IReadOnlyList<UnitMatch> Matches,
    IReadOnlyList<Fact> Facts,
    DialogueState Dialogue,
    string NextStep,
    HandoffData? Handoff,
    IReadOnlyList<ToolCall> Tools,
    string Agent,
    string? Fallback,
    string PlaybookVersion,
    double Milliseconds,
    int InputTokens,
    int OutputTokens,
    IReadOnlyList<Citation>? Citations = null,
    IReadOnlyList<GuardVerdict>? Removed = null,
    byte[]? Record = null,
    IReadOnlyList<ModelCall>? Calls = null,
    IReadOnlyList<string>? Tasks = null,
    byte[]? Events = null);

/// <summary>What became of an outcome. <c>stored</c>, or <c>known</c> (stored before), or <c>stale</c>: a person took over.</summary>
[JsonConverter(typeof(WireEnumConverter<OutcomeResult>))]
public enum OutcomeResult { Stored, Known, Stale, Unknown }

/// <summary>The answer to an outcome.</summary>
public sealed record OutcomeReceived(OutcomeResult Result);

/// <summary>A worker could not finish a turn: it is queued again, or goes to the dead letters after <see cref="TurnLimits.Attempts"/>.</summary>
public sealed record TurnFailed(string Worker, string Reason);

/// <summary>A worker still works on these turns.</summary>
public sealed record RenewLease(string Worker, IReadOnlyList<Guid> TurnIds);

/// <summary>A turn that failed too often, for the team's list.</summary>
public sealed record DeadTurn(Guid TurnId, Guid LeadId, string LeadName, int Attempts, string Reason, DateTimeOffset CreatedAt, DateTimeOffset FailedAt);

/// <summary>The limits of a turn.</summary>
public static class TurnLimits
{
    /// <summary>Tool calls in one turn.</summary>
    public const int ToolCalls = 10;

    /// <summary>Messages of history that an agent gets.</summary>
    public const int History = 20;

    /// <summary>Deliveries before a turn goes to the dead letters.</summary>
    public const int Attempts = 5;

    /// <summary>The longest that a turn may take.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(60);

    /// <summary>How long a worker holds a turn without saying that it still works on it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);
}
