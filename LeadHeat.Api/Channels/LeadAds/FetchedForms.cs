using System.Text;
using System.Text.Json;
using LeadHeat.Api.Data;
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
        insert into fetched_forms (leadgen_id, body, fetched_at) values ($1, $2, $3)
        on conflict (leadgen_id) do update set body = excluded.body, fetched_at = excluded.fetched_at
        """;

    public async Task<JsonElement?> FindAsync(string leadgenId, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then("select body from fetched_forms where leadgen_id = $1", Sql.Of(leadgenId));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        using var document = JsonDocument.Parse(sealedFields.Open(reader.GetFieldValue<byte[]>(0)));
        return document.RootElement.Clone();
    }

    public async Task KeepAsync(string leadgenId, JsonElement body, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Keep, Sql.Of(leadgenId), Sql.Bytes(sealedFields.Seal(Encoding.UTF8.GetBytes(body.GetRawText()))), Sql.Of(clock.GetUtcNow()));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
