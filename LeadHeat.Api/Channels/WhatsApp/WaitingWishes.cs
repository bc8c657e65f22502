using LeadHeat.Api.Data;
using LeadHeat.Api.Privacy;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Privacy;
using Npgsql;

namespace LeadHeat.Api.Channels.WhatsApp;

/// <summary>
/// Who writes faster than their limit waits behind their own messages. A STOP among those does not: it is in the ledger before its turn, and the bot is
/// silent. A START is in the ledger too, so that the newest of them counts; the bot is back when it is START's turn, for what was written before it is not for the bot.
/// </summary>
internal sealed class WaitingWishes(
    [FromKeyedServices(Database.Repeatables)] NpgsqlDataSource database, SealedFields sealedFields, ChannelIdentities identities, OptOuts optOuts)
{
    private const int MostAtOnce = 100;

    // $1 most.
    private const string Unheard = "select id, external_id, body, received_at from inbound where unheard and state = 'pending' order by id limit $1";

    // $1 id.
    private const string Heard = "update inbound set unheard = false where id = $1";

    public async Task HearAsync(CancellationToken cancellationToken)
    {
        foreach (var (waiting, place) in (await ReadAsync(cancellationToken)).Select((each, place) => (each, place)))
        {
            if (WhatsAppMessage.Read(waiting.Body).Message is { } message && await HearAsync(waiting, message, place, cancellationToken))
                await MarkAsync(waiting.Id, cancellationToken);
        }
    }

    // False where nobody is known yet whose wish it could be: what comes before it has its turn first.
    private async Task<bool> HearAsync(Waiting waiting, WhatsAppMessage message, int place, CancellationToken cancellationToken)
    {
        var keys = WhatsAppSenders.KeysOf(message);
        if (await identities.KnownAsync(Core.Conversations.Channel.Whatsapp, message.PhoneNumberId, keys, cancellationToken) is not { } sessionId)
            return false;
        var wish = StopWords.Read(message.Text);
        var noted = await optOuts.NoteOfSessionAsync(sessionId, wish, message.Text, message.SentAt ?? waiting.ReceivedAt, waiting.ExternalId, place, cancellationToken);
        if (wish == StopWish.Stop)
            await optOuts.HandOverAsync(sessionId, wish, cancellationToken);
        return noted;
    }

    private async Task<List<Waiting>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Unheard, Sql.Of(MostAtOnce));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<Waiting> all = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            if (sealedFields.TryOpen(reader.GetFieldValue<byte[]>(2)) is { } body)
                all.Add(new(reader.GetGuid(0), reader.GetString(1), body, reader.Time(3)));
        }

        return all;
    }

    private async Task MarkAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        await batch.Then(Heard, Sql.Of(id)).ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed record Waiting(Guid Id, string ExternalId, byte[] Body, DateTimeOffset ReceivedAt);
}
