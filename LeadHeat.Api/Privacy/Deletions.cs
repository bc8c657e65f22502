using System.Text;
using System.Text.Json;
using LeadHeat.Api.Access;
using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Api.Turns;
using LeadHeat.Api.Uploads;
using LeadHeat.Core.Live;
using LeadHeat.Core.Privacy;
using LeadHeat.Core.Wire;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LeadHeat.Api.Privacy;

/// <summary>
/// Takes people out and brings them back. Who is deleted is in no table any more: the rows lie together, sealed, until they are restored or the
/// time is over. So nothing that reads, counts, searches or learns has to know of deleted people.
/// </summary>
internal sealed class Deletions(
    NpgsqlDataSource database, SealedFields sealedFields, Marks marks, RedisTurns redis, LiveEvents live, IOptions<PrivacyOptions> options, TimeProvider clock)
{
    /// <summary>What counts call the keys in Redis.</summary>
    public const string RedisEvents = "redis";

    private const int MostAttempts = 4;

    /// <summary>Null when there is no such contact.</summary>
    public async Task<DeletedPerson?> DeleteAsync(Guid contactId, Actor actor, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryDeleteAsync(contactId, actor, cancellationToken);
            }
            // What somebody stored meanwhile is found the next time, and of two who wait for each other one begins again.
            catch (PostgresException clash) when (clash.SqlState is PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.DeadlockDetected && attempt < MostAttempts)
            {
            }
        }
    }

    /// <summary>False when no such person waits to be erased.</summary>
    public async Task<bool> RestoreAsync(Guid contactId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await TakeAsync(connection, contactId, cancellationToken) is not { } kept)
            return false;
        await PersonRows.RestoreAsync(connection, kept.Rows, cancellationToken);
        await using (var batch = connection.CreateBatch())
            await batch.Then(Tombstones.Lift, Sql.Of(contactId)).ExecuteNonQueryAsync(cancellationToken);
        var person = await PersonIds.FindAsync(connection, [contactId], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Tell(person.Leads);
        return true;
    }

    /// <summary>Takes a person who is deleted for good, in the caller's transaction; null when there is none.</summary>
    public async Task<KeptPerson?> TakeAsync(NpgsqlConnection connection, Guid contactId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(DeletionSql.Take, connection) { Parameters = { Sql.Of(contactId) } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new(View(reader), reader.Json(2, PrivacyJson.Default.DictionaryStringInt32), PersonRows.Unpack(sealedFields.Open(reader.GetFieldValue<byte[]>(6))))
            : null;
    }

    public async Task<IReadOnlyList<DeletedPerson>> WaitingAsync(int most, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(DeletionSql.Waiting, Sql.Of(most));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<DeletedPerson> waiting = [];
        while (await reader.ReadAsync(cancellationToken))
            waiting.Add(View(reader));
        return waiting;
    }

    private async Task<DeletedPerson?> TryDeleteAsync(Guid contactId, Actor actor, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await PersonIds.FindAsync(connection, contactId, cancellationToken) is not { } found)
            return null;
        await LockAsync(connection, found.Contacts, cancellationToken);
        var person = await PersonIds.FindAsync(connection, found.Contacts, cancellationToken);
        var rows = await PersonRows.ReadAsync(connection, person, cancellationToken);
        rows[Erasure.OfOthers] = JsonSerializer.Serialize(person.OfOthers, LeadHeatJson.Default.IReadOnlyListString);
        var counts = await PersonRows.DeleteAsync(connection, person, cancellationToken);
        if (await redis.ForgetAsync(person.Ids[PersonSet.Turns], cancellationToken) is > 0 and var events)
            counts[RedisEvents] = events;
        var now = clock.GetUtcNow();
        var deleted = new DeletedPerson(
            contactId, person.Name, person.Contacts.Length, counts.Values.Sum(), actor.Name, now, now.AddDays(options.Value.DeletedDays));
        await using (var batch = connection.CreateBatch())
        {
            batch.Then(
                DeletionSql.Keep, Sql.Of(contactId), Sql.Bytes(sealedFields.Seal(Encoding.UTF8.GetBytes(person.Name))),
                Sql.Bytes(sealedFields.Seal(PersonRows.Pack(rows))), Sql.Json(counts, PrivacyJson.Default.DictionaryStringInt32), Sql.Of(actor.Name), Sql.Of(now),
                Sql.Of(deleted.EraseAt));
            batch.Then(Tombstones.Set, Sql.Of(await marks.OfAsync(person.Known, cancellationToken)), Sql.Of(contactId), Sql.Of(now));
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        // A worker may have said something of one meanwhile; what it says from now on is refused.
        await redis.ForgetAsync(person.Ids[PersonSet.Turns], cancellationToken);
        Tell(person.Leads);
        return deleted;
    }

    /// <summary>Nothing comes to these people from here to the transaction's end.</summary>
    public static async Task LockAsync(NpgsqlConnection connection, Guid[] contacts, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        // An import stores a batch before us, and we find it; or after us, and it finds the tombstone.
        batch.Then(MergeSql.OneAtATime).Then(PersonIdSql.LockIdentities, Sql.Of(contacts));
        foreach (var sql in PersonIdSql.Locks)
            batch.Then(sql, Sql.Of(contacts));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private void Tell(Guid[] leads)
    {
        foreach (var lead in leads)
            live.Publish(LiveEventKind.LeadChanged, lead);
    }

    private DeletedPerson View(NpgsqlDataReader row)
    {
        var counts = row.Json(2, PrivacyJson.Default.DictionaryStringInt32);
        return new(
            row.GetGuid(0), Encoding.UTF8.GetString(sealedFields.Open(row.GetFieldValue<byte[]>(1))), counts.GetValueOrDefault("contacts", 1), counts.Values.Sum(),
            row.GetString(3), row.Time(4), row.Time(5));
    }
}

/// <summary>A deleted person with all rows.</summary>
internal sealed record KeptPerson(DeletedPerson View, Dictionary<string, int> Counts, Dictionary<string, string> Rows);
