using LeadHeat.Api.Conversations;
using LeadHeat.Api.Data;
using LeadHeat.Api.HeatModels;
using LeadHeat.Api.Live;
using LeadHeat.Api.Records;
using LeadHeat.Api.Scoring;
using LeadHeat.Api.Usage;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Live;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Turns;
using Npgsql;

namespace LeadHeat.Api.Turns;

/// <summary>
/// Stores what an agent made of a turn: once, whole, and only while nobody has taken the conversation over. Two round trips:
/// one that reads and locks what the score rests on, one that writes and commits.
/// </summary>
internal sealed class Outcomes(
    NpgsqlDataSource database, PlaybookLibrary playbooks, ActiveCards cards, CardModels models, RedisTurns redis, SilentTurns silent, Reruns reruns, ModelSpending spending,
    LiveEvents live, TimeProvider clock)
{
    public async Task<OutcomeResult> StoreAsync(TurnOutcome outcome, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var turn = await ReadAsync(connection, outcome.TurnId, cancellationToken);
        if (turn is null)
        {
            await connection.CloseAsync();
            return await reruns.TryStoreAsync(outcome, cancellationToken) ? OutcomeResult.Stored : OutcomeResult.Unknown;
        }

        if (turn.State == TurnState.Done)
            return OutcomeResult.Known;
        if (turn.State is TurnState.Silent or TurnState.Dead || turn.OwnerVersion != outcome.OwnerVersion)
        {
            // Gives the locks back before the turn is ended on a connection of its own.
            await connection.CloseAsync();
            await spending.AddAsync(outcome.Calls, outcome.TurnId, turn.ConversationId, cancellationToken);
            // Nobody but a person silences the bot: a message that changed hands on its way is answered anew by whoever has it now.
            if (turn.State == TurnState.Running && turn.Handling != Handling.Human)
                await silent.AgainAsync(outcome.TurnId, cancellationToken);
            else
                await silent.EndAsync(outcome.TurnId, cancellationToken);
            return OutcomeResult.Stale;
        }

        var (playbook, now) = (playbooks[turn.Playbook], clock.GetUtcNow());
        var card = cards.Primary(playbook, now);
        var answered = Answered.From(
            outcome, turn, playbook, card, now, card.UsesModel ? await models.OfAsync(connection, turn.LeadId, card, cancellationToken) : null);
        await WriteAsync(connection, outcome, turn, answered, cancellationToken);
        Announce(outcome, turn, answered);
        await spending.WatchAsync(outcome.Calls, cancellationToken);
        return OutcomeResult.Stored;
    }

    private static async Task<TurnToStore?> ReadAsync(NpgsqlConnection connection, Guid turnId, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then("begin");
        batch.Then(OutcomeSql.Read, Sql.Of(turnId));
        batch.Then(OutcomeSql.Adjustments, Sql.Of(turnId));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        var turn = TurnToStore.Read(reader);
        await reader.NextResultAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? turn with { Adjustments = LedgerRows.Adjustments(reader, 0) } : turn;
    }

    private async Task WriteAsync(
        NpgsqlConnection connection, TurnOutcome outcome, TurnToStore turn, Answered answered, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        answered.AddTo(batch, outcome, turn);
        spending.AddTo(batch, outcome.Calls, outcome.TurnId, turn.ConversationId);
        batch.Then(NextTurn.Find, Sql.Of(outcome.TurnId));
        batch.Then("commit");
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        (Guid Id, string? Trace)? next = await reader.ReadAsync(cancellationToken) ? (reader.GetGuid(0), reader.TextOrNull(1)) : null;
        // Behind its result is the commit.
        await reader.NextResultAsync(cancellationToken);
        if (next is { } waiting)
            redis.Add(waiting.Id, waiting.Trace);
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
