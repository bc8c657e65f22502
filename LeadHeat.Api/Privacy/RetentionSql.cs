namespace LeadHeat.Api.Privacy;

internal static class RetentionSql
{
    // Chats in which nothing was written. $1 before.
    private const string Sessions = """
        from conversations v
        where v.lead_id is null and v.created_at < $1
            and not exists (select from sessions s where s.conversation_id = v.id and s.last_seen_at >= $1)
        """;

    public const string CountSessions = $"select count(*)::int, min(v.created_at) {Sessions}";

    // $1 before, $2 most.
    public const string DropSessions = $"delete from conversations where id in (select v.id {Sessions} order by v.created_at limit $2 for update skip locked)";

    // People of whom nothing is known, with whom nobody of the team deals. $1 before.
    private const string Anonymous = """
        from contacts k
        where k.merged_into is null and k.name is null and k.email is null and k.phone is null and k.created_at < $1
            and not exists (select from leads l where l.contact_id = k.id and (l.last_activity_at >= $1 or l.owner_id is not null
                or l.status not in ('new', 'working', 'lost')))
            and not exists (
                select from leads l join sessions s on s.conversation_id = l.conversation_id join channel_identities i on i.session_id = s.id
                where l.contact_id = k.id)
        """;

    public const string CountAnonymous = $"select count(*)::int, min(k.created_at) {Anonymous}";

    // $1 before, $2 most.
    public const string TakeAnonymous = $"select k.id {Anonymous} order by k.created_at limit $2";

    // People with whom nothing has happened; what a file brought counts from when it came. $1 before.
    private const string Old = """
        from leads l join contacts k on k.id = l.contact_id
        where l.last_activity_at < $1 and k.updated_at < $1 and not exists (
            select from leads n where n.contact_id = l.contact_id and n.last_activity_at >= $1)
        """;

    public const string CountOld = $"select count(distinct k.id)::int, min(l.last_activity_at) {Old}";

    // $1 before, $2 most.
    public const string TakeOld = $"select distinct id from (select k.id {Old} order by l.last_activity_at limit $2) oldest";

    // Comparisons with Meta; the newest is what the team sees. $1 an id of then.
    private const string Comparisons = """
        from reconciliations r
        where r.id < $1 and r.finished_at is not null and exists (select from reconciliations n where n.requested_at > r.requested_at)
        """;

    // Ids rise with the time. $1 an id of then.
    public const string CountInbound = $"""
        select (select count(*)::int from inbound where id < $1 and state <> 'pending')
                + (select count(*)::int from deliveries d where d.id < $1 and d.split_at is not null and not exists (select from inbound i where i.delivery_id = d.id))
                + (select count(*)::int {Comparisons}),
            least((select received_at from deliveries where id < $1 order by id limit 1), (select min(r.requested_at) {Comparisons}))
        """;

    // $1 an id of then, $2 most.
    public const string DropEvents = "delete from inbound where id in (select id from inbound where id < $1 and state <> 'pending' order by id limit $2 for update skip locked)";

    public const string DropDeliveries = """
        delete from deliveries where id in (
            select d.id from deliveries d
            where d.id < $1 and d.split_at is not null and not exists (select from inbound i where i.delivery_id = d.id)
            order by d.id limit $2 for update skip locked)
        """;

    public const string DropComparisons = $"delete from reconciliations where id in (select r.id {Comparisons} order by r.id limit $2 for update of r skip locked)";

    // $1 before.
    public const string CountRefused = "select count(*)::int, min(received_at) from refused_bodies where received_at < $1";

    // $1 before, $2 most.
    public const string DropRefused =
        "delete from refused_bodies where id in (select id from refused_bodies where received_at < $1 order by id limit $2 for update skip locked)";

    // $1 before.
    private const string Uploads = """
        from uploads u
        where u.finished_at < $1 and (u.preview <> '[]' or u.mapping::text like '%"samples": ["%' or exists (select from upload_errors e where e.upload_id = u.id))
        """;

    public const string CountUploads = $"select count(*)::int, min(u.finished_at) {Uploads}";

    // One at a time: a file may have had a million rows that were refused. $1 before, $2 most.
    public const string DropUploads = $"""
        with old as (select u.id {Uploads} order by u.finished_at limit least($2, 1) for update skip locked),
        errors as (delete from upload_errors e using old where e.upload_id = old.id)
        update uploads u set preview = '[]', mapping = (select coalesce(jsonb_agg(c || '{JsonWithout}'), '[]') from jsonb_array_elements(u.mapping) c)
        from old where u.id = old.id
        """;

    private const string JsonWithout = """{"samples":[]}""";

    // $1 before.
    public const string CountTombstones = "select count(*)::int, min(at) from tombstones where at < $1";

    // $1 before, $2 most. Who can still be restored keeps theirs.
    public const string DropTombstones = """
        delete from tombstones where mark in (
            select t.mark from tombstones t
            where t.at < $1 and not exists (select from deleted_people d where d.contact_id = t.contact_id) order by t.at limit $2)
        """;

    // $1 now.
    public const string CountDeleted = "select count(*)::int, min(deleted_at) from deleted_people where erase_at <= $1";

}
