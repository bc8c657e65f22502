using System.Diagnostics;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Grounding;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Records;
using LeadHeat.Core.Turns;
using LeadHeat.Worker.Jobs;
using LeadHeat.Worker.Models;

namespace LeadHeat.Worker.Agent;

/// <summary>
/// Answers a turn with the hosted model where there is one, and within the same turn with the built-in agent where there is none or
/// where it does not do its part. Who needs too many calls or too long is stuck: then a person is called.
/// </summary>
internal sealed partial class TurnAgent(
    JudgingCards cards, BuiltInAgent builtIn, ITurnEvents events, TimeProvider clock, ILogger<TurnAgent> logger, HostedAgent? hosted = null) : ITurnAgent
{
    public async Task<TurnOutcome> AnswerAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var planned = Planner.Begin(turn, await cards.PlaybookOfAsync(turn, cancellationToken));
        var log = new TurnLog(turn.Rerun);
        if (planned.Understood.InjectionSpan is { } orders)
            log.Add(new RecordedVerdict("injection", "noted", orders.Of(planned.Understood.Text), "Gives the bot orders; read as text"));
        var stream = new TurnStream(turn, turn.Rerun is null ? events : UntoldEvents.Instance, clock, cancellationToken);
        if (turn.Attempt > 1)
            stream.Restart(always: true);
        var (outcome, run) = await AnswerInTimeAsync(planned, stream, log, cancellationToken);
        if (outcome.Handoff is { } handoff)
            stream.Handoff(handoff);
        var untold = await stream.RestAsync();
        foreach (var verdict in outcome.Removed ?? [])
            Log.Removed(logger, turn.TurnId, outcome.Agent, verdict.Kind);
        Activity.Current?.SetTag("leadheat.agent", outcome.Agent).SetTag("leadheat.fallback", outcome.Fallback);
        return TurnRecorder.Complete(outcome, run.Planned, run.Answer, log) with { Events = untold };
    }

    private async Task<(TurnOutcome Outcome, AgentTurn Run)> AnswerInTimeAsync(
        PlannedTurn planned, TurnStream stream, TurnLog log, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = clock.CreateTimer(_ => limit.Cancel(), null, TurnLimits.Time, Timeout.InfiniteTimeSpan);
        try
        {
            return await AnswerAsync(planned, stream, log, limit.Token);
        }
        catch (ModelFailure stuck) when (stuck.Reason == ModelFailure.TooManyTools)
        {
            return HandOver(planned, stream, log, "The bot was going in circles", stuck.Reason);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return HandOver(planned, stream, log, "The bot took too long", ModelFailure.TooSlow);
        }
    }

    private async Task<(TurnOutcome Outcome, AgentTurn Run)> AnswerAsync(
        PlannedTurn planned, TurnStream stream, TurnLog log, CancellationToken cancellationToken)
    {
        // Who asks for a person gets one, and who waits for one keeps waiting, whatever a model might think of it.
        var wanted = planned.Context.Rerun?.Agent ?? (hosted is null || planned.Understood.AsksForHuman || Planner.IsHeld(planned) ? BuiltInAgent.Name : HostedAgent.Name);
        if (wanted != HostedAgent.Name)
            return await BuiltInAsync(planned, stream, log, fallback: null, cancellationToken);
        if (hosted is null)
            return await BuiltInAsync(planned, stream, log, ModelFailure.NoModel, cancellationToken);
        try
        {
            var run = new AgentTurn(planned, stream, log, HostedAgent.Name);
            return (await hosted.AnswerAsync(run, cancellationToken), run);
        }
        catch (ModelFailure failure) when (failure.Reason != ModelFailure.TooManyTools)
        {
            WorkerTelemetry.FellBack(failure.Reason);
            Log.FellBack(logger, planned.Context.TurnId, failure.Reason);
            stream.Restart();
            return await BuiltInAsync(planned, stream, log, failure.Reason, cancellationToken);
        }
    }

    private async Task<(TurnOutcome Outcome, AgentTurn Run)> BuiltInAsync(
        PlannedTurn planned, TurnStream stream, TurnLog log, string? fallback, CancellationToken cancellationToken)
    {
        var run = new AgentTurn(planned, stream, log, BuiltInAgent.Name);
        var outcome = await builtIn.AnswerAsync(run, fallback, cancellationToken);
        run.TellScore();
        return (outcome, run);
    }

    private (TurnOutcome Outcome, AgentTurn Run) HandOver(PlannedTurn planned, TurnStream stream, TurnLog log, string reason, string failure)
    {
        Log.Stuck(logger, planned.Context.TurnId, failure);
        var run = new AgentTurn(planned, stream, log, BuiltInAgent.Name);
        run.Score();
        stream.Restart();
        run.Answer = Planner.HandOver(planned, run.Findings, reason, isStuck: true);
        stream.Words(run.Answer.Reply);
        run.TellScore();
        return (run.Outcome(run.Answer, log.Model is null ? null : failure), run);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The built-in agent answers turn {TurnId}: {Reason}")]
        public static partial void FellBack(ILogger logger, Guid turnId, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Turn {TurnId} goes to a person: {Reason}")]
        public static partial void Stuck(ILogger logger, Guid turnId, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A sentence of turn {TurnId} was taken out of the {Agent} agent's reply: its {Kind} is in no evidence")]
        public static partial void Removed(ILogger logger, Guid turnId, string agent, ClaimKind kind);
    }
}
