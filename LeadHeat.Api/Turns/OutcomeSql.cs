namespace LeadHeat.Api.Turns;

internal static class OutcomeSql
{
    // Locks in the order in which everybody does: turn, conversation, lead, profile; of several turns one conversation after the other, by their ids.
    // The contact is no part of the join: a lead that was given to another one while this waited would drop out of it. $1 turns.
    public const string Read = """
        select t.state, t.conversation_id, t.lead_id, t.created_at, c.owner_version, c.handling, c.playbook, c.dialogue,
               p.facts, l.heat, l.contact_id, (select array[k.name, k.email, k.phone] from contacts k where k.id = l.contact_id), q.card, q.card_version,
               q.top_matches, t.attempts, t.id
        from turns t
        join conversations c on c.id = t.conversation_id
        join leads l on l.id = t.lead_id
        join lead_profiles p on p.lead_id = t.lead_id
        left join qualifications q on q.id = l.qualification_id
        where t.id = any((select $1)::uuid[])
        order by c.id
        for no key update of t, c, l, p
        """;

    // A statement of its own: what a person stored while the other one waited for the lead is seen by this one only. $1 turns.
    public const string Adjustments = """
        select t.id, q.ledger
        from turns t join leads l on l.id = t.lead_id join qualifications q on q.id = l.qualification_id and q.adjusted
        where t.id = any((select $1)::uuid[])
        """;

    // $1 turns, $2 conversations, $3 leads, ids: $4 replies, $5 qualifications or null for the one that is there; of the reply: $6 text, $7 chips,
    // $8 cards, $9 tools, $10 agent, $11 citations, $12 last words; $13 dialogue, $14 end, $15 hand-off's reason or null; of the lead: $16 name,
    // $17 city, $18 wants, $19 value, $20 currency, $21 search, $22 score, $23 heat; $24 what the agent did, packed, or null; $25 now.
    public const string Store = """
        with given as materialized (
            select * from unnest(
                $1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::jsonb[], $8::jsonb[], $9::jsonb[], $10::text[], $11::jsonb[],
                $12::text[], $13::jsonb[], $14::jsonb[], $15::text[], $16::text[], $17::text[], $18::text[], $19::numeric[], $20::text[], $21::text[],
                $22::int[], $23::text[], $24::bytea[])
            as g (turn_id, conversation_id, lead_id, reply_id, qualification_id, text, chips, cards, tools, agent, citations, last_words, dialogue, outcome,
                  handoff, name, city, wants, value, currency, search, score, heat, record)),
        said as (
            insert into messages (id, conversation_id, author, text, chips, cards, tools, agent, external_id, created_at, citations)
            select reply_id, conversation_id, 'bot', text, chips, cards, tools, agent, 'turn:' || turn_id, $25, citations from given),
        owned as (
            update conversations c
            set dialogue = g.dialogue, last_message_at = $25,
                handling = case when g.handoff is not null and c.handling = 'bot' then 'queued' else c.handling end,
                owner_version = c.owner_version + case when g.handoff is not null and c.handling = 'bot' then 1 else 0 end,
                handoff_reason = coalesce(g.handoff, c.handoff_reason), handed_over_at = case when g.handoff is null then c.handed_over_at else $25 end
            from given g where c.id = g.conversation_id),
        listed as (
            update leads l
            set name = g.name, city = g.city, wants = g.wants, value = g.value, currency = g.currency, search = g.search,
                previous_score = case when l.score is distinct from g.score then l.score else l.previous_score end,
                score = g.score, heat = g.heat, qualification_id = coalesce(g.qualification_id, l.qualification_id),
                handling = case when g.handoff is not null and l.handling = 'bot' then 'queued' else l.handling end,
                waiting_since = case when g.handoff is not null then coalesce(l.waiting_since, $25) else l.waiting_since end,
                last_words = g.last_words, last_author = 'bot', message_count = l.message_count + 1, last_activity_at = $25
            from given g where l.id = g.lead_id),
        recorded as (
            insert into turn_records (turn_id, data) select turn_id, record from given where record is not null)
        update turns t set state = 'done', reply_id = g.reply_id, outcome = g.outcome, finished_at = $25, lease_until = null
        from given g where t.id = g.turn_id
        """;

    // What is null stays as it is: a person's other leads know of it. $1 contact, $2 name, $3 e-mail, $4 phone, $5 now.
    public const string Contact = """
        update contacts set name = coalesce($2, name), email = coalesce($3, email), phone = coalesce($4, phone), updated_at = $5 where id = $1
        """;

    // What is to be done already is not noted again. $1 id, $2 lead, $3 title, $4 now.
    public const string Task = """
        insert into tasks (id, lead_id, title, status, created_at)
        select $1, $2, $3, 'open', $4
        where not exists (select from tasks where lead_id = $2 and title = $3 and status = 'open')
        """;

    // $1 ids, $2 leads, $3 kinds, $4 texts, $5 now.
    public const string Activities = """
        insert into activities (id, lead_id, kind, text, actor, at) select *, 'Bot', $5 from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[])
        """;

    // The next turn of each conversation: a job of its own was refused as too early. $1 turns that are over.
    public const string Next = """
        select distinct on (n.conversation_id) n.id, n.trace_parent
        from turns t join turns n on n.conversation_id = t.conversation_id and n.finished_at is null and n.state = 'queued'
        where t.id = any((select $1)::uuid[])
        order by n.conversation_id, n.id
        """;
}
