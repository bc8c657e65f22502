using Npgsql;
using LeadHeat.Api.Data;

namespace LeadHeat.Api.Turns;

/// <summary>The turn that waits behind one that is over: a job of its own was refused as too early.</summary>
internal static class NextTurn
{
    // $1 the turn that is over.
    public const string Find = """
        select id, trace_parent from turns
        where conversation_id = (select conversation_id from turns where id = $1) and finished_at is null and id <> $1 and state = 'queued'
        order by id limit 1
        """;

    /// <summary>From the result after the reader's current one.</summary>
    public static async Task QueueAsync(NpgsqlDataReader reader, RedisTurns redis, CancellationToken cancellationToken)
    {
        if (await reader.NextResultAsync(cancellationToken) && await reader.ReadAsync(cancellationToken))
            redis.Add(reader.GetGuid(0), reader.TextOrNull(1));
    }
}
