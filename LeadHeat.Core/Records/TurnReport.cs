using LeadHeat.Core.Conversations;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Turns;

namespace LeadHeat.Core.Records;

/// <summary>Everything that the turn page shows.</summary>
/// <param name="State"><c>queued</c>, <c>running</c>, <c>done</c>, <c>silent</c> or <c>dead</c>.</param>
/// <param name="Message">What the visitor wrote.</param>
/// <param name="Reply">What was answered; null where nothing was.</param>
/// <param name="Milliseconds">How long the agent took; null where it did not finish.</param>
/// <param name="Failure">Why the last attempt failed; null when none did.</param>
/// <param name="Record">What the agent did; null for turns that were never finished, or before records were kept.</param>
/// <param name="Costs">The hosted model's calls with what they cost.</param>
/// <param name="Score">What the turn did to the score; null where it was not scored anew.</param>
/// <param name="CurrentPlaybookVersion">The version that runs now; null where the playbook is gone.</param>
public sealed record TurnReport(
    Guid TurnId,
    Guid LeadId,
    string LeadName,
    Guid ConversationId,
    string State,
    int Attempts,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt,
    double? Milliseconds,
    string? Failure,
    MessageView Message,
    MessageView? Reply,
    TurnRecord? Record,
    IReadOnlyList<ModelCost> Costs,
    ScoreChange? Score,
    string? CurrentPlaybookVersion);

/// <summary>A call of a hosted model and its price.</summary>
/// <param name="Cost">Null where the model has no price.</param>
public sealed record ModelCost(string Model, string Outcome, int InputTokens, int OutputTokens, double Milliseconds, decimal? Cost, string Currency, DateTimeOffset At);

/// <summary>What a turn did to the score.</summary>
/// <param name="Before">Null for the first scoring.</param>
/// <param name="Lines">Only the lines that changed.</param>
public sealed record ScoreChange(int? Before, int After, IReadOnlyList<ScoreLineChange> Lines);

/// <summary>A line of the ledger before and after a turn; null where there was or is none.</summary>
public sealed record ScoreLineChange(LedgerLine? Before, LedgerLine? After);

/// <summary>Asks to run a turn again. Nothing that it does is stored with the lead, and nobody is told.</summary>
/// <param name="Agent"><c>built-in</c> or <c>hosted</c>; null for the one that answered then.</param>
/// <param name="LiveTools">Whether tools look at the data as it is now; else they answer what they answered then.</param>
/// <param name="CurrentPlaybook">Whether the playbook is today's; else the one that the turn ran with, as far as it was kept.</param>
public sealed record RerunTurn(string? Agent = null, bool LiveTools = false, bool CurrentPlaybook = false);

/// <summary>A turn that was run again.</summary>
/// <param name="SameVersions">Whether playbook, scorecard, build and agent are those of then: then the built-in agent's result has to be equal.</param>
/// <param name="Equal">Whether every part is equal to the byte.</param>
/// <param name="Record">What was done now.</param>
public sealed record TurnRerun(Guid Id, bool SameVersions, bool Equal, IReadOnlyList<RecordDifference> Differences, TurnRecord Record);

/// <summary>To a worker: this turn is run again.</summary>
/// <param name="Agent">The agent that shall answer; null for the usual one.</param>
/// <param name="Tools">What tools answered then; null when they shall look at the data as it is now.</param>
/// <param name="Playbook">The files of the playbook of then, by <see cref="PlaybookPacking"/>; null for the worker's own.</param>
public sealed record RerunWish(string? Agent, IReadOnlyList<RecordedTool>? Tools, byte[]? Playbook = null);
