using System.Text.Json;
using LeadHeat.Api.Access;
using LeadHeat.Api.Data;
using LeadHeat.Api.Turns;
using LeadHeat.Core.Privacy;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Privacy;

/// <summary>Erases deleted people for ever, also where they stand among others, and writes down how much it was.</summary>
internal sealed class Erasure(
    NpgsqlDataSource database, Deletions deletions, DeliveryScrub deliveries, RedisTurns redis, TimeProvider clock)
{
    /// <summary>What the kept rows call the addresses and numbers that are not erased, because they are others' too.</summary>
    public const string OfOthers = "of_others";

    /// <summary>Only who is deleted already; null when there is nobody, because somebody was faster or has restored them.</summary>
    public async Task<ErasureReceipt?> EraseDeletedAsync(Guid contactId, ErasureReason reason, Actor actor, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await deletions.TakeAsync(connection, contactId, cancellationToken) is not { } person)
            return null;
        var (words, leads, turns, since) = Read(person.Rows);
        string[] sent = [.. words.Events, .. Members(person.Rows, "lead_form_leads").Select(row => row.GetProperty("leadgen_id").GetString()!)];
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (var (table, count) in person.Counts)
            counts[StoreOf(table)] = count;
        counts["redis: events of turns"] = counts.GetValueOrDefault("redis: events of turns") + await redis.ForgetAsync(turns, cancellationToken);
        await deliveries.ScrubAsync(connection, words, since, counts, cancellationToken);
        await UploadScrub.ScrubAsync(connection, words, UploadsOf(person.Rows), counts, cancellationToken);
        await ReportScrub.ScrubAsync(connection, leads, sent, counts, cancellationToken);
        var receipt = new ErasureReceipt(
            Guid.CreateVersion7(clock.GetUtcNow()), contactId, reason, actor.Name, person.View.People, counts, clock.GetUtcNow());
        await NoteAsync(connection, receipt, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return receipt;
    }

    public static async Task NoteAsync(NpgsqlConnection connection, ErasureReceipt receipt, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(
            DeletionSql.Note, Sql.Of(receipt.Id), Sql.Of(receipt.ContactId), Sql.Of(Words.Of(receipt.Reason)), Sql.Of(receipt.ErasedBy), Sql.Of(receipt.People),
            Sql.Json(new Dictionary<string, int>(receipt.Rows), PrivacyJson.Default.DictionaryStringInt32), Sql.Of(receipt.ErasedAt));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<ErasureReceipt>> ReceiptsAsync(int most, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(DeletionSql.Receipts, Sql.Of(most));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<ErasureReceipt> receipts = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            receipts.Add(new(
                reader.GetGuid(0), reader.ValueOrNull<Guid>(1), reader.Word<ErasureReason>(2), reader.GetString(3), reader.GetInt32(4),
                reader.Json(5, PrivacyJson.Default.DictionaryStringInt32), reader.Time(6)));
        }

        return receipts;
    }

    /// <summary>What a table's rows are in a receipt.</summary>
    public static string StoreOf(string table) => table switch
    {
        Deletions.RedisEvents => "redis: events of turns",
        "lead_texts" => "search index: leads",
        "lead_features" or "lead_heat" => $"training data: {table.Replace('_', ' ')}",
        "inbound" => "inbound archive: events",
        _ => $"postgres: {table.Replace('_', ' ')}",
    };

    private static (PersonWords Words, Guid[] Leads, Guid[] Turns, DateTimeOffset Since) Read(Dictionary<string, string> rows)
    {
        var contacts = Members(rows, "contacts");
        var inbound = Members(rows, "inbound");
        string?[] ofOthers = [.. Members(rows, OfOthers).Select(word => word.GetString())];
        string[] Of(IEnumerable<JsonElement> all, string member) =>
            [.. all.Select(row => row.GetProperty(member).GetString()).OfType<string>().Distinct(StringComparer.Ordinal)];
        var words = new PersonWords(
            [.. Of(contacts, "email").Except(ofOthers, StringComparer.OrdinalIgnoreCase).OfType<string>()], [.. Of(contacts, "phone").Except(ofOthers).OfType<string>()],
            [.. Of(Members(rows, "channel_identities"), "key").Select(key => key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..])], Of(inbound, "external_id"));
        var since = contacts.Select(row => row.GetProperty("created_at")).Concat(inbound.Select(row => row.GetProperty("received_at"))).Min(at => at.GetDateTimeOffset());
        return (words, Ids(rows, "leads", "id"), Ids(rows, "turns", "id"), since);
    }

    private static Guid[] UploadsOf(Dictionary<string, string> rows) =>
        [.. Ids(rows, "leads", "upload_id").Concat(Ids(rows, "upload_duplicates", "upload_id")).Distinct()];

    private static Guid[] Ids(Dictionary<string, string> rows, string table, string column) =>
        [.. Members(rows, table).Select(row => row.GetProperty(column)).Where(id => id.ValueKind == JsonValueKind.String).Select(id => id.GetGuid())];

    private static JsonElement[] Members(Dictionary<string, string> rows, string table) =>
        rows.TryGetValue(table, out var json) ? [.. JsonElement.Parse(json).EnumerateArray()] : [];
}
