using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Playground;
using LeadHeat.Core.Records;
using LeadHeat.Core.Turns;

namespace LeadHeat.Worker.Agent;

/// <summary>Writes down what a turn did, once, when it is over.</summary>
internal static class TurnRecorder
{
    public static TurnOutcome Complete(TurnOutcome outcome, PlannedTurn planned, PlannedReply? answer, TurnLog log)
    {
        var record = Of(outcome, planned, answer, log);
        return outcome with { Record = RecordPacking.Pack(record), Calls = log.Calls.Count > 0 ? log.Calls : null };
    }

    public static TurnRecord Of(TurnOutcome outcome, PlannedTurn planned, PlannedReply? answer, TurnLog log)
    {
        var (context, playbook) = (planned.Context, planned.Playbook);
        return new(
            RecordedVersions.Of(playbook, outcome.Agent, log.Model, outcome.Fallback),
            TurnRecord.Bare(context),
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
