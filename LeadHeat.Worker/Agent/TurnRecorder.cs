using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Playground;
using LeadHeat.Core.Records;
using LeadHeat.Core.Turns;

namespace LeadHeat.Worker.Agent;

/// <summary>Writes down what a turn did, once, when it is over.</summary>
internal static class TurnRecorder
{
    // The build that reads, plans and writes: the same sources have the same one.
    private static readonly string Build = typeof(Planner).Module.ModuleVersionId.ToString("N")[..12];

    public static TurnOutcome Complete(TurnOutcome outcome, PlannedTurn planned, PlannedReply? answer, TurnLog log)
    {
        var record = Of(outcome, planned, answer, log);
        return outcome with { Record = RecordPacking.Pack(record), Calls = log.Calls.Count > 0 ? log.Calls : null };
    }

    public static TurnRecord Of(TurnOutcome outcome, PlannedTurn planned, PlannedReply? answer, TurnLog log)
    {
        var (context, playbook) = (planned.Context, planned.Playbook);
        return new(
            new(playbook.Name, playbook.Version, playbook.Scorecard.Name, playbook.Scorecard.Version, Build, outcome.Agent, log.Model, outcome.Fallback),
            context with { Text = "", History = [], TraceParent = null, Rerun = null },
            [.. context.History.Select(message => message.Id)],
            UnderstoodText.Of(planned.Understood, playbook),
            [.. log.Tools.Select(tool => tool.Record())],
            log.Prompt,
            log.Calls,
            [.. log.Verdicts, .. (outcome.Removed ?? []).Select(removed => new RecordedVerdict("claims", "removed", removed.Sentence, removed.Reason))],
            answer?.Rules ?? [],
            answer?.Role ?? AgentRole.Qualifier,
            new(outcome.Reply, outcome.Chips, outcome.Matches, outcome.Facts, outcome.Dialogue, outcome.NextStep, outcome.Handoff, outcome.Citations));
    }
}
