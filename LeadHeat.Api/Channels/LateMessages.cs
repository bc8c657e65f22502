using LeadHeat.Api.Data;
using Npgsql;

namespace LeadHeat.Api.Channels;

/// <summary>Messages that were delivered long after they were written, as after an outage of ours.</summary>
internal sealed class LateMessages([FromKeyedServices(Database.Repeatables)] NpgsqlDataSource database)
{
    // Meta tries for 36 hours. What is told to be older is somebody's made-up message or an archive's, and no delivery that came late.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(48);
    private static readonly TimeSpan OnTime = TimeSpan.FromMinutes(1);

    // $1 message, $2 when it was written.
    private const string Note = "update messages set written_at = $2 where id = $1";

    /// <summary>Keeps when a message was written if that was well before it came; nothing to do for one in time.</summary>
    public async Task NoteAsync(Guid messageId, DateTimeOffset writtenAt, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        if (receivedAt - writtenAt is var late && (late < OnTime || late > Longest))
            return;
        await using var batch = database.CreateBatch();
        batch.Then(Note, Sql.Of(messageId), Sql.Of(writtenAt));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
