using LeadHeat.Core.Facts;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>A turn as the planner sees it: the message understood, and what is known with it.</summary>
/// <param name="NewFacts">New or changed by this message: <see cref="TurnOutcome.Facts"/>.</param>
/// <param name="Facts">All that is known now: what tools judge by.</param>
/// <param name="Dialogue">The state with what this message alone changes (type, refusals, frustration, counts).</param>
public sealed record PlannedTurn(
    TurnContext Context,
    Playbook Playbook,
    Understood Understood,
    IReadOnlyList<Fact> NewFacts,
    IReadOnlyList<Fact> Facts,
    DialogueState Dialogue)
{
    /// <summary>The offer that the message says yes to; null when none.</summary>
    public CoachingRule? Accepted { get; init; }

    /// <summary>The kinds of doubt that the message raises.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>Whether the message tells of what the visitor has from us already, and of trouble with it.</summary>
    public ServiceTalk Service { get; init; }

    /// <summary>What was known before the message.</summary>
    public IReadOnlyList<Fact> Before { get; init; } = Context.Facts;
}

/// <summary>What the planner says and leaves behind: the parts of a <see cref="TurnOutcome"/>.</summary>
/// <param name="Chips">Two or three quick replies.</param>
/// <param name="Matches">Units shown with the reply as cards, at most three.</param>
/// <param name="Facts">New or changed.</param>
/// <param name="Dialogue">The state after this turn.</param>
/// <param name="NextStep">What the team should do next.</param>
/// <param name="Handoff">Set when the conversation goes to a person; its message is the reply.</param>
/// <param name="Citations">The passages that the reply quotes or rests on.</param>
public sealed record PlannedReply(
    string Reply,
    IReadOnlyList<string> Chips,
    IReadOnlyList<UnitMatch> Matches,
    IReadOnlyList<Fact> Facts,
    DialogueState Dialogue,
    string NextStep,
    HandoffData? Handoff,
    IReadOnlyList<Citation>? Citations = null)
{
    /// <summary>What the team has to do now that it did not have to before: a visit to confirm, a call to make.</summary>
    public IReadOnlyList<string> Tasks { get; init; } = [];

    /// <summary>Who led the turn.</summary>
    public AgentRole Role { get; init; }

    /// <summary>The rules that shaped the reply, in the order in which they fired.</summary>
    public IReadOnlyList<FiredRule> Rules { get; init; } = [];
}
