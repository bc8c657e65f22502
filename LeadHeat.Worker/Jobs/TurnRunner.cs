using System.Diagnostics;
using System.Net;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;
using LeadHeat.Worker.Agent;

namespace LeadHeat.Worker.Jobs;

/// <summary>Runs one claimed turn to its end: an outcome that the Api has stored, or a failure that it knows of.</summary>
internal sealed partial class TurnRunner(
    ITurnAgent agent, LeadHeatClient api, WorkerName worker, TimeProvider clock, ILogger<TurnRunner> logger)
{
    // An agent hands over by itself when its time is up; this is for one that cannot.
    private static readonly TimeSpan LastResort = TurnLimits.Time + TimeSpan.FromSeconds(10);

    /// <summary>Answers the turn. False when it is still to be done, by whoever takes its job next.</summary>
    /// <param name="letGo">Called before the turn is given back.</param>
    public async Task<bool> RunAsync(TurnContext turn, string? traceParent, Action letGo)
    {
        using var span = StartSpan(turn, traceParent);
        var started = clock.GetTimestamp();
        TurnOutcome outcome;
        try
        {
            using var limit = new CancellationTokenSource(LastResort, clock);
            outcome = await agent.AnswerAsync(turn, limit.Token);
        }
        // Whatever goes wrong in a turn is that turn's failure and never the worker's; it is told to the Api, which counts.
        catch (Exception failure)
        {
            span?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", failure.GetType().Name);
            Log.Failed(logger, failure, turn.TurnId, turn.Attempt);
            WorkerTelemetry.TurnEnded("failed", "none", clock.GetElapsedTime(started));
            return await FailAsync(turn.TurnId, ReasonOf(failure), letGo);
        }

        var result = await StoreAsync(outcome with { Milliseconds = clock.GetElapsedTime(started).TotalMilliseconds }, letGo);
        WorkerTelemetry.TurnEnded(result ?? "unstored", outcome.Agent, clock.GetElapsedTime(started));
        return result is not null;
    }

    /// <summary>Keeps trying while the Api is away, for as long as a turn may take; null when that was not long enough.</summary>
    private async Task<string?> StoreAsync(TurnOutcome outcome, Action letGo)
    {
        var backOff = new BackOff(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(5), clock);
        using var limit = new CancellationTokenSource(TurnLimits.Time, clock);
        try
        {
            while (true)
            {
                try
                {
                    return Words.Of((await api.PutOutcomeAsync(outcome, limit.Token)).Result);
                }
                catch (LeadHeatException away) when (IsPassing(away.Status))
                {
                    Log.NotStoredYet(logger, outcome.TurnId, (int)away.Status, away.Title);
                }
                catch (LeadHeatException refused)
                {
                    Log.OutcomeRefused(logger, outcome.TurnId, (int)refused.Status, refused.Message);
                    return await FailAsync(outcome.TurnId, $"The outcome was refused: {refused.Title}", letGo) ? "refused" : null;
                }

                await backOff.WaitAsync(limit.Token);
            }
        }
        catch (OperationCanceledException)
        {
            Log.NotStored(logger, outcome.TurnId);
            return null;
        }
    }

    private static string ReasonOf(Exception failure) => failure switch
    {
        LeadHeatException refused => $"{refused.Title} ({(int)refused.Status})",
        OperationCanceledException => "It took too long.",
        _ => failure.GetType().Name,
    };

    private async Task<bool> FailAsync(Guid turnId, string reason, Action letGo)
    {
        letGo();
        try
        {
            await api.FailTurnAsync(turnId, new TurnFailed(worker.Value, reason), CancellationToken.None);
            return true;
        }
        catch (Exception away) when (away is LeadHeatException or OperationCanceledException)
        {
            // Its lease runs out, and the Api queues it again.
            Log.FailureUntold(logger, turnId);
            return false;
        }
    }

    private static bool IsPassing(HttpStatusCode status) => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
        or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private static Activity? StartSpan(TurnContext turn, string? traceParent)
    {
        ActivityContext.TryParse(traceParent ?? turn.TraceParent, null, isRemote: true, out var visitor);
        return WorkerTelemetry.Source.StartActivity($"invoke_agent {turn.Playbook}", ActivityKind.Consumer, visitor)
            ?.SetTag("gen_ai.operation.name", "invoke_agent")
            // The agent is ours, whichever model it asks: the chat span in it says whose that is.
            .SetTag("gen_ai.provider.name", BuiltInChatClient.Provider)
            .SetTag("gen_ai.agent.name", turn.Playbook)
            .SetTag("gen_ai.conversation.id", turn.ConversationId)
            .SetTag("leadheat.turn.id", turn.TurnId)
            .SetTag("leadheat.turn.attempt", turn.Attempt);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Turn {TurnId} failed in attempt {Attempt}")]
        public static partial void Failed(ILogger logger, Exception failure, Guid turnId, int attempt);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The outcome of turn {TurnId} is not stored yet ({Status}): {Why}")]
        public static partial void NotStoredYet(ILogger logger, Guid turnId, int status, string why);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The outcome of turn {TurnId} could not be stored in time")]
        public static partial void NotStored(ILogger logger, Guid turnId);

        [LoggerMessage(Level = LogLevel.Error, Message = "The outcome of turn {TurnId} was refused ({Status}): {Why}")]
        public static partial void OutcomeRefused(ILogger logger, Guid turnId, int status, string why);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The failure of turn {TurnId} could not be told")]
        public static partial void FailureUntold(ILogger logger, Guid turnId);
    }
}
