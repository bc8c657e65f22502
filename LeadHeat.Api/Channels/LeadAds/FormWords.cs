using LeadHeat.Api.Data;
using LeadHeat.Api.Inbound;
using LeadHeat.Core.Channels;
using Npgsql;

namespace LeadHeat.Api.Channels.LeadAds;

/// <summary>The words beside the boxes of Meta's forms. Nothing waits for them: where Meta does not give them the lead comes without.</summary>
internal sealed class FormWords(NpgsqlDataSource database, Graph graph, TimeProvider clock)
{
    // A published form keeps its words at Meta. It is asked again all the same, so that a mistake in that does not last.
    private static readonly TimeSpan GoodFor = TimeSpan.FromDays(1);
    private static readonly TimeSpan RestAfterFailure = TimeSpan.FromMinutes(10);

    // What is known stays where Meta does not answer. $1 form, $2 words or null, $3 now.
    private const string Keep = """
        insert into lead_form_words (form_id, words, asked_at) values ($1, $2, $3)
        on conflict (form_id) do update set words = coalesce(excluded.words, lead_form_words.words), asked_at = excluded.asked_at
        """;

    /// <summary>By the boxes' keys; a box whose words are not known is not among them.</summary>
    public async Task<Dictionary<string, string>> OfAsync(LeadAdsForm form, CancellationToken cancellationToken)
    {
        if (form.Consents.Count == 0 || form.FormId.Length == 0)
            return [];
        var (known, askedAt) = await FindAsync(form.FormId, cancellationToken);
        var isWhole = known is not null && form.Consents.All(box => known.ContainsKey(box.Key));
        if (clock.GetUtcNow() - askedAt < (isWhole ? GoodFor : RestAfterFailure))
            return known ?? [];
        var answer = await graph.GetAsync($"{Uri.EscapeDataString(form.FormId)}?fields={LeadAdsDisclaimer.Fields}", cancellationToken);
        var words = answer.Outcome == GraphOutcome.Good ? LeadAdsDisclaimer.Read(answer.Body) : null;
        await using var batch = database.CreateBatch();
        batch.Then(Keep, Sql.Of(form.FormId), words is null ? Sql.NoJson() : Sql.Json(words, InboundJson.Default.DictionaryStringString), Sql.Of(clock.GetUtcNow()));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return words ?? known ?? [];
    }

    private async Task<(Dictionary<string, string>? Words, DateTimeOffset AskedAt)> FindAsync(string formId, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then("select words, asked_at from lead_form_words where form_id = $1", Sql.Of(formId));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? (reader.IsDBNull(0) ? null : reader.Json(0, InboundJson.Default.DictionaryStringString), reader.Time(1))
            : (null, DateTimeOffset.MinValue);
    }
}
