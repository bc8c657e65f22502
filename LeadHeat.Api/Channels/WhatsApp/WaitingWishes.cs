using LeadHeat.Api.Data;
using LeadHeat.Api.Inbound;
using LeadHeat.Api.Privacy;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Privacy;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Channels.WhatsApp;

/// <summary>Who writes faster than their limit waits behind their own messages. A STOP among those does not: the bot falls silent at once, its line in the ledger follows in its turn.</summary>
internal sealed class WaitingWishes([FromKeyedServices(Database.Repeatables)] NpgsqlDataSource database, SealedFields sealedFields, OptOuts optOuts)
{
    private const int MostLookedAt = 200;

    // $1 channel, $2 contact, $3 kind, $4 most.
    private const string Newest = "select body from inbound where state = 'pending' and channel = $1 and contact = $2 and kind = $3 order by id desc limit $4";

    public async Task HearAsync(PendingEvent first, Guid sessionId, CancellationToken cancellationToken) =>
        await optOuts.HandOverAsync(sessionId, await LatestAsync(first, cancellationToken), cancellationToken);

    private async Task<StopWish> LatestAsync(PendingEvent first, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Newest, Sql.Of(Words.Of(first.Channel)), Sql.Of(first.Contact), Sql.Of(Words.Of(InboundKind.Message)), Sql.Of(MostLookedAt));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (sealedFields.TryOpen(reader.GetFieldValue<byte[]>(0)) is { } body && WhatsAppMessage.Read(body).Message is { } message
                && StopWords.Read(message.Text) is var wish and not StopWish.None)
                return wish;
        }

        return StopWish.None;
    }
}
