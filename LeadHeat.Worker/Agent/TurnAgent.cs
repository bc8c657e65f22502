using System.Diagnostics;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Turns;
using LeadHeat.Worker.Jobs;
using LeadHeat.Worker.Models;

namespace LeadHeat.Worker.Agent;

/// <summary>
/// Answers a turn with the hosted model where there is one, and within the same turn with the built-in agent where there is none or
/// where it does not do its part.
/// </summary>
internal sealed partial class TurnAgent(
    PlaybookLibrary playbooks, BuiltInAgent builtIn, ITurnEvents events, TimeProvider clock, ILogger<TurnAgent> logger, HostedAgent? hosted = null) : ITurnAgent
{
    public async Task<TurnOutcome> AnswerAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var planned = Planner.Begin(turn, playbooks[turn.Playbook]);
        var stream = new TurnStream(turn, events, clock, cancellationToken);
        if (turn.Attempt > 1)
            stream.Restart(always: true);
        var outcome = await AnswerAsync(planned, stream, cancellationToken);
        if (outcome.Handoff is { } handoff)
            stream.Handoff(handoff);
        await stream.FlushAsync();
        Activity.Current?.SetTag("leadheat.agent", outcome.Agent).SetTag("leadheat.fallback", outcome.Fallback);
        return outcome;
    }

    private async Task<TurnOutcome> AnswerAsync(PlannedTurn planned, TurnStream stream, CancellationToken cancellationToken)
    {
        // Who asks for a person gets one, whatever a model might think of it.
        if (hosted is null || planned.Understood.AsksForHuman)
            return await BuiltInAsync(planned, stream, fallback: null, cancellationToken);
        try
        {
            return await hosted.AnswerAsync(new AgentTurn(planned, stream), cancellationToken);
        }
        catch (ModelFailure failure)
        {
            WorkerTelemetry.FellBack(failure.Reason);
            Log.FellBack(logger, planned.Context.TurnId, failure.Reason);
            stream.Restart();
            return await BuiltInAsync(planned, stream, failure.Reason, cancellationToken);
        }
    }

    private async Task<TurnOutcome> BuiltInAsync(PlannedTurn planned, TurnStream stream, string? fallback, CancellationToken cancellationToken)
    {
        var turn = new AgentTurn(planned, stream);
        var outcome = await builtIn.AnswerAsync(turn, fallback, cancellationToken);
        turn.TellScore();
        return outcome;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The built-in agent answers turn {TurnId}: {Reason}")]
        public static partial void FellBack(ILogger logger, Guid turnId, string reason);
    }
}
