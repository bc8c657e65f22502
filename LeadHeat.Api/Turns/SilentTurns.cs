using LeadHeat.Api.Data;
using LeadHeat.Core.Leads;
using Npgsql;

namespace LeadHeat.Api.Turns;

/// <summary>Ends turns without a reply, for a person answers in their conversation; or queues them again where none does any more.</summary>
internal sealed class SilentTurns(NpgsqlDataSource database, RedisTurns redis, TimeProvider clock)
{
    private const string End = """
        update turns set state = 'silent', finished_at = $2, lease_until = null, worker = null, outcome = $3
        where id = $1 and state in ('queued', 'running')
        returning lead_id, conversation_id, attempts
        """;

    // $1 turn, $2 now.
    private const string Again = """
        update turns set state = 'queued', worker = null, lease_until = null, queued_at = $2
        where id = $1 and state = 'running'
        returning trace_parent
        """;

    /// <summary>Queues a turn again whose outcome came too late.</summary>
    public async Task AgainAsync(Guid turnId, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Again, Sql.Of(turnId), Sql.Of(clock.GetUtcNow()));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (await reader.ReadAsync(cancellationToken))
            redis.Add(turnId, reader.TextOrNull(0));
    }

    public async Task EndAsync(Guid turnId, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(End, Sql.Of(turnId), Sql.Of(clock.GetUtcNow()), Sql.Json(new TurnEnd(Handling.Human), TurnJson.Default.TurnEnd));
        batch.Then(NextTurn.Find, Sql.Of(turnId));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return;
        var done = FinishedTurns.Done(turnId, reader.GetGuid(0), reader.GetInt32(2), null, Handling.Human, null);
        TurnTelemetry.End("silent");
        redis.Publish(turnId, done);
        await NextTurn.QueueAsync(reader, redis, cancellationToken);
    }
}
