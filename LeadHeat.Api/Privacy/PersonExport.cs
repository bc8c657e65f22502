using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadHeat.Api.Data;
using LeadHeat.Core.Records;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Privacy;

internal enum PersonFormat { Json, Html }

/// <summary>Everything that is held of a person.</summary>
internal sealed record ExportedPerson(Guid ContactId, string Name, DateTimeOffset At, IReadOnlyList<ExportedTable> Tables);

/// <param name="Title">As people read it.</param>
internal sealed record ExportedTable(string Name, string Title, JsonArray Rows);

/// <summary>A copy of everything that is held of a person: the rows of all tables that have some, opened where they are packed or sealed.</summary>
internal sealed class PersonExport(NpgsqlDataSource database, SealedFields sealedFields, TimeProvider clock)
{
    private static readonly SearchValues<char> s_hex = SearchValues.Create("0123456789abcdef");
    private static readonly JsonWriterOptions s_readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Null when there is no such person.</summary>
    public async Task<ExportedPerson?> ReadAsync(Guid contactId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var sight = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        if (await PersonIds.FindAsync(connection, contactId, cancellationToken) is not { } person)
            return null;
        var rows = await PersonRows.ReadAsync(connection, person, cancellationToken);
        List<ExportedTable> tables = [];
        HashSet<Guid> merges = [];
        foreach (var table in PersonTables.All)
        {
            if (!rows.TryGetValue(table.Name, out var json))
                continue;
            var open = Open(table.Name, json);
            // That somebody else may be this person, or was taken for it, names that one too.
            if (table.Name == "contact_merges")
            {
                open.RemoveAll(row => !(person.Contacts.Contains(IdOf(row, "left_id")) && person.Contacts.Contains(IdOf(row, "right_id"))));
                merges = [.. open.Select(row => IdOf(row, "id"))];
            }
            else if (table.Set == PersonSet.Merges)
            {
                open.RemoveAll(row => !merges.Contains(IdOf(row, "merge_id")));
            }

            if (open.Count > 0)
                tables.Add(new(table.Name, table.Title, open));
        }

        if (await UploadScrub.RefusedAsync(connection, person.Words, cancellationToken) is { } refused)
            tables.Add(new("upload_errors", "Rows of files that were refused", JsonNode.Parse(refused)!.AsArray()));
        return new(contactId, person.Name, clock.GetUtcNow(), tables);
    }

    public static byte[] Write(ExportedPerson person)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, s_readable))
        {
            writer.WriteStartObject();
            writer.WriteString("contactId", person.ContactId);
            writer.WriteString("name", person.Name);
            writer.WriteString("exportedAt", person.At);
            foreach (var table in person.Tables)
            {
                writer.WritePropertyName(table.Name);
                table.Rows.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static Guid IdOf(JsonNode? row, string column) => row![column]!.GetValue<Guid>();

    private JsonArray Open(string table, string json)
    {
        var rows = JsonNode.Parse(json)!.AsArray();
        foreach (var row in rows.OfType<JsonObject>())
        {
            foreach (var (column, value) in row.ToArray())
            {
                if (value?.GetValueKind() == JsonValueKind.String && BytesOf(value.GetValue<string>()) is { } bytes)
                    row[column] = Readable(table, bytes);
            }
        }

        return rows;
    }

    // Postgres writes bytes as \x and their digits. What nobody wrote, such as a key's hash, says nothing to anybody.
    private static byte[]? BytesOf(string text) =>
        text.StartsWith(@"\x", StringComparison.Ordinal) && text.AsSpan(2).IndexOfAnyExcept(s_hex) < 0 ? Convert.FromHexString(text.AsSpan(2)) : null;

    private JsonNode? Readable(string table, byte[] bytes) => table switch
    {
        "inbound" => Parsed(sealedFields.Open(bytes)),
        "turn_records" or "turn_reruns" => JsonSerializer.SerializeToNode(RecordPacking.Unpack(bytes), LeadHeatJson.Default.TurnRecord),
        _ => null,
    };

    private static JsonNode? Parsed(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return System.Text.Encoding.UTF8.GetString(body);
        }
    }
}
