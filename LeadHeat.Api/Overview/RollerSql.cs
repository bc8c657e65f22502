namespace LeadHeat.Api.Overview;

internal static class RollerSql
{
    // One Api at a time. The number locks nothing else.
    public const string Lock = "select pg_try_advisory_xact_lock(4715208001)";

    // Waits for a roll that is under way.
    public const string WaitForLock = "select pg_advisory_xact_lock(4715208001)";

    // $1 zone, $2 now.
    public const string Begin = """
        insert into overview_state (zone, followed_to, walked_to) values ($1, $2, '00000000-0000-0000-0000-000000000000') on conflict do nothing
        """;

    public const string Where = "select zone, followed_to, walked_to, circled_at from overview_state";

    // Everything is counted anew. Rules keep their numbers, because addresses name them.
    public const string Forget = "truncate overview_leads, overview_days, overview_months, overview_slices";

    // $1 zone, $2 now.
    public const string BeginAgain = """
        update overview_state set zone = $1, followed_to = $2, walked_to = '00000000-0000-0000-0000-000000000000', circled_at = null, rolled_at = null, counted = 0
        """;

    // What passes through within one transaction.
    public const string Staging = """
        create temporary table if not exists overview_staged (
            lead_id uuid, playbook text, source text, owner_id uuid, day date, cells integer[], seen bigint) on commit delete rows;
        create temporary table if not exists overview_changes (slice integer, day date, cell integer, n integer) on commit delete rows
        """;

    // Leads by their last activity that count otherwise than they were counted. $1 since, $2 most.
    public const string Active = """
        select l.id from leads l left join overview_leads o on o.lead_id = l.id
        where l.last_activity_at >= $1 and o.seen is distinct from overview_seen(l) limit $2
        """;

    // Whatever is scored gets a judgement whose id tells the time, also where nobody wrote or did anything. $1 since, as an id, $2 most.
    public const string Judged = """
        select l.id from qualifications q join leads l on l.id = q.lead_id and l.qualification_id = q.id left join overview_leads o on o.lead_id = l.id
        where q.id >= $1 and o.seen is distinct from overview_seen(l) limit $2
        """;

    // $1 most.
    public const string Gone = "select lead_id from overview_gone limit $1";

    // Of the next leads in the order of ids: how many there are, the last one, and those that count otherwise than they were counted.
    // $1 after, $2 how many.
    public const string Walk = """
        select count(*)::int, (array_agg(l.id order by l.id desc))[1], coalesce(array_agg(l.id) filter (where o.seen is distinct from overview_seen(l)), '{}')
        from (select * from leads where id > $1 order by id limit $2) l left join overview_leads o on o.lead_id = l.id
        """;

    // Counted leads that are not there. $1 after, $2 to or null for the end, $3 most.
    public const string Missing = """
        select o.lead_id from overview_leads o
        where o.lead_id > $1 and ($2::uuid is null or o.lead_id <= $2) and not exists (select from leads l where l.id = o.lead_id) limit $3
        """;

    // $1 leads.
    public const string NewRules = $"""
        insert into overview_rules (card, rule)
        select distinct g.card, g.rule from leads l join score_ledger g on g.qualification_id = l.qualification_id
        where l.id = any($1) and l.status in ('won', 'lost') and {LeadCells.IsRule}
            and not exists (select from overview_rules r where r.card = g.card and r.rule = g.rule)
        """;

    public const string NewSlices = """
        insert into overview_slices (playbook, source, by_owner, owner_id)
        select n.* from (
            select distinct playbook, source, false, null::uuid from overview_staged
            union select distinct playbook, source, true, owner_id from overview_staged) n (playbook, source, by_owner, owner_id)
        where not exists (
            select from overview_slices s
            where s.playbook = n.playbook and s.source = n.source and s.by_owner = n.by_owner and s.owner_id is not distinct from n.owner_id)
        """;

    private const string Sliced = """
        overview_staged t
        join overview_slices s on s.playbook = t.playbook and s.source = t.source and not s.by_owner
        join overview_slices w on w.playbook = t.playbook and w.source = t.source and w.by_owner
            and coalesce(w.owner_id, '00000000-0000-0000-0000-000000000000') = coalesce(t.owner_id, '00000000-0000-0000-0000-000000000000')
        """;

    // Out of the cells that the leads stood in, into those where they stand. $1 leads.
    public const string Changes = $"""
        insert into overview_changes
        select v.slice, c.day, u.cell, sum(c.sign)::int
        from (
            select slice, owner_slice, day, cells, -1 as sign from overview_leads where lead_id = any($1)
            union all select s.id, w.id, t.day, t.cells, 1 from {Sliced}) c
        cross join lateral (values (c.slice), (c.owner_slice)) v (slice)
        cross join lateral unnest(c.cells) u (cell)
        group by 1, 2, 3 having sum(c.sign) <> 0
        """;

    public const string Days = """
        insert into overview_days (family, slice, bucket, cell, n)
        select cell / 1000000, slice, day, cell, n from overview_changes order by 1, 2, 3, 4
        on conflict (family, slice, bucket, cell) do update set n = overview_days.n + excluded.n
        """;

    public const string Months = """
        insert into overview_months (family, slice, bucket, cell, n)
        select cell / 1000000, slice, date_trunc('month', day)::date, cell, sum(n)::int from overview_changes group by 1, 2, 3, 4 having sum(n) <> 0 order by 1, 2, 3, 4
        on conflict (family, slice, bucket, cell) do update set n = overview_months.n + excluded.n
        """;

    public const string EmptyDays = """
        delete from overview_days d using overview_changes c
        where c.n < 0 and d.family = c.cell / 1000000 and d.slice = c.slice and d.bucket = c.day and d.cell = c.cell and d.n = 0
        """;

    public const string EmptyMonths = """
        delete from overview_months m using overview_changes c
        where c.n < 0 and m.family = c.cell / 1000000 and m.slice = c.slice and m.bucket = date_trunc('month', c.day)::date and m.cell = c.cell and m.n = 0
        """;

    // $1 leads.
    public const string Counted = """
        update overview_state set counted = counted + (select count(*) from overview_staged) - (select count(*) from overview_leads where lead_id = any($1))
        """;

    // $1 leads.
    public const string Drop = "delete from overview_leads o where o.lead_id = any($1) and not exists (select from overview_staged t where t.lead_id = o.lead_id)";

    public const string Store = $"""
        insert into overview_leads (lead_id, slice, owner_slice, day, cells, seen)
        select t.lead_id, s.id, w.id, t.day, t.cells, t.seen from {Sliced}
        on conflict (lead_id) do update set slice = excluded.slice, owner_slice = excluded.owner_slice, day = excluded.day, cells = excluded.cells, seen = excluded.seen
        """;

    // $1 leads.
    public const string Noted = "delete from overview_gone where lead_id = any($1)";

    // $1 followed to, $2 walked to, $3 whether the walk has just ended, $4 whether all is up to date, $5 now.
    public const string Note = """
        update overview_state set followed_to = $1, walked_to = $2, circled_at = case when $3 then $5 else circled_at end,
            rolled_at = case when $4 then $5 else rolled_at end
        """;
}
