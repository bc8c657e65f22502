namespace LeadHeat.Api.Privacy;

internal static class PersonIdSql
{
    // Nobody else, however alike: whoever types another person's address gets neither a copy of that person's data nor rid of it. $1 contact.
    public const string Whole = """
        with stays as materialized (select coalesce(merged_into, id) as id from contacts where id = $1)
        select id from stays union select k.id from stays s join contacts k on k.merged_into = s.id
        """;

    // $1 contacts.
    public const string United = "select id from contacts where id = any($1) union select k.id from contacts k where k.merged_into = any($1)";

    // Whether others have the address or the number too and it is only said here: then it is not this person's to be forgotten by. $1 contacts.
    public const string People = """
        select coalesce(k.name, (select l.name from leads l where l.contact_id = k.id order by l.created_at desc limit 1)), k.email, k.phone, k.created_at,
            exists (select from contacts o where lower(o.email) = lower(k.email) and o.id <> all($1))
                and not exists (select from contact_keys y where y.contact_id = any($1) and y.kind = 'email' and y.value = lower(k.email) and y.verified),
            exists (select from contacts o where o.phone = k.phone and o.id <> all($1))
                and not exists (select from contact_keys y where y.contact_id = any($1) and y.kind = 'phone' and y.value = k.phone and y.verified)
        from contacts k where k.id = any($1) order by k.merged_into is not null, k.created_at
        """;

    private const string Leads = "select l.id from leads l where l.contact_id = any($1)";
    private const string Conversations = $"select v.id from conversations v where v.lead_id in ({Leads})";

    // $1 contacts.
    public static readonly IReadOnlyList<(PersonSet Set, string Sql)> Sets =
    [
        (PersonSet.Leads, Leads),
        (PersonSet.Conversations, Conversations),
        (PersonSet.Sessions, $"select s.id from sessions s where s.conversation_id in ({Conversations})"),
        (PersonSet.Messages, $"select m.id from messages m where m.conversation_id in ({Conversations})"),
        (PersonSet.Turns, $"select t.id from turns t where t.lead_id in ({Leads})"),
        (PersonSet.Merges, "select m.id from contact_merges m where m.left_id = any($1) or m.right_id = any($1)"),
    ];

    // $1 contacts.
    public const string Identities = $"""
        select i.channel, i.key from channel_identities i join sessions s on s.id = i.session_id where s.conversation_id in ({Conversations})
        """;

    // Forms at Meta; what is delivered of them may have gone by its own clock. $1 contacts.
    public const string Forms = $"select f.leadgen_id from lead_form_leads f where f.lead_id in ({Leads}) and f.form_id not like 'web:%'";

    // What came from the person, whatever became of it. $1 leads, $2 channels, $3 whose.
    public const string Events = """
        select i.id, i.channel, i.external_id, i.received_at from inbound i where i.lead_id = any($1)
        union
        select i.id, i.channel, i.external_id, i.received_at
        from unnest($2::text[], $3::text[]) k (channel, contact) join inbound i on i.channel = k.channel and i.contact = k.contact and i.contact <> ''
        """;

    // In the order in which turns lock. $1 contacts.
    public static readonly IReadOnlyList<string> Locks =
    [
        $"select 1 from turns t where t.lead_id in ({Leads}) and t.state in ('queued', 'running') order by t.id for update",
        $"select 1 from conversations v where v.lead_id in ({Leads}) order by v.id for update",
        "select 1 from leads l where l.contact_id = any($1) order by l.id for update",
    ];

    // As ChannelIdentities locks whoever is new: what is on its way comes before us and is deleted too, or after us and meets the tombstone.
    // $1 contacts.
    public const string LockIdentities = $"""
        select pg_advisory_xact_lock(hashtextextended(channel || ' ' || key, 0))
        from (select channel, key from ({Identities}) i order by channel, key) ordered
        """;
}
