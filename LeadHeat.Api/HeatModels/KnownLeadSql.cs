using LeadHeat.Core.Leads;

namespace LeadHeat.Api.HeatModels;

internal static class KnownLeadSql
{
    /// <summary>A pause between a visitor's messages after which the next one is a new visit.</summary>
    private const string Visit = "interval '30 minutes'";

    // What was known of leads, until their outcome where they have one. An open lead's dialogue says how it was heard last; how a closed one was heard
    // before its outcome stands in a turn's record. $1 leads.
    public const string Read = $"{Seen} left join lead_profiles p on p.lead_id = l.id {Rest}";

    // The same without facts, for who has them already. $1 leads.
    public const string ReadSeen = $"{Seen} cross join (select null::jsonb as facts) p {Rest}";

    private const string Seen = """
        select l.id, l.playbook, l.status, l.status_since, l.score, l.last_activity_at, l.source, l.created_at, v.channel,
               (v.dialogue ->> 'frustration')::int, v.last_message_at,
               k.phone is not null, k.created_at, coalesce(p.facts, '[]'), f.features, f.known_at, m.written, m.minutes, m.visits, r.data, r.finished_at,
               case when l.status not in ('won', 'lost') then v.dialogue ->> 'sentiment' end
        from leads l
        join contacts k on k.id = l.contact_id
        """;

    private const string Rest = $"""
        left join conversations v on v.id = l.conversation_id
        left join lead_features f on f.lead_id = l.id
        left join lateral (
            select count(*) filter (where own)::int as written,
                   percentile_cont(0.5) within group (order by extract(epoch from at - before) / 60) filter (where own and not own_before) as minutes,
                   count(*) filter (where own and (at - own_at > {Visit} or own_at is null))::int as visits
            from (
                select s.created_at as at, s.author = 'visitor' as own, lag(s.created_at) over said as before, lag(s.author) over said = 'visitor' as own_before,
                       max(s.created_at) filter (where s.author = 'visitor') over (said rows between unbounded preceding and 1 preceding) as own_at
                from messages s
                where s.conversation_id = l.conversation_id and (l.status not in ('won', 'lost') or s.created_at <= l.status_since)
                window said as (order by s.id)) each_message) m on true
        left join lateral (
            select d.data, t.finished_at
            from turns t join turn_records d on d.turn_id = t.id
            where t.lead_id = l.id and t.finished_at is not null
                and (l.status in ('won', 'lost') or v.dialogue ->> 'sentiment' is null) and (l.status not in ('won', 'lost') or t.finished_at <= l.status_since)
            order by t.id desc limit 1) r on true
        where l.id = any($1)
        """;

    // $1 most.
    public const string Closed = $"select id from leads where status in ('won', 'lost') and {Decided} order by status_since desc, id desc limit $1";

    public const string CountClosed =
        $"select (select count(*)::int from leads where status = 'won'), (select count(*)::int from leads where status = 'lost' and {Decided})";

    // A duplicate was closed for another lead of the same person: nobody decided anything.
    private const string Decided = $"lost_reason is distinct from '{LostReasons.Duplicate}'";
}
