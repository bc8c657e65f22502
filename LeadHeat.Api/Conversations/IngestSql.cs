namespace LeadHeat.Api.Conversations;

internal static class IngestSql
{
    // Two messages of one conversation go one after the other, so that the first of them makes the lead and the second finds it.
    // A statement of its own: the next one then sees what a message before this one has stored. In one order: whoever locks two
    // conversations locks them in this one. $1 sessions.
    public const string LockAll = """
        select 1 from sessions s join conversations c on c.id = s.conversation_id where s.id = any((select $1)::uuid[])
        order by c.id for no key update of c
        """;

    // Messages of leads that are there already: all but the first of a conversation. To have Postgres open the tables and indexes of a new lead as
    // well takes as long as the rest. $1 sessions, $2 external ids, $3 texts, $4 last words, ids: $5 messages, $6 turns; $7 traces, $8 now.
    // No row: the first message, a duplicate, no such session, or one more of the same lead, of which only the first is taken.
    public const string Next = """
        with place as materialized (
            select distinct on (c.lead_id) g.*, c.id as conversation_id, c.handling, c.lead_id
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::text[]) with ordinality
                as g (session_id, external_id, text, last_words, message_id, turn_id, trace, came)
            join sessions s on s.id = g.session_id
            join conversations c on c.id = s.conversation_id
            where c.lead_id is not null
            order by c.lead_id, g.came),
        said as (
            insert into messages (id, conversation_id, author, text, external_id, created_at)
            select message_id, conversation_id, 'visitor', text, external_id, $8 from place
            on conflict (conversation_id, external_id) do nothing
            returning id),
        taken as materialized (select place.* from place join said on said.id = place.message_id),
        conversation as (
            update conversations set last_message_at = $8 from taken where conversations.id = taken.conversation_id),
        listed as (
            update leads set last_words = taken.last_words, last_author = 'visitor', message_count = message_count + 1, last_activity_at = $8,
                   waiting_since = case when taken.handling = 'bot' then waiting_since else coalesce(waiting_since, $8) end
            from taken where leads.id = taken.lead_id)
        insert into turns (id, conversation_id, lead_id, message_id, state, trace_parent, created_at, queued_at, finished_at)
        select turn_id, conversation_id, lead_id, message_id, case when handling = 'human' then 'silent' else 'queued' end, trace, $8, $8,
               case when handling = 'human' then $8 end
        from taken
        returning id, lead_id, conversation_id, message_id, state, (select handling from taken where taken.turn_id = turns.id), attempts
        """;

    // Any messages, a conversation's first among them. $1 sessions, $2 external ids, $3 texts, $4 last words, ids: $5 messages, $6 turns; $7 traces, $8 now;
    // ids: $9 leads, $10 contacts, $11 activities.
    // The greeting becomes a message when it is answered; its id is its session's, made when it was said, so it sorts first. Where somebody
    // wrote first there is none.
    // No row: a duplicate, no such session, or one more of the same conversation or lead, of which only the first is taken.
    public const string Any = """
        with place as materialized (
            select distinct on (coalesce(c.lead_id, c.id)) g.*, s.channel, s.greeting, s.created_at as greeted_at,
                   c.id as conversation_id, c.playbook, c.handling, c.lead_id
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::text[], $9::uuid[], $10::uuid[], $11::uuid[]) with ordinality
                as g (session_id, external_id, text, last_words, message_id, turn_id, trace, new_lead, new_contact, activity_id, came)
            join sessions s on s.id = g.session_id
            join conversations c on c.id = s.conversation_id
            order by coalesce(c.lead_id, c.id), g.came),
        said as (
            insert into messages (id, conversation_id, author, text, external_id, created_at)
            select message_id, conversation_id, 'visitor', text, external_id, $8 from place
            on conflict (conversation_id, external_id) do nothing
            returning id),
        taken as materialized (select place.* from place join said on said.id = place.message_id),
        opened as materialized (select * from taken where lead_id is null),
        contact as (
            insert into contacts (id, created_at, updated_at) select new_contact, $8, $8 from opened),
        lead as (
            insert into leads (id, contact_id, conversation_id, playbook, source, status, status_since, name, heat, handling,
                               last_words, last_author, message_count, created_at, last_activity_at)
            select new_lead, new_contact, conversation_id, playbook, channel, 'new', $8, 'Visitor', 'unqualified', handling, last_words, 'visitor',
                   case when greeting = '' then 1 else 2 end, $8, $8
            from opened),
        profile as (
            insert into lead_profiles (lead_id, updated_at) select new_lead, $8 from opened),
        greeting as (
            insert into messages (id, conversation_id, author, text, external_id, agent, created_at)
            select session_id, conversation_id, 'bot', greeting, 'greeting:' || new_lead, 'built-in', greeted_at from opened where greeting <> ''),
        activity as (
            insert into activities (id, lead_id, kind, text, actor, at)
            select activity_id, new_lead, 'created', 'Wrote for the first time', 'Visitor', $8 from opened),
        conversation as (
            update conversations set lead_id = coalesce(conversations.lead_id, taken.new_lead), last_message_at = $8
            from taken where conversations.id = taken.conversation_id),
        listed as (
            update leads set last_words = taken.last_words, last_author = 'visitor', message_count = message_count + 1, last_activity_at = $8,
                   waiting_since = case when taken.handling = 'bot' then waiting_since else coalesce(waiting_since, $8) end
            from taken where leads.id = taken.lead_id)
        insert into turns (id, conversation_id, lead_id, message_id, state, trace_parent, created_at, queued_at, finished_at)
        select turn_id, conversation_id, coalesce(lead_id, new_lead), message_id, case when handling = 'human' then 'silent' else 'queued' end, trace,
               $8, $8, case when handling = 'human' then $8 end
        from taken
        returning id, lead_id, conversation_id, message_id, state, (select handling from taken where taken.turn_id = turns.id), attempts
        """;

    public const string Find = """
        select t.id, t.lead_id, t.conversation_id, t.message_id, t.state, c.handling, t.attempts
        from sessions s
        join messages m on m.conversation_id = s.conversation_id and m.external_id = $2
        join turns t on t.message_id = m.id
        join conversations c on c.id = s.conversation_id
        where s.id = $1
        """;
}
