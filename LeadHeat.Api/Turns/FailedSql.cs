namespace LeadHeat.Api.Turns;

internal static class FailedSql
{
    // Tried again after 0.5, 2, 8 and 32 seconds: the sweeper takes it up when it has been queued for its patience.
    // $1 turn, $2 worker, $3 reason, $4 now less the sweeper's patience, $5 most attempts. After the last attempt it is left to be buried.
    public const string GiveBack = """
        update turns
        set state = case when attempts < $5 then 'queued' else state end, failure = $3, worker = null, lease_until = null,
            queued_at = $4 + interval '0.5 s' * power(4, attempts - 1)
        where id = $1 and worker = $2 and state = 'running'
        returning attempts
        """;

    // $1 turn.
    public const string Lock = """
        select 1 from turns t join conversations c on c.id = t.conversation_id
        where t.id = $1 and t.state in ('queued', 'running') for no key update
        """;

    // $1 turn, $2 now, $3 reason, $4 message, $5 its text, $6 activity, $7 end.
    public const string Bury = """
        with buried as (
            update turns set state = 'dead', failure = $3, finished_at = $2, lease_until = null, worker = null, outcome = $7
            where id = $1 and state in ('queued', 'running')
            returning id, lead_id, conversation_id, attempts),
        said as (
            insert into messages (id, conversation_id, author, text, external_id, created_at)
            select $4, conversation_id, 'system', $5, 'dead:' || $4, $2 from buried),
        owned as (
            update conversations c
            set handling = case when c.handling = 'human' then 'human' else 'queued' end, owner_version = c.owner_version + 1,
                handoff_reason = 'The bot failed', handed_over_at = $2, last_message_at = $2
            from buried where c.id = buried.conversation_id
            returning c.handling),
        listed as (
            update leads l
            set handling = owned.handling, waiting_since = coalesce(l.waiting_since, $2), last_words = $5, last_author = 'system',
                message_count = l.message_count + 1, last_activity_at = $2
            from buried, owned where l.id = buried.lead_id),
        activity as (
            insert into activities (id, lead_id, kind, text, actor, at)
            select $6, lead_id, 'handling_changed', 'Waits for a person: the bot failed', 'System', $2 from buried)
        select lead_id, conversation_id, attempts from buried
        """;

    public const string List = """
        select t.id, t.lead_id, l.name, t.attempts, t.failure, t.created_at, t.finished_at
        from turns t join leads l on l.id = t.lead_id
        where t.state = 'dead' and t.failure is not null and t.finished_at is not null
        order by t.finished_at desc limit 200
        """;

    // A turn of a conversation that a person took over meanwhile becomes silent when it is claimed. $1 turn, $2 now.
    public const string Replay = """
        with again as (
            update turns set state = 'queued', attempts = 0, failure = null, finished_at = null, outcome = null, queued_at = $2
            where id = $1 and state = 'dead'
            returning trace_parent, lead_id, conversation_id),
        owned as (
            update conversations c set handling = 'bot', owner_version = c.owner_version + 1, handoff_reason = null, handed_over_at = null
            from again where c.id = again.conversation_id and c.handling = 'queued'
            returning c.lead_id),
        listed as (
            update leads l set handling = 'bot', waiting_since = null
            from owned where l.id = owned.lead_id)
        select trace_parent, lead_id, conversation_id from again
        """;
}
