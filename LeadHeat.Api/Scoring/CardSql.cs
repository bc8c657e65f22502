namespace LeadHeat.Api.Scoring;

internal static class CardSql
{
    public const string Columns = "s.name, s.version, s.playbook, s.state, s.origin, s.note, s.author, s.created_at, s.published_at, s.data";

    public const string All = $"select {Columns} from scorecards s order by s.playbook, s.name, s.version desc";

    // $1 name, $2 version.
    public const string One = $"select {Columns} from scorecards s where s.name = $1 and s.version = $2";

    public const string Publications = """
        select p.id, p.playbook, p.card, p.version, p.role, p.effective_at, p.author, p.created_at, p.withdrawn_at, p.applied_at
        from scorecard_publications p
        order by p.created_at desc, p.id desc limit 200
        """;

    // $1 name, $2 version, $3 playbook, $4 card, $5 author, $6 now. What ships is published with the product; what is there stays.
    public const string Ship = """
        insert into scorecards (name, version, playbook, state, origin, data, author, created_at, updated_at, published_at)
        values ($1, $2, $3, 'published', 'shipped', $4, $5, $6, $6, $6)
        on conflict (name, version) do nothing
        """;

    // $1 name, $2 version, $3 card.
    public const string IsSame = "select data::text = $3 from scorecards where name = $1 and version = $2";

    // A team that has published a card of its own keeps it. Beside others nothing is scored by it.
    // $1 id, $2 playbook, $3 card, $4 version, $5 role, $6 now, $7 author.
    public const string PublishShipped = """
        insert into scorecard_publications (id, playbook, card, version, role, effective_at, author, created_at, applied_at)
        select $1, $2, $3, $4, $5, $6, $7, $6, case when $5 = 'beside' then $6 end
        where not exists (select from scorecard_publications where card = $3 and version = $4)
            and not exists (
                select from scorecard_publications p join scorecards s on s.name = p.card and s.version = p.version
                where p.playbook = $2 and p.role = $5 and p.withdrawn_at is null and s.origin = 'team')
        """;

    // The version is the next of the name. $1 name, $2 playbook, $3 note, $4 author, $5 now.
    public const string Create = """
        insert into scorecards (name, version, playbook, state, origin, data, note, author, created_at, updated_at)
        select $1, v.next, $2, 'draft', 'team', '{}', $3, $4, $5, $5
        from (select coalesce(max(version), 0) + 1 as next from scorecards where name = $1) v
        returning version
        """;

    // $1 name, $2 version, $3 card, $4 note or null, $5 now.
    public const string Save = """
        update scorecards set data = $3, note = coalesce($4, note), updated_at = $5 where name = $1 and version = $2 and state = 'draft'
        """;

    // $1 name, $2 version.
    public const string Delete = "delete from scorecards where name = $1 and version = $2 and state = 'draft'";

    // $1 name, $2 version, $3 now.
    public const string MarkPublished = """
        update scorecards set state = 'published', published_at = $3 where name = $1 and version = $2 and state = 'draft'
        """;

    // $1 id, $2 playbook, $3 card, $4 version, $5 role, $6 effective at, $7 author, $8 now. Beside others nothing is scored by it.
    public const string Publish = """
        insert into scorecard_publications (id, playbook, card, version, role, effective_at, author, created_at, applied_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, case when $5 = 'beside' then $8 end)
        """;

    // $1 id, $2 now, $3 by. Whoever judges from now on has to score again.
    public const string Withdraw = """
        with taken as (
            update scorecard_publications set withdrawn_at = $2, withdrawn_by = $3 where id = $1 and withdrawn_at is null
            returning id, playbook, role)
        update scorecard_publications p set applied_at = null
        from taken t
        where p.playbook = t.playbook and p.role = 'primary' and t.role = 'primary' and p.withdrawn_at is null and p.id <> t.id
        """;

    // $1 id.
    public const string FindPublication = """
        select p.playbook, p.role, p.withdrawn_at is not null,
               (select count(*) from scorecard_publications o where o.playbook = p.playbook and o.role = 'primary' and o.withdrawn_at is null and o.id <> p.id)
        from scorecard_publications p where p.id = $1
        """;

    // $1 id, $2 now.
    public const string Applied = "update scorecard_publications set applied_at = $2 where id = $1 and applied_at is null";
}
