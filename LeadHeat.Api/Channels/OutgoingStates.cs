using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Live;
using Npgsql;

namespace LeadHeat.Api.Channels;

/// <summary>How far what we sent has come. Reports come in any order and more than once: a state only moves forward, and a failure that WhatsApp reported is final.</summary>
internal sealed class OutgoingStates([FromKeyedServices(Database.Repeatables)] NpgsqlDataSource database, LiveEvents live, TimeProvider clock)
{
    // Where the sending was cut off before the platform's id was known, our own finds the message. One that is sent again has no id of the
    // platform's yet: what is reported late of its first try is not of this one.
    // One that was given up because the connection broke was sent after all when a report comes of it: it has no id of the platform's until then.
    // Each way has its index. In one condition with an "or", what is planned while little was sent reads through all of it, and is kept.
    // $1 channel, $2 the platform's id, $3 our id or null, $4 state, $5 failure, $6 now. No row: we do not know such a message.
    private const string Report = """
        with known as (
            select message_id, case when state = 'failed' and external_id is null then 'sending' else state end as state from outgoing
            where message_id = coalesce(
                (select message_id from outgoing where channel = $1 and external_id = $2),
                (select message_id from outgoing where message_id = $3 and external_id is null and state <> 'queued'))
            for update),
        moved as (
            update outgoing o set state = $4, failure = $5, changed_at = $6, external_id = coalesce(o.external_id, $2)
            from known
            where o.message_id = known.message_id and known.state <> 'failed'
                and array_position(array['queued', 'sending', 'sent', 'delivered', 'read', 'played', 'failed'], $4)
                    > array_position(array['queued', 'sending', 'sent', 'delivered', 'read', 'played', 'failed'], known.state)
            returning 1)
        select c.lead_id, c.id, m.id, exists (select from moved)
        from known join messages m on m.id = known.message_id join conversations c on c.id = m.conversation_id
        """;

    /// <summary>Whose message it was; null when we know no such message.</summary>
    public async Task<(Guid? LeadId, Guid MessageId)?> ReportAsync(
        InboundChannel channel, WhatsAppStatus status, DeliveryState state, string? failure, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(
            Report, Sql.Of(Core.Wire.Words.Of(channel)), Sql.Of(status.MessageId), Sql.Of(status.OurId), Sql.Of(Core.Wire.Words.Of(state)), Sql.Of(failure),
            Sql.Of(clock.GetUtcNow()));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        var (leadId, messageId) = (reader.ValueOrNull<Guid>(0), reader.GetGuid(2));
        if (reader.GetBoolean(3))
            live.Publish(LiveEventKind.MessageAdded, leadId, reader.GetGuid(1), messageId);
        return (leadId, messageId);
    }
}
