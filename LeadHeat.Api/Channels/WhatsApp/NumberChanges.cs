using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Core.Live;
using Npgsql;

namespace LeadHeat.Api.Channels.WhatsApp;

/// <summary>Somebody has a new number: their lead shows it, and is found by it, with the conversation that they had before.</summary>
internal sealed class NumberChanges(NpgsqlDataSource database, LiveEvents live, TimeProvider clock)
{
    // A statement of its own, as turns lock: lead, then contact. $1 session.
    private const string Lock = """
        select l.id, l.contact_id, c.id from sessions s join conversations c on c.id = s.conversation_id join leads l on l.id = c.lead_id where s.id = $1
        for no key update of l
        """;

    // Only what WhatsApp said is put right; what somebody wrote of another number stays. $1 lead, $2 contact, $3 number, $4 now, $5 activity.
    private const string Change = """
        with before as materialized (
            select f ->> 'display' as number from lead_profiles p cross join lateral jsonb_array_elements(p.facts) f
            where p.lead_id = $1 and f ->> 'field' = 'phone' and f ->> 'setBy' = 'channel' and f ->> 'display' <> $3),
        profile as (
            update lead_profiles p set updated_at = $4, facts = (
                select jsonb_agg(case when f ->> 'field' = 'phone' and f ->> 'setBy' = 'channel'
                    then f || jsonb_build_object('value', jsonb_build_object('text', $3), 'display', $3, 'at', to_jsonb($4)) else f end order by n)
                from jsonb_array_elements(p.facts) with ordinality e (f, n))
            from before where p.lead_id = $1),
        lead as (update leads set search = replace(search, before.number, $3), last_activity_at = $4 from before where id = $1),
        contact as (update contacts set phone = $3, updated_at = $4 from before where id = $2 and phone = before.number)
        insert into activities (id, lead_id, kind, text, actor, at) select $5, $1, 'note', 'Has a new WhatsApp number', 'WhatsApp', $4 from before
        """;

    /// <summary>Whose lead it is; null where they have none.</summary>
    public async Task<Guid?> ApplyAsync(Guid sessionId, string number, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await LockAsync(connection, sessionId, cancellationToken) is not var (lead, contact, conversation))
            return null;
        var now = clock.GetUtcNow();
        await using (var batch = connection.CreateBatch())
        {
            batch.Then(Change, Sql.Of(lead), Sql.Of(contact), Sql.Of(number), Sql.Of(now), Sql.Of(Guid.CreateVersion7(now)));
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        live.Publish(LiveEventKind.LeadChanged, lead, conversation);
        return lead;
    }

    private static async Task<(Guid Lead, Guid Contact, Guid Conversation)?> LockAsync(NpgsqlConnection connection, Guid sessionId, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(Lock, Sql.Of(sessionId));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2)) : null;
    }
}
