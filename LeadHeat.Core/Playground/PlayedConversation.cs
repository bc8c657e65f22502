using System.Text.Json;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Playground;

/// <summary>What became of a conversation that was played.</summary>
/// <param name="PlaybookVersion">The playbook's version that ran.</param>
/// <param name="Fields">What is known at the end: plain values by field.</param>
/// <param name="Facts">The same with the words that each came from.</param>
/// <param name="Handoff">The first hand-over to a person; null when there was none.</param>
/// <param name="Dialogue">Where the dialogue stands at the end.</param>
/// <param name="Replies">One for each message.</param>
public sealed record PlayedConversation(
    string Playbook,
    string PlaybookVersion,
    IReadOnlyDictionary<string, JsonElement> Fields,
    string? CustomerType,
    DialogueStage Stage,
    Heat Heat,
    int Score,
    bool Qualified,
    IReadOnlyList<LedgerLine> Ledger,
    string NextStep,
    HandoffData? Handoff,
    IReadOnlyList<PlayedReply> Replies,
    IReadOnlyList<Fact> Facts,
    DialogueState Dialogue);

/// <summary>The answer to one message, and how the lead stands after it.</summary>
/// <param name="Message">What the visitor wrote.</param>
public sealed record PlayedReply(
    string Message,
    string Text,
    IReadOnlyList<string> Chips,
    IReadOnlyList<UnitMatch> Cards,
    HandoffData? Handoff,
    DialogueStage Stage,
    int Score,
    Heat Heat,
    TurnTrace Trace);

/// <summary>How a reply came about.</summary>
/// <param name="Role">Who led the turn.</param>
/// <param name="Rules">The rules that shaped the reply, in order.</param>
public sealed record TurnTrace(AgentRole Role, TracedUnderstanding Understanding, IReadOnlyList<TracedTool> Tools, IReadOnlyList<FiredRule> Rules);

/// <summary>What a message was understood to say.</summary>
/// <param name="Cues">The small signals in it.</param>
/// <param name="Values">Values, each with the words it came from.</param>
/// <param name="Reference">Which of the units shown last it means, from 0.</param>
/// <param name="Frustration">The conversation's, 0 to 10, with this message.</param>
public sealed record TracedUnderstanding(
    Intent Intent,
    IReadOnlyList<string> Cues,
    IReadOnlyList<Fact> Values,
    string? Topic,
    IReadOnlyList<string> RefusedFields,
    IReadOnlyList<string> LeftOpen,
    int? Reference,
    int Frustration);

/// <summary>A tool call.</summary>
/// <param name="Result">Null when the tool found nothing or failed.</param>
/// <param name="Summary">The result in a salesperson's words.</param>
public sealed record TracedTool(string Name, JsonElement Arguments, JsonElement? Result, string Summary);
