namespace LeadHeat.Api.People;

internal static class ProposalSql
{
    // Everything that changes who is whom, or what is known of that, goes one after the other. Turns never wait for it. Any number does
    // that nothing else in the database locks by.
    public const string Lock = "select pg_advisory_xact_lock(4718, 0)";

    // $1 most.
    public const string Take = "select id, contact_id from contact_checks order by id limit $1";

    // $1 contacts.
    public const string Roots = "select distinct coalesce(merged_into, id) from contacts where id = any($1)";

    // A key that many have is no key: one more than may have it is enough to know that. $1 people, $2 most.
    public const string Candidates = """
        select k.contact_id, k.kind, k.matching, o.contact_id
        from contact_keys k
        cross join lateral (
            select o.contact_id from contact_keys o
            where o.kind = k.kind and o.matching = k.matching and o.contact_id <> k.contact_id
            limit $2) o
        where k.contact_id = any($1) and k.kind <> 'leadgen'
        """;

    // $1 people.
    public const string Persons = """
        select c.id, c.name, c.created_at from contacts c where c.id = any($1) and c.merged_into is null
        """;

    // $1 people.
    public const string KeysOf = "select contact_id, kind, value, source from contact_keys where contact_id = any($1)";

    // What nothing speaks for any more: somebody's number was put right. $1 people, $2 left ids, $3 right ids that still hold.
    public const string Drop = """
        delete from contact_merges m
        where m.state = 'proposed' and (m.left_id = any($1) or m.right_id = any($1)) and not exists (
            select from unnest($2, $3) n (left_id, right_id) where n.left_id = m.left_id and n.right_id = m.right_id)
        """;

    // What the team has decided of two people, or of those they were united with, stays decided.
    // $1 id, $2 left, $3 right, $4 confidence, $5 reasons, $6 certain, $7 now.
    public const string Propose = """
        insert into contact_merges (id, left_id, right_id, state, confidence, reasons, automatic, created_at)
        select $1, $2, $3, 'proposed', $4, $5, $6, $7
        where not exists (
            select from contacts a join contact_merges m on m.left_id = a.id join contacts b on b.id = m.right_id
            where m.state <> 'proposed' and (
                (a.id = $2 or a.merged_into = $2) and (b.id = $3 or b.merged_into = $3)
                or (a.id = $3 or a.merged_into = $3) and (b.id = $2 or b.merged_into = $2)))
        on conflict (left_id, right_id) where state = 'proposed' do update
        set confidence = excluded.confidence, reasons = excluded.reasons, automatic = excluded.automatic
        """;

    // $1 checks.
    public const string Checked = "delete from contact_checks where id = any($1)";

    // Certain ones, also those that a crash left behind.
    public const string Certain = "select id from contact_merges where state = 'proposed' and automatic order by id limit 100";
}
