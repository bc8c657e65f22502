using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Channels.WhatsApp;

/// <summary>Puts on the lead's timeline what came besides words: a reaction, where a place is, whose card it was.</summary>
internal sealed class SideNotes(NpgsqlDataSource database, LiveEvents live, TimeProvider clock)
{
    // Once for each event, however often it is handled. $1 event, $2 session, $3 note, $4 now, $5 the platform's id of the message of ours that it is to, or null, $6 kind.
    private const string Write = """
        with talk as (
            select c.id, c.lead_id from sessions s join conversations c on c.id = s.conversation_id where s.id = $2 and c.lead_id is not null),
        noted as (
            insert into activities (id, lead_id, kind, text, actor, at)
            select $1, t.lead_id, $6, $3 || coalesce(' to “' || left(m.text, 80) || '”', ''), 'WhatsApp', $4
            from talk t
            left join outgoing o on o.channel = 'whatsapp' and o.external_id = $5 and o.conversation_id = t.id
            left join messages m on m.id = o.message_id
            on conflict (id) do nothing)
        select lead_id from talk
        """;

    /// <summary>Whose lead it is; null where the sender has none yet.</summary>
    public async Task<Guid?> WriteAsync(Guid eventId, Guid sessionId, WhatsAppMessage message, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(
            Write, Sql.Of(eventId), Sql.Of(sessionId), Sql.Of(message.Note), Sql.Of(clock.GetUtcNow()), Sql.Of(message.ReactsTo),
            Sql.Of(Words.Of(message.HasMedia ? ActivityKind.Media : ActivityKind.Note)));
        if (await batch.ExecuteScalarAsync(cancellationToken) is not Guid leadId)
            return null;
        live.Publish(LiveEventKind.LeadChanged, leadId);
        return leadId;
    }
}
