using LeadHeat.Api.Data;
using LeadHeat.Api.Inbound;
using LeadHeat.Core.Channels;
using Npgsql;

namespace LeadHeat.Api.Channels.WhatsApp;

/// <summary>Which ad somebody came from who began to write on WhatsApp by tapping one.</summary>
internal sealed class AdOrigins(NpgsqlDataSource database)
{
    // The ad that brought them stays, whatever they tap later. $1 lead, $2 details.
    private const string Keep = "insert into lead_origins (lead_id, details) select l.id, $2 from leads l where l.id = $1 on conflict (lead_id) do nothing";

    public async Task KeepAsync(Guid leadId, WhatsAppReferral? ad, CancellationToken cancellationToken)
    {
        if (ad is null)
            return;
        var details = new (string Name, string? Value)[] { ("headline", ad.Headline), ("ad", ad.SourceId), ("link", ad.Url), ("ctwa_clid", ad.ClickId) }
            .Where(detail => !string.IsNullOrWhiteSpace(detail.Value)).ToDictionary(detail => detail.Name, detail => WhatsAppMessage.Cut(detail.Value!, longest: 500));
        await using var batch = database.CreateBatch();
        batch.Then(Keep, Sql.Of(leadId), Sql.Json(details, InboundJson.Default.DictionaryStringString));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
