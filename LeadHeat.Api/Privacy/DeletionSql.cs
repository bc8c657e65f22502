namespace LeadHeat.Api.Privacy;

internal static class DeletionSql
{
    // $1 contact, $2 name, $3 rows, $4 counts, $5 by, $6 now, $7 until.
    public const string Keep = """
        insert into deleted_people (contact_id, name, rows, row_counts, deleted_by, deleted_at, erase_at) values ($1, $2, $3, $4, $5, $6, $7)
        """;

    private const string Columns = "contact_id, name, row_counts, deleted_by, deleted_at, erase_at, rows";

    // Of two who want it, one finds it gone. $1 contact.
    public const string Take = $"delete from deleted_people where contact_id = $1 returning {Columns}";

    // $1 most.
    public const string Waiting = "select contact_id, name, row_counts, deleted_by, deleted_at, erase_at from deleted_people order by deleted_at desc limit $1";

    // $1 now, $2 most.
    public const string Due = "select contact_id from deleted_people where erase_at <= $1 order by erase_at limit $2";

    // $1 id, $2 contact, $3 reason, $4 by, $5 people, $6 rows, $7 now.
    public const string Note = "insert into erasures (id, contact_id, reason, erased_by, people, rows, erased_at) values ($1, $2, $3, $4, $5, $6, $7)";

    // $1 most.
    public const string Receipts = "select id, contact_id, reason, erased_by, people, rows, erased_at from erasures order by erased_at desc, id desc limit $1";
}
