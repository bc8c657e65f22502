using LeadHeat.Core.Conversations;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Grounding;
using LeadHeat.Core.Records;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Turns;

namespace LeadHeat.Worker.Agent;

/// <summary>One run of an agent over a turn: what was understood, what the tools found, what is to be told. Made anew for every run.</summary>
internal sealed class AgentTurn(PlannedTurn planned, TurnStream stream, TurnLog log, string agent)
{
    private readonly List<ToolCall> _calls = [];

    /// <summary>What is understood and known; a model's facts are added to it.</summary>
    public PlannedTurn Planned { get; private set; } = planned;

    public ToolFindings Findings { get; set; } = ToolFindings.None;

    public TurnContext Context => Planned.Context;

    public TurnStream Stream => stream;

    /// <summary>What was done in the whole turn, by every run.</summary>
    public TurnLog Log => log;

    /// <summary>Who runs.</summary>
    public string Agent => agent;

    /// <summary>What the planner says to it: the reply, or with a hosted model all but the words.</summary>
    public PlannedReply? Answer { get; set; }

    /// <summary>What the tool call in hand answered when the turn was run first; null unless it is run again.</summary>
    public RecordedTool? Before { get; set; }

    public IReadOnlyList<ToolCall> Calls => _calls;

    /// <summary>Sentences that claimed what is in no evidence.</summary>
    public List<GuardVerdict> Removed { get; } = [];

    /// <summary>Why a model wants a person to take over.</summary>
    public string? HandoverReason { get; set; }

    /// <summary>The field that a model says it asks for.</summary>
    public string? Asks { get; set; }

    public int InputTokens { get; private set; }

    public int OutputTokens { get; private set; }

    public void Add(ToolCall call)
    {
        _calls.Add(call);
        stream.Tool(call);
    }

    public void AddTokens(long input, long output)
    {
        InputTokens += (int)input;
        OutputTokens += (int)output;
    }

    /// <summary>Adds facts that rest on the visitor's words; what is known better stays, and so does what the message's form told.</summary>
    public void Learn(IReadOnlyList<Fact> facts)
    {
        var merged = FactMerge.Merge(Planned.Facts, FormAnswers.Except(facts, FormAnswers.Of(Context.MessageId, Planned.Facts)));
        Planned = Planned with
        {
            Facts = merged.All,
            NewFacts = [.. Planned.NewFacts.Where(fact => merged.Changed.All(changed => changed.Field != fact.Field)), .. merged.Changed],
        };
    }

    /// <summary>The score that the card gives to what is known now. Whoever the agent is, nobody else computes it.</summary>
    public LeadScoreResult Score()
    {
        var score = LeadScorer.Score(Planned.Playbook, Planner.ScoringOf(Planned, Findings));
        Findings = Findings.With(new ToolWish(ToolNames.LeadScore), score);
        return score;
    }

    /// <summary>The run's outcome, in these words.</summary>
    public TurnOutcome Outcome(PlannedReply reply, string? fallback) => new(
        Context.TurnId, Context.OwnerVersion, Context.Attempt, reply.Reply, reply.Chips, reply.Matches, Planned.NewFacts, reply.Dialogue, reply.NextStep,
        reply.Handoff, Calls, agent, fallback, Planned.Playbook.Version, 0, InputTokens, OutputTokens, reply.Citations, Removed)
    {
        Tasks = reply.Tasks.Count > 0 ? reply.Tasks : null,
    };

    /// <summary>Tells the team the score; it is the last one that counts.</summary>
    public void TellScore()
    {
        if (Findings.Score is { } score)
            stream.Score(new(Context.LeadId, score.Score, score.Heat, score.Qualified));
    }
}
