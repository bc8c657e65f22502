using System.Text;
using System.Text.Json;
using LeadHeat.Api.Data;
using LeadHeat.Api.Inbound;
using LeadHeat.Api.Privacy;
using Npgsql;

namespace LeadHeat.Api.Channels.LeadAds;

/// <summary>
/// What Meta answered when a form was fetched, as it came: a delivery names a lead only, and Meta forgets it after 90 days. With it the
/// archive can be worked off again.
/// </summary>
internal sealed class FetchedForms(NpgsqlDataSource database, SealedFields sealedFields, TimeProvider clock)
{
    private const string Keep = """
        insert into fetched_forms (leadgen_id, body, words, fetched_at) values ($1, $2, $3, $4)
        on conflict (leadgen_id) do update set body = excluded.body, words = excluded.words, fetched_at = excluded.fetched_at
        """;

    /// <summary>What Meta answered, and the words that stood beside the form's boxes then, as far as they were known; null where nothing was fetched.</summary>
    public async Task<(JsonElement Body, Dictionary<string, string> Words)?> FindAsync(string leadgenId, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then("select body, words from fetched_forms where leadgen_id = $1", Sql.Of(leadgenId));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        using var document = JsonDocument.Parse(sealedFields.Open(reader.GetFieldValue<byte[]>(0)));
        return (document.RootElement.Clone(), reader.IsDBNull(1) ? [] : reader.Json(1, InboundJson.Default.DictionaryStringString));
    }

    public async Task KeepAsync(string leadgenId, JsonElement body, Dictionary<string, string> words, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(
            Keep, Sql.Of(leadgenId), Sql.Bytes(sealedFields.Seal(Encoding.UTF8.GetBytes(body.GetRawText()))), Sql.Json(words, InboundJson.Default.DictionaryStringString), Sql.Of(clock.GetUtcNow()));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
