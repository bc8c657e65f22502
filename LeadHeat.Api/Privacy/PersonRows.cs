using System.IO.Compression;
using System.Text;
using System.Text.Json;
using LeadHeat.Api.Data;
using Npgsql;

namespace LeadHeat.Api.Privacy;

/// <summary>Reads, deletes and puts back a person's rows, whatever columns their tables have.</summary>
internal static class PersonRows
{
    // Its costs stay when the turn goes, and belong to it again when it comes back. $1 turns.
    private const string Costs = "select coalesce(json_agg(json_build_object('id', m.id, 'turn_id', m.turn_id, 'conversation_id', m.conversation_id)), '[]')::text from model_calls m where m.turn_id = any($1)";

    private const string RestoreCosts = """
        update model_calls m set turn_id = r.turn_id, conversation_id = r.conversation_id
        from json_to_recordset($1) r (id uuid, turn_id uuid, conversation_id uuid)
        where m.id = r.id and exists (select from turns t where t.id = r.turn_id)
        """;

    private const string CostsOf = "model_calls";

    // Columns that are written: those that follow from others, and those that a newer table does not have, are left out.
    private const string Columns = """
        select a.attname from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum
        """;

    /// <summary>Each table's rows as a JSON array; only tables that have some.</summary>
    public static async Task<Dictionary<string, string>> ReadAsync(NpgsqlConnection connection, PersonIds person, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        var tables = PersonTables.All.Where(table => !table.IsMade).ToArray();
        foreach (var table in tables)
            batch.Then($"select json_agg(r)::text from {table.Name} r where {table.Where}", Sql.Of(person.Ids[table.Set]));
        batch.Then(Costs, Sql.Of(person.Ids[PersonSet.Turns]));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        Dictionary<string, string> rows = [];
        foreach (var name in tables.Select(table => table.Name).Append(CostsOf))
        {
            if (await reader.ReadAsync(cancellationToken) && reader.TextOrNull(0) is { } json && json != "[]")
                rows[name] = json;
            await reader.NextResultAsync(cancellationToken);
        }

        return rows;
    }

    /// <summary>How many of each table.</summary>
    public static async Task<Dictionary<string, int>> DeleteAsync(NpgsqlConnection connection, PersonIds person, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then("select set_config('leadheat.erasing', 'on', true)");
        var tables = PersonTables.All.Reverse().ToArray();
        foreach (var table in tables)
            batch.Then($"delete from {table.Name} r where {table.Where}", Sql.Of(person.Ids[table.Set]));
        batch.Then("select set_config('leadheat.erasing', '', true)");
        await batch.ExecuteNonQueryAsync(cancellationToken);
        Dictionary<string, int> counts = [];
        foreach (var (place, table) in tables.Index())
        {
            if (batch.BatchCommands[place + 1].RecordsAffected is > 0 and var count)
                counts[table.Name] = count;
        }

        return counts;
    }

    public static async Task RestoreAsync(NpgsqlConnection connection, Dictionary<string, string> rows, CancellationToken cancellationToken)
    {
        // Nothing that follows from new rows follows from these.
        await using (var quiet = new NpgsqlCommand("select set_config('leadheat.erasing', 'on', true)", connection))
            await quiet.ExecuteNonQueryAsync(cancellationToken);
        foreach (var table in PersonTables.All)
        {
            if (!rows.TryGetValue(table.Name, out var json))
                continue;
            var columns = string.Join(", ", await ColumnsAsync(connection, table.Name, json, cancellationToken));
            await ExecuteAsync(
                connection,
                $"insert into {table.Name} ({columns}) select {columns} from json_populate_recordset(null::{table.Name}, $1) r where {table.Restorable ?? "true"} on conflict do nothing",
                json, cancellationToken);
        }

        if (rows.TryGetValue(CostsOf, out var costs))
            await ExecuteAsync(connection, RestoreCosts, costs, cancellationToken);
    }

    public static byte[] Pack(Dictionary<string, string> rows)
    {
        using var packed = new MemoryStream();
        using (var stream = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            foreach (var (table, json) in rows)
                writer.WriteString(table, json);
            writer.WriteEndObject();
        }

        return packed.ToArray();
    }

    public static Dictionary<string, string> Unpack(byte[] packed)
    {
        using var stream = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateObject().ToDictionary(table => table.Name, table => table.Value.GetString()!);
    }

    private static async Task<List<string>> ColumnsAsync(NpgsqlConnection connection, string table, string json, CancellationToken cancellationToken)
    {
        HashSet<string> stored;
        using (var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(json)))
            stored = [.. document.RootElement[0].EnumerateObject().Select(member => member.Name)];
        await using var command = new NpgsqlCommand(Columns, connection) { Parameters = { Sql.Of(table) } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<string> columns = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            if (stored.Contains(reader.GetString(0)))
                columns.Add('"' + reader.GetString(0) + '"');
        }

        return columns;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, string json, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { Sql.JsonText(json) } };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
