using LeadHeat.Api.Conversations;
using LeadHeat.Api.Scoring;

namespace LeadHeat.Api.Records;

internal static class RecordSql
{
    // $1 turn, in all of these.
    public const string Turn = """
        select t.state, t.attempts, t.created_at, t.finished_at, t.failure, t.outcome, t.lead_id, l.name, t.conversation_id, c.playbook, r.data
        from turns t
        join leads l on l.id = t.lead_id
        join conversations c on c.id = t.conversation_id
        left join turn_records r on r.turn_id = t.id
        where t.id = $1
        """;

    public const string Message = $"select {MessageRows.Columns} from messages m where m.id = (select message_id from turns where id = $1)";

    public const string Reply = $"select {MessageRows.Columns} from messages m where m.id = (select reply_id from turns where id = $1)";

    public const string Calls = """
        select k.model, k.outcome, k.input_tokens, k.output_tokens, k.milliseconds, k.cost, k.at
        from model_calls k
        where k.turn_id = $1 order by k.id
        """;

    // The ledger that the turn wrote, and the one before it.
    public const string Ledgers = $"""
        with written as (
            select q.id, q.lead_id, q.score from turns t join qualifications q on q.lead_id = t.lead_id and q.turn_id = t.id
            where t.id = $1 order by q.id limit 1),
        before as (
            select q.id, q.score from written w join qualifications q on q.lead_id = w.lead_id and q.id < w.id
            order by q.id desc limit 1)
        select x.is_after, x.score, {LedgerRows.Columns}
        from (select id, score, true as is_after from written union all select id, score, false from before) x
        join score_ledger g on g.qualification_id = x.id
        order by x.is_after, g.position
        """;

    // $1 a run, $2 the turn, $3 agent, $4 recorded tools, $5 now, $6 today's playbook.
    public const string Start = """
        insert into turn_reruns (id, turn_id, agent, recorded_tools, created_at, current_playbook)
        select $1, r.turn_id, $3, $4, $5, $6 from turn_records r where r.turn_id = $2
        """;

    public const string PlaybooksKept = "select name, version, first_seen from playbook_versions order by first_seen desc";

    // $1 name, $2 version, $3 its files, $4 now.
    public const string KeepPlaybook = "insert into playbook_versions (name, version, files, first_seen) values ($1, $2, $3, $4) on conflict do nothing";

    // $1 name, $2 version.
    public const string PlaybookFiles = "select files from playbook_versions where name = $1 and version = $2";

    // $1 runs.
    public const string Claim = """
        select n.id, n.agent, n.recorded_tools, r.data, m.text, n.current_playbook
        from turn_reruns n
        join turn_records r on r.turn_id = n.turn_id
        join turns t on t.id = n.turn_id
        join messages m on m.id = t.message_id
        where n.id = any((select $1)::uuid[]) and n.finished_at is null
        """;

    // As an agent reads them when it claims a turn. $1 messages.
    public const string History = """
        select m.id, m.author, m.author_name, m.text, m.agent, m.cards, m.created_at
        from messages m where m.id = any((select $1)::uuid[]) order by m.id
        """;

    // $1 run, $2 what it did, $3 now.
    public const string Finish = """
        update turn_reruns n set data = $2, finished_at = $3
        from turns t
        where n.id = $1 and n.finished_at is null and t.id = n.turn_id
        returning n.turn_id, t.conversation_id
        """;

    // $1 run.
    public const string Finished = """
        select r.data, n.data from turn_reruns n join turn_records r on r.turn_id = n.turn_id
        where n.id = $1 and n.finished_at is not null
        """;
}
