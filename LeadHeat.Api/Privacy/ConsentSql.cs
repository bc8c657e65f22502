using LeadHeat.Core.Privacy;

namespace LeadHeat.Api.Privacy;

internal static class ConsentSql
{
    // Lines stay with whom they were noted of: who was united with somebody brings theirs along, and takes them back when the two are parted.
    private const string OfLead = "contact_id in (select l.contact_id union all select o.id from contacts o where o.merged_into = l.contact_id)";

    /// <summary>A column: the lines of contact <c>c</c>, oldest first, as the wire has them.</summary>
    public const string AsJson = """
        coalesce((
            select json_agg(json_build_object('purpose', k.purpose, 'granted', k.granted, 'source', k.source, 'words', k.words, 'at', k.at) order by k.at, k.id)
            from consents k where k.contact_id in (select c.id union all select o.id from contacts o where o.merged_into = c.id)), '[]')
        """;

    /// <summary>A column: whether the contact of lead <c>l</c> took back that we write to them.</summary>
    public const string NoMessages = $"""
        exists (
            select from (select granted from consents where {OfLead} and purpose = '{ConsentPurposes.Messages}' order by at desc, id desc limit 1) latest
            where not granted)
        """;

    /// <summary>A column: the same for messages that nobody asked for.</summary>
    public const string NoMarketing = $"""
        exists (
            select from (select granted from consents where {OfLead} and purpose = '{ConsentPurposes.Marketing}' order by at desc, id desc limit 1) latest
            where not granted)
        """;

    // $1 id, $2 contact, $3 purpose, $4 granted, $5 source, $6 words, $7 external id, $8 who noted it, $9 at. No row: there is no such contact.
    public const string Add = """
        insert into consents (id, contact_id, purpose, granted, source, words, external_id, recorded_by, at)
        select $1, k.id, $3, $4, $5, $6, $7, $8, $9 from contacts k where k.id = $2
        on conflict (contact_id, external_id) do update set contact_id = excluded.contact_id
        returning id, purpose, granted, source, words, at, recorded_by
        """;

    // $1 contact.
    public const string Read = """
        select k.id, k.purpose, k.granted, k.source, k.words, k.at, k.recorded_by from consents k
        where k.contact_id in (select $1 union all select o.id from contacts o where o.merged_into = $1) order by k.at desc, k.id desc limit 500
        """;

    // $1 contact.
    public const string LeadsOf = "select l.id, l.conversation_id from leads l where l.contact_id = $1";

    // $1 session. Null where nothing was written yet.
    public const string ContactOfSession = """
        select l.contact_id from sessions s join conversations v on v.id = s.conversation_id left join leads l on l.id = v.lead_id where s.id = $1
        """;
}
