namespace LeadHeat.Api.People;

internal static class MergeSql
{
    // An import finds a row's lead by its person, and joins its tables while it locks: it must not see half of a change.
    public const string NoImport = Uploads.MergeSql.OneAtATime;

    // $1 merge.
    public const string Find = "select state, left_id, right_id, survivor_id, decided_by, reasons from contact_merges where id = $1";

    // $1 contact. Who stayed of those it was united with.
    public const string Root = "select coalesce(merged_into, id) from contacts where id = $1";

    // $1 left, $2 right. Proposed ones first: one of them is what is being decided.
    public const string Between = """
        select id, state from contact_merges
        where left_id = $1 and right_id = $2 and state in ('proposed', 'done') order by state = 'proposed' desc, id desc limit 1
        """;

    // Turns lock their lead and then write its contact: so does everybody who locks both. $1 contacts.
    public const string LockLeads = "select id, contact_id from leads where contact_id = any($1) order by id for no key update";

    // $1 contacts.
    public const string LockContacts = """
        select id, name, email, phone, consents, created_at, merged_into from contacts where id = any($1) order by id for no key update
        """;

    // $1 person. Who was united with them before.
    public const string Followers = "select id from contacts where merged_into = $1 order by id";

    // $1 merge, $2 left, $3 right, $4 confidence, $5 reasons, $6 now.
    public const string ByHand = """
        insert into contact_merges (id, left_id, right_id, state, confidence, reasons, automatic, created_at) values ($1, $2, $3, 'proposed', $4, $5, false, $6)
        """;

    // $1 merge, $2 state, $3 survivor, $4 now, $5 who, $6 their id.
    public const string Decide = """
        update contact_merges set state = $2, survivor_id = $3, decided_at = $4, decided_by = $5, decided_by_id = $6 where id = $1
        """;

    // $1 person, $2 name, $3 e-mail, $4 phone, $5 consents, $6 now.
    public const string Contact = "update contacts set name = $2, email = $3, phone = $4, consents = $5, updated_at = $6 where id = $1";

    // $1 who stays, $2 who is united with them.
    public const string Unite = "update contacts set merged_into = $1 where id = $2 or merged_into = $2";

    // $1 leads, $2 to whom.
    public const string MoveLeads = "update leads set contact_id = $2 where id = any($1)";

    // $1 merge, $2 fields, $3 kept, $4 other, $5 merged.
    public const string Fields = """
        insert into contact_merge_fields (merge_id, field, kept, other, merged)
        select $1, field, kept, other, merged from unnest($2, $3, $4, $5) n (field, kept, other, merged)
        """;

    // They are found anew for whoever stays. $1 contact.
    public const string DropProposals = "delete from contact_merges where state = 'proposed' and (left_id = $1 or right_id = $1)";

    // $1 contacts.
    public const string Check = "insert into contact_checks (contact_id) select unnest($1)";

    // Says nothing of the other person: this line stays when the two are parted or one is deleted.
    // $1 ids, $2 leads, $3 text, $4 actor, $5 actor's id, $6 now.
    public const string Tell = """
        insert into activities (id, lead_id, kind, text, actor, actor_id, at)
        select id, lead_id, 'merged', $3, $4, $5, $6 from unnest($1, $2) n (id, lead_id)
        """;
}
