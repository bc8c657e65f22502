using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Live;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Turns;

/// <summary>Turns that a worker could not finish: tried again a little later, and after the last attempt given to people.</summary>
internal sealed class FailedTurns(NpgsqlDataSource database, RedisTurns redis, LiveEvents live, TimeProvider clock)
{
    private const string Apology = "Sorry, I could not answer that. Your message is with our team, and one of them will answer you here.";

    /// <summary>The worker gives the turn back. What it does not hold any more it cannot give back.</summary>
    public async Task GiveBackAsync(Guid turnId, TurnFailed failure, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var batch = database.CreateBatch();
        batch.Then(
            FailedSql.GiveBack, Sql.Of(turnId), Sql.Of(failure.Worker), Sql.Of(failure.Reason), Sql.Of(now - TurnSweeper.Patience), Sql.Of(TurnLimits.Attempts));
        int attempts;
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            if (!await reader.ReadAsync(cancellationToken))
                return;
            attempts = reader.GetInt32(0);
        }

        TurnTelemetry.End("failed");
        if (attempts >= TurnLimits.Attempts)
            await BuryAsync(turnId, failure.Reason, cancellationToken);
    }

    /// <summary>Nobody tries any more. The visitor is told, and waits for a person from now on.</summary>
    public async Task BuryAsync(Guid turnId, string reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var messageId = Guid.CreateVersion7(now);
        await using var batch = database.CreateBatch();
        batch.Then(FailedSql.Lock, Sql.Of(turnId));
        batch.Then(
            FailedSql.Bury, Sql.Of(turnId), Sql.Of(now), Sql.Of(reason), Sql.Of(messageId), Sql.Of(Apology), Sql.Of(Guid.CreateVersion7(now)),
            Sql.Json(new TurnEnd(Handling.Queued), TurnJson.Default.TurnEnd));
        batch.Then(NextTurn.Find, Sql.Of(turnId));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return;

        var (leadId, conversationId) = (reader.GetGuid(0), reader.GetGuid(1));
        TurnTelemetry.End("dead");
        redis.Publish(turnId, FinishedTurns.Failed(turnId, reader.GetInt32(2)));
        live.Publish(LiveEventKind.TurnDead, leadId, conversationId);
        live.Publish(LiveEventKind.MessageAdded, leadId, conversationId, messageId);
        live.Publish(LiveEventKind.LeadChanged, leadId, conversationId);
        await NextTurn.QueueAsync(reader, redis, cancellationToken);
    }

    public async Task<IReadOnlyList<DeadTurn>> GetDeadAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(FailedSql.List);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<DeadTurn> dead = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            dead.Add(new(
                reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), reader.GetInt32(3), reader.TextOrNull(4) ?? "", reader.Time(5), reader.Time(6)));
        }

        return dead;
    }

    /// <summary>Queues a dead turn as if it were new; the bot has the conversation again. Null when there is no such turn, false when it is not dead.</summary>
    public async Task<bool?> ReplayAsync(Guid turnId, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then("select state from turns where id = $1", Sql.Of(turnId));
        batch.Then(FailedSql.Replay, Sql.Of(turnId), Sql.Of(clock.GetUtcNow()));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        if (!await reader.NextResultAsync(cancellationToken) || !await reader.ReadAsync(cancellationToken))
            return false;

        redis.Forget(turnId);
        redis.Add(turnId, reader.TextOrNull(0));
        live.Publish(LiveEventKind.LeadChanged, reader.GetGuid(1), reader.GetGuid(2));
        return true;
    }
}
