using LeadHeat.Api.Scoring;

namespace LeadHeat.Api.Turns;

internal static class ClaimSql
{
    // any((select $1)::uuid[]) hides how many ids there are, so that one plan serves all claims instead of a new one for each.

    // $1 turn ids, $2 worker, $3 now, $4 lease until, $5 most attempts. One row a turn that exists.
    public const string Claim = $"""
        with judged as materialized (
            select t.id, case
                when t.state in ('done', 'silent') then 'finished'
                when t.state = 'dead' then 'dead'
                when t.state = 'running' and t.lease_until > $3 and t.worker <> $2 then 'held'
                when exists (select from turns e where e.conversation_id = t.conversation_id and e.id < t.id and e.finished_at is null)
                    then 'not_yet'
                when c.handling = 'human' then 'silent'
                when t.attempts >= $5 then 'dead'
                else 'claimed' end as result
            from turns t join conversations c on c.id = t.conversation_id
            where t.id = any((select $1)::uuid[])
            order by t.id
            for no key update of t),
        taken as (
            update turns t set state = 'running', attempts = t.attempts + 1, worker = $2, lease_until = $4
            from judged j
            where t.id = j.id and j.result = 'claimed')
        select t.id, j.result, t.conversation_id, t.lead_id, c.owner_version, t.attempts + 1, c.playbook, c.channel, m.created_at, m.id, m.text,
               p.facts, c.dialogue, t.trace_parent, c.handling, {LedgerRows.IfAdjusted}
        from judged j
        join turns t on t.id = j.id
        join conversations c on c.id = t.conversation_id
        join messages m on m.id = t.message_id
        join lead_profiles p on p.lead_id = t.lead_id
        join leads l on l.id = t.lead_id
        left join qualifications q on q.id = l.qualification_id
        """;

    // What the bot said while the visitor already wrote on counts as said before: turns are answered in their order.
    // $1 turn ids, $2 worker, $3 most messages. Only what an agent reads: cards ("the second one"), but no tools.
    public const string History = """
        select t.id, m.id, m.author, m.author_name, m.text, m.agent, m.cards, m.created_at
        from turns t
        join conversations c on c.id = t.conversation_id
        cross join lateral (
            select * from messages m
            where m.conversation_id = t.conversation_id and m.id <> t.message_id and (m.id < t.message_id or m.author <> 'visitor')
                and (c.context_from is null or m.created_at >= c.context_from)
            order by m.id desc limit $3) m
        where t.id = any((select $1)::uuid[]) and t.worker = $2 and t.state = 'running'
        order by t.id, m.id
        """;

    // $1 turn ids, $2 worker, $3 lease until.
    public const string Renew = "update turns set lease_until = $3 where id = any((select $1)::uuid[]) and worker = $2 and state = 'running'";
}
