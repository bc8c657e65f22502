using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Api.Problems;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Live;
using Npgsql;

namespace LeadHeat.Api.Channels.WhatsApp;

/// <summary>Sends again what was not delivered.</summary>
internal sealed class Resends(NpgsqlDataSource database, LiveEvents live, TimeProvider clock)
{
    // $1 lead, $2 message, $3 now. No row: the lead has no such message, or it goes to no platform.
    private const string Again = """
        with known as (
            select o.message_id, o.conversation_id, o.state from outgoing o
            where o.message_id = $2 and o.conversation_id = (select conversation_id from leads where id = $1) for update),
        again as (
            update outgoing o set state = 'queued', failure = null, external_id = null, attempts = 0, next_at = $3, changed_at = $3
            from known where o.message_id = known.message_id and known.state = 'failed')
        select conversation_id, state from known
        """;

    /// <summary>False when there is no such message. One that waits to be sent already is not sent twice.</summary>
    /// <exception cref="RuleViolation">The platform has it.</exception>
    public async Task<bool> SendAgainAsync(Guid leadId, Guid messageId, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Again, Sql.Of(leadId), Sql.Of(messageId), Sql.Of(clock.GetUtcNow()));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return false;
        var state = reader.Word<DeliveryState>(1);
        if (state is not (DeliveryState.Failed or DeliveryState.Queued or DeliveryState.Sending))
            throw new RuleViolation("It was sent: only what has failed can be sent again.");
        if (state == DeliveryState.Failed)
            live.Publish(LiveEventKind.MessageAdded, leadId, reader.GetGuid(0), messageId);
        return true;
    }
}
