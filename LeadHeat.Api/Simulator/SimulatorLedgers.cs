using LeadHeat.Api.Data;
using LeadHeat.Api.Inbound;
using LeadHeat.Core.Channels;
using Npgsql;

namespace LeadHeat.Api.Simulator;

/// <summary>Counts in the database what became of a run: nothing that the runner or a worker says of itself is believed.</summary>
internal sealed class SimulatorLedgers(NpgsqlDataSource database, SimulatorRunner runner, SentTwice sentTwice, Deliveries deliveries)
{
    // $1 acknowledged messages, $2 acknowledged forms, $3 when the run began.
    private const string Count = """
        with sent as (
            select 'whatsapp' as channel, id from unnest($1) id union all select 'lead_ads', id from unnest($2) id),
        stored as (
            select i.* from sent s join inbound i on i.channel = s.channel and i.external_id = s.id),
        said as (
            select m.id, m.external_id, m.conversation_id, t.id as turn_id, t.state, t.reply_id
            from unnest($1) s (id) join messages m on m.external_id = s.id and m.author = 'visitor' left join turns t on t.message_id = m.id),
        talks as (
            select distinct i.contact, m.conversation_id from stored i join messages m on m.id = i.message_id where i.channel = 'whatsapp')
        select
            (select count(*) from stored),
            (select count(*) from stored i where state = 'done' and not exists (select from said m where m.id = i.message_id and m.state = 'dead')),
            (select count(*) from stored where state = 'pending'),
            (select count(*) from stored i where state in ('dead', 'quarantined') or exists (select from said m where m.id = i.message_id and m.state = 'dead')),
            (select count(*) from sent) - (select count(distinct (channel, external_id)) from stored)
                + (select count(*) from stored i where i.state = 'done' and i.channel = 'whatsapp' and not exists (
                    select from said m where m.id = i.message_id and m.turn_id is not null and (m.state <> 'done' or m.reply_id is not null)))
                + (select count(*) from stored i where i.state = 'done' and i.channel = 'lead_ads' and not exists (select from leads l where l.id = i.lead_id)),
            (select count(*) - count(distinct external_id) from said)
                + (select count(*) - count(distinct reply_id) from said where reply_id is not null)
                + (select count(*) from messages m where m.author = 'bot' and m.conversation_id in (select conversation_id from talks)
                    and not exists (select from turns t where t.reply_id = m.id))
                + (select count(*) from leads l where l.source = 'lead_ads' and l.created_at >= $3
                    and not exists (select from lead_form_leads f where f.lead_id = l.id)),
            (select count(*) from said a join said b using (conversation_id) where a.id < b.id and a.reply_id > b.reply_id),
            (select count(distinct conversation_id) from talks),
            (select count(*) - count(distinct contact) from talks),
            (select count(distinct lead_id) from stored),
            (select count(*) from said where state in ('queued', 'running'))
                + (select count(*) from outgoing where state in ('queued', 'sending') and conversation_id in (select conversation_id from talks))
        """;

    public async Task<SimulatorLedger> ReadAsync(CancellationToken cancellationToken)
    {
        // What was acknowledged a moment ago is a delivery still.
        await deliveries.SplitAllAsync(cancellationToken);
        var (messages, forms, began) = runner.Acknowledged;
        await using var batch = database.CreateBatch().Then(Count, Sql.Of(messages), Sql.Of(forms), Sql.Of(began));
        await using var row = await batch.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        int At(int place) => (int)row.GetInt64(place);
        return new(messages.Length + forms.Length, At(0), At(1), At(2), At(3), At(4), At(5) + sentTwice.Count, At(6), At(7), At(8), At(9), At(10));
    }
}
