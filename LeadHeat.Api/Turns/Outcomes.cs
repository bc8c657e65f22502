using LeadHeat.Api.Live;
using LeadHeat.Api.Records;
using LeadHeat.Api.Usage;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Live;
using LeadHeat.Core.Turns;

namespace LeadHeat.Api.Turns;

/// <summary>Takes what agents made of turns: each is stored once, whole, and only while nobody has taken the conversation over; then it is told.</summary>
internal sealed class Outcomes(OutcomeWriter writer, RedisTurns redis, SilentTurns silent, Reruns reruns, ModelSpending spending, LiveEvents live)
{
    public async Task<OutcomeResult> StoreAsync(TurnOutcome outcome, CancellationToken cancellationToken)
    {
        var (turn, answered) = await writer.StoreAsync(outcome);
        if (turn is null)
            return await reruns.TryStoreAsync(outcome, cancellationToken) ? OutcomeResult.Stored : OutcomeResult.Unknown;
        if (turn.State == TurnState.Done)
            return OutcomeResult.Known;
        if (answered is null)
        {
            await spending.AddAsync(outcome.Calls, outcome.TurnId, turn.ConversationId, cancellationToken);
            // Nobody but a person silences the bot: a message that changed hands on its way is answered anew by whoever has it now.
            if (turn.State == TurnState.Running && turn.Handling != Handling.Human)
                await silent.AgainAsync(outcome.TurnId, cancellationToken);
            else
                await silent.EndAsync(outcome.TurnId, cancellationToken);
            return OutcomeResult.Stale;
        }

        Announce(outcome, turn, answered);
        await spending.WatchAsync(outcome.Calls, cancellationToken);
        return OutcomeResult.Stored;
    }

    private void Announce(TurnOutcome outcome, TurnToStore turn, Answered answered)
    {
        TurnTelemetry.End("done");
        TurnTelemetry.Finished(answered.Now - turn.ReceivedAt);
        // Not the attempt that it came from: a later one may have told something already, and the end comes after all of it.
        redis.Publish(
            outcome.TurnId, FinishedTurns.Done(outcome.TurnId, turn.LeadId, turn.Attempts, answered.Reply, answered.Handling, answered.Score(turn)), outcome.Events);
        live.Publish(LiveEventKind.MessageAdded, turn.LeadId, turn.ConversationId, answered.Reply.Id);
        live.Publish(LiveEventKind.LeadChanged, turn.LeadId, turn.ConversationId);
    }
}
