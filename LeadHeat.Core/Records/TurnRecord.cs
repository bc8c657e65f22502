using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Playground;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Turns;

namespace LeadHeat.Core.Records;

/// <summary>What an agent read, did and decided in one turn: enough to show it, and to run it again.</summary>
/// <param name="Versions">What ran.</param>
/// <param name="Context">What the agent was given, without the texts that are kept as messages: its text and history are empty.</param>
/// <param name="History">The messages that it read before this one, oldest first.</param>
/// <param name="Understood">What the language layer made of the message.</param>
/// <param name="Tools">Every tool call in the order made, also those of a model that was given up.</param>
/// <param name="Prompt">What a hosted model was told first, as it was sent (with placeholders for contact details); empty for the built-in agent.</param>
/// <param name="Calls">Every call of a hosted model.</param>
/// <param name="Verdicts">What the guards said; empty when they had nothing to say.</param>
/// <param name="Rules">The rules that fired, each with why.</param>
/// <param name="Role">Who led the turn.</param>
/// <param name="Result">What came out.</param>
public sealed record TurnRecord(
    RecordedVersions Versions,
    TurnContext Context,
    IReadOnlyList<Guid> History,
    UnderstoodText Understood,
    IReadOnlyList<RecordedTool> Tools,
    IReadOnlyList<PromptMessage> Prompt,
    IReadOnlyList<ModelCall> Calls,
    IReadOnlyList<RecordedVerdict> Verdicts,
    IReadOnlyList<FiredRule> Rules,
    AgentRole Role,
    RecordedResult Result)
{
    /// <summary>The record of a turn that the built-in agent answered alone.</summary>
    public static TurnRecord Of(AnsweredTurn answered, IReadOnlyList<RecordedTool> tools)
    {
        var (planned, reply) = (answered.Turn, answered.Reply);
        return new(
            RecordedVersions.Of(planned.Playbook, "built-in", null, null), Bare(planned.Context), [.. planned.Context.History.Select(message => message.Id)],
            UnderstoodText.Of(planned.Understood, planned.Playbook), tools, [], [], [], reply.Rules, reply.Role,
            new(reply.Reply, reply.Chips, reply.Matches, reply.Facts, reply.Dialogue, reply.NextStep, reply.Handoff, reply.Citations));
    }

    /// <summary>A turn's context without what is kept elsewhere.</summary>
    public static TurnContext Bare(TurnContext context) => context with { Text = "", History = [], TraceParent = null, Rerun = null };
}

/// <summary>What ran in a turn. The same versions and the same input give the same result, with the built-in agent.</summary>
/// <param name="PlaybookVersion">A hash of its files.</param>
/// <param name="Build">The build of the language layer and the planner.</param>
/// <param name="Agent"><c>built-in</c> or <c>hosted</c>.</param>
/// <param name="Model">The hosted model that was asked, also where it did not answer; null where none was.</param>
/// <param name="Fallback">Why the built-in agent answered in a hosted model's place; null otherwise.</param>
public sealed record RecordedVersions(
    string Playbook, string PlaybookVersion, string Scorecard, int ScorecardVersion, string Build, string Agent, string? Model, string? Fallback)
{
    // The same sources have the same one.
    private static readonly string CurrentBuild = typeof(RecordedVersions).Module.ModuleVersionId.ToString("N")[..12];

    /// <summary>The versions of a turn that this process runs.</summary>
    public static RecordedVersions Of(Playbook playbook, string agent, string? model, string? fallback) => new(
        playbook.Name, playbook.Version, playbook.Scorecard.Name, playbook.Scorecard.Version, CurrentBuild, agent, model, fallback);
}

/// <summary>One tool call.</summary>
/// <param name="Agent">Who made it.</param>
/// <param name="Arguments">As JSON.</param>
/// <param name="Result">As JSON; for a call that failed, why.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record RecordedTool(string Agent, string Name, string Arguments, string Result, bool Ok, double Milliseconds);

/// <summary>A message to a hosted model.</summary>
/// <param name="Role"><c>system</c>, <c>user</c> or <c>assistant</c>.</param>
public sealed record PromptMessage(string Role, string Text);

/// <summary>One call of a hosted model.</summary>
/// <param name="Outcome"><c>done</c>, or the word for why it failed.</param>
/// <param name="InputTokens">As the model counted; estimated from the characters where it broke off before it said.</param>
public sealed record ModelCall(string Model, DateTimeOffset At, double Milliseconds, int InputTokens, int OutputTokens, string Outcome);

/// <summary>What a guard decided about a part of a reply, or of a message.</summary>
/// <param name="Guard">Its name: <c>claims</c>, <c>reply</c>, <c>injection</c>.</param>
/// <param name="Verdict"><c>removed</c>, <c>refused</c> or <c>noted</c>.</param>
/// <param name="Words">The words that it is about.</param>
/// <param name="Why">In a salesperson's words.</param>
public sealed record RecordedVerdict(string Guard, string Verdict, string Words, string Why);

/// <summary>What came out of a turn: the parts of its outcome that the same versions repeat to the byte.</summary>
public sealed record RecordedResult(
    string Reply,
    IReadOnlyList<string> Chips,
    IReadOnlyList<UnitMatch> Matches,
    IReadOnlyList<Fact> Facts,
    DialogueState Dialogue,
    string NextStep,
    HandoffData? Handoff,
    IReadOnlyList<Citation>? Citations = null);
