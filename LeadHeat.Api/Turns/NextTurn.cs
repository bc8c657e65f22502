using Npgsql;
using LeadHeat.Api.Data;

namespace LeadHeat.Api.Turns;

/// <summary>The turn that waits behind one that is over: a job of its own was refused as too early.</summary>
internal static class NextTurn
{
    // $1 the turn that is over.
    public const string Find = """
        select n.id, n.trace_parent from turns t join turns n on n.conversation_id = t.conversation_id
        where t.id = $1 and n.finished_at is null and n.id <> t.id and n.state = 'queued'
        order by n.id limit 1
        """;

    /// <summary>From the result after the reader's current one.</summary>
    public static async Task QueueAsync(NpgsqlDataReader reader, RedisTurns redis, CancellationToken cancellationToken)
    {
        if (await reader.NextResultAsync(cancellationToken) && await reader.ReadAsync(cancellationToken))
            redis.Add(reader.GetGuid(0), reader.TextOrNull(1));
    }
}
