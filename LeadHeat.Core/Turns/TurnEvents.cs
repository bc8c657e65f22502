using System.Text.Json.Serialization;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Turns;

/// <summary>The kinds of events of a turn's stream, as they are named on the wire.</summary>
[JsonConverter(typeof(WireEnumConverter<TurnEventKind>))]
public enum TurnEventKind { Step, Tool, Delta, Score, Handoff, Done, Error }

/// <summary>
/// One event of a turn. Exactly the members of its kind are set.
/// Ids rise within a turn, also over attempts: <c>attempt * 100,000 + number</c>; <see cref="TurnEventKind.Done"/> has the highest.
/// </summary>
/// <param name="TurnId">The turn.</param>
/// <param name="Id">Rises; a reader that comes back says the last one it has.</param>
public sealed record TurnEvent(
    Guid TurnId,
    long Id,
    TurnEventKind Kind,
    StepData? Step = null,
    ToolCall? Tool = null,
    DeltaData? Delta = null,
    ScoreData? Score = null,
    HandoffData? Handoff = null,
    DoneData? Done = null,
    ErrorData? Error = null);

/// <summary>What the agent does now. <c>restarted</c> says that the words so far are void.</summary>
public sealed record StepData(string Name);

/// <summary>The next words of the reply.</summary>
public sealed record DeltaData(string Text);

/// <summary>The lead's score changed. Only the team and machines see this, never a visitor.</summary>
public sealed record ScoreData(Guid LeadId, int Score, Heat Heat, bool Qualified);

/// <summary>The conversation goes to a person.</summary>
public sealed record HandoffData(string Reason, string Message);

/// <summary>The turn is stored and over.</summary>
/// <param name="Reply">The whole reply; null when a person answers and the bot is silent.</param>
/// <param name="LeadId">Only for the team and machines; null for visitors.</param>
public sealed record DoneData(
    Guid TurnId,
    Guid? MessageId,
    Guid? LeadId,
    MessageView? Reply,
    Handling Handling,
    ScoreData? Score);

/// <summary>The turn could not be answered; the message is kept and a person will.</summary>
public sealed record ErrorData(string Title, string Detail);
