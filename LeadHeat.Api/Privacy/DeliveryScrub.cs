using LeadHeat.Api.Data;
using Npgsql;

namespace LeadHeat.Api.Privacy;

/// <summary>Takes a person out of what platforms delivered, where many people stand in one delivery.</summary>
internal sealed class DeliveryScrub(SealedFields sealedFields)
{
    private const int AtOnce = 200;

    // Ids rise with the time. $1 after this id, $2 most.
    private const string Deliveries = "select id, body from deliveries where id > $1 order by id limit $2";
    private const string Refused = "select id, body from refused_bodies where id > $1 order by id limit $2";
    private const string OfNobody = "select id, body from inbound where id > $1 and lead_id is null and contact = '' order by id limit $2";

    // $1 id, $2 the rest.
    private const string KeepRest = "update deliveries set body = $2 where id = $1";
    private const string KeepRestOfEvent = "update inbound set body = $2 where id = $1";

    // One from which other events came stays, without its words. $1 id, $2 nothing, sealed.
    private const string Drop = """
        with gone as (delete from deliveries d where d.id = $1 and not exists (select from inbound i where i.delivery_id = d.id) returning id)
        update deliveries set body = $2 where id = $1 and not exists (select from gone)
        """;

    // $1 event.
    private const string DeliveryOf = "select d.id, d.body from inbound i join deliveries d on d.id = i.delivery_id where i.id = $1";
    private const string EmptyEvent = "update inbound set body = '', contact = '' where id = $1";

    // Nobody knows whose it is, and what was cut off cannot be taken apart: it goes as a whole.
    private const string DropRefused = "delete from refused_bodies where id = $1 and $2::bytea is not null";

    private const string DropEvent = "delete from inbound where id = $1 and $2::bytea is not null";

    public async Task ScrubAsync(
        NpgsqlConnection connection, PersonWords words, DateTimeOffset since, Dictionary<string, int> counts, CancellationToken cancellationToken)
    {
        // Nothing is delivered long before it is stored; clocks of several machines differ.
        var from = since.AddDays(-1);
        counts["inbound archive: deliveries"] = await ScrubAsync(connection, Deliveries, KeepRest, Drop, words, from, cancellationToken);
        counts["inbound archive: events"] = counts.GetValueOrDefault("inbound archive: events")
            + await ScrubAsync(connection, OfNobody, KeepRestOfEvent, DropEvent, words, from, cancellationToken);
        counts["inbound archive: refused deliveries"] = await ScrubAsync(connection, Refused, DropRefused, DropRefused, words, from, cancellationToken);
    }

    /// <summary>Takes one event, and what its delivery holds of it.</summary>
    public async Task ForgetAsync(NpgsqlConnection connection, Guid eventId, PersonWords words, CancellationToken cancellationToken)
    {
        await using var find = new NpgsqlCommand(DeliveryOf, connection) { Parameters = { Sql.Of(eventId) } };
        await using var reader = await find.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return;
        var (id, body) = (reader.GetGuid(0), sealedFields.TryOpen(reader.GetFieldValue<byte[]>(1)));
        await reader.CloseAsync();
        if (body is null)
            return;
        var rest = JsonScrub.Without(body, words);
        await using var batch = connection.CreateBatch();
        batch.Then(EmptyEvent, Sql.Of(eventId)).Then(rest.Length > 0 ? KeepRest : Drop, Sql.Of(id), Sql.Bytes(sealedFields.Seal(rest)));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<int> ScrubAsync(
        NpgsqlConnection connection, string read, string keepRest, string drop, PersonWords words, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var (after, count) = (Guid.CreateVersion7(since), 0);
        while (true)
        {
            var found = await ReadAsync(connection, read, after, cancellationToken);
            if (found.Count == 0)
                return count;
            after = found[^1].Id;
            await using var batch = connection.CreateBatch();
            foreach (var (id, stored) in found)
            {
                // What nobody can read: should its key come back, it meets the tombstone.
                if (sealedFields.TryOpen(stored) is not { } body || !words.AreIn(body))
                    continue;
                var rest = JsonScrub.Without(body, words);
                batch.Then(rest.Length > 0 ? keepRest : drop, Sql.Of(id), Sql.Bytes(sealedFields.Seal(rest)));
            }

            if (batch.BatchCommands.Count == 0)
                continue;
            count += batch.BatchCommands.Count;
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task<List<(Guid Id, byte[] Body)>> ReadAsync(NpgsqlConnection connection, string sql, Guid after, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(sql, Sql.Of(after), Sql.Of(AtOnce));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<(Guid, byte[])> found = [];
        while (await reader.ReadAsync(cancellationToken))
            found.Add((reader.GetGuid(0), reader.GetFieldValue<byte[]>(1)));
        return found;
    }
}
