namespace LeadHeat.Api.Turns;

internal static class OutcomeSql
{
    // Locks in the order in which everybody does: turn, conversation, lead, profile. The contact is no part of the join: a lead that was
    // given to another one while this waited would drop out of it. $1 turn.
    public const string Read = """
        select t.state, t.conversation_id, t.lead_id, t.created_at, c.owner_version, c.handling, c.playbook, c.dialogue,
               p.facts, l.heat, l.contact_id, (select array[k.name, k.email, k.phone] from contacts k where k.id = l.contact_id), q.card, q.card_version,
               q.top_matches, t.attempts
        from turns t
        join conversations c on c.id = t.conversation_id
        join leads l on l.id = t.lead_id
        join lead_profiles p on p.lead_id = t.lead_id
        left join qualifications q on q.id = l.qualification_id
        where t.id = $1
        for no key update of t, c, l, p
        """;

    // A statement of its own: what a person stored while the other one waited for the lead is seen by this one only. $1 turn.
    public const string Adjustments = """
        select q.ledger
        from turns t join leads l on l.id = t.lead_id join qualifications q on q.id = l.qualification_id and q.adjusted
        where t.id = $1
        """;

    // $1 turn, $2 conversation, $3 lead, $4 now, $5 reply's id, $6 text, $7 chips, $8 cards, $9 tools, $10 agent, $11 dialogue, $12 end,
    // $13 hand-off's reason or null, $14 name, $15 city, $16 wants, $17 value, $18 currency, $19 search, $20 score, $21 heat,
    // $22 qualification or null for the one that is there, $23 last words, $24 what the agent did, packed, or null, $25 citations.
    public const string Store = """
        with said as (
            insert into messages (id, conversation_id, author, text, chips, cards, tools, agent, external_id, created_at, citations)
            values ($5, $2, 'bot', $6, $7, $8, $9, $10, 'turn:' || $1, $4, $25)),
        owned as (
            update conversations
            set dialogue = $11, last_message_at = $4,
                handling = case when $13::text is not null and handling = 'bot' then 'queued' else handling end,
                owner_version = owner_version + case when $13 is not null and handling = 'bot' then 1 else 0 end,
                handoff_reason = coalesce($13, handoff_reason), handed_over_at = case when $13 is null then handed_over_at else $4 end
            where id = $2),
        listed as (
            update leads
            set name = $14, city = $15, wants = $16, value = $17, currency = $18, search = $19,
                previous_score = case when score is distinct from $20 then score else previous_score end,
                score = $20, heat = $21, qualification_id = coalesce($22, qualification_id),
                handling = case when $13 is not null and handling = 'bot' then 'queued' else handling end,
                waiting_since = case when $13 is not null then coalesce(waiting_since, $4) else waiting_since end,
                last_words = $23, last_author = 'bot', message_count = message_count + 1, last_activity_at = $4
            where id = $3),
        recorded as (
            insert into turn_records (turn_id, data) select $1, $24 where $24 is not null)
        update turns set state = 'done', reply_id = $5, outcome = $12, finished_at = $4, lease_until = null
        where id = $1
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

    // $1 id, $2 lead, $3 kind, $4 text, $5 now.
    public const string Activity = "insert into activities (id, lead_id, kind, text, actor, at) values ($1, $2, $3, $4, 'Bot', $5)";
}
