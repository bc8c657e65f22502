using LeadHeat.Api.Data;
using Npgsql;

namespace LeadHeat.Api.Channels;

/// <summary>Somebody else has a person's number now: it proves nothing of that person any more.</summary>
internal static class LostNumbers
{
    // As turns lock: the lead first. The number stays in sight, as something that was said. $1 session, $2 now, $3 activity.
    private const string Lose = """
        with lead as materialized (
            select l.id, l.contact_id from sessions s join conversations c on c.id = s.conversation_id join leads l on l.id = c.lead_id where s.id = $1 for no key update of l),
        profile as (
            update lead_profiles p set updated_at = $2, facts = (
                select coalesce(jsonb_agg(case when f ->> 'field' = 'phone' and f ->> 'setBy' = 'channel' then f || '{"setBy":"bot"}' else f end order by n), '[]')
                from jsonb_array_elements(p.facts) with ordinality e (f, n))
            from lead where p.lead_id = lead.id),
        checked as (insert into contact_checks (contact_id) select contact_id from lead)
        insert into activities (id, lead_id, kind, text, actor, at)
        select $3, id, 'note', 'Somebody else may have this WhatsApp number now: what is written from there begins a new conversation', 'WhatsApp', $2 from lead
        """;

    public static NpgsqlBatch ThenLoseNumber(this NpgsqlBatch batch, Guid sessionId, DateTimeOffset now) =>
        batch.Then(Lose, Sql.Of(sessionId), Sql.Of(now), Sql.Of(Guid.CreateVersion7(now)));
}
