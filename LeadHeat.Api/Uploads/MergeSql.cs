namespace LeadHeat.Api.Uploads;

/// <summary>
/// New leads go into their tables as they come; leads that were there are merged from a staging table, each table with one statement for a whole batch.
/// </summary>
internal static class MergeSql
{
    // Of the connection alone, and empty after every transaction. What only passes through it is not compressed on the way.
    public const string Staging = """
        create temporary table if not exists staged_leads (
            id uuid, contact_id uuid, qualification_id uuid, contact_name text, email text, phone text, name text, city text, wants text,
            value numeric(16, 2), value_currency text, search text, owner_id uuid, status text, status_since timestamptz, lost_reason text, score integer,
            heat text, last_activity_at timestamptz, facts jsonb, features jsonb, features_at timestamptz, areas text[], property_type text,
            beds_min numeric(4, 1), beds_max numeric(4, 1), budget_min numeric(16, 2), budget_max numeric(16, 2), currency text, timeline_months integer,
            preapproved boolean, qualified boolean, recommendation text, reasons jsonb, next_step text, top_matches jsonb, basis json, ledger json, adjusted boolean
        ) with (toast_tuple_target = 8160) on commit delete rows
        """;

    public const string CopyStaging = "copy staged_leads from stdin (format binary)";

    // What a crash of the machine takes of the last moments is imported again; the last commit of an import waits for the disk.
    public const string Hurry = "set local synchronous_commit = off";

    // Of tables that were nearly empty when they were last looked at, or never were, Postgres expects the worst, and reads them whole for each row of the
    // next batches. It would look by itself, but only every minute.
    public const string KnowsLittle = "select min(reltuples) < 1000 from pg_class where oid in ('contacts'::regclass, 'leads'::regclass)";

    public const string Look = "select look_at_leads()";

    // One import merges at a time: of two that have the same new person, the second finds the first one's lead.
    public const string OneAtATime = "select pg_advisory_xact_lock(4716, 0)";

    public const string CopyContacts = "copy contacts (id, name, email, phone, created_at, updated_at) from stdin (format binary)";

    public const string CopyLeads = """
        copy leads (id, contact_id, playbook, source, status, status_since, lost_reason, owner_id, name, city, wants, score, heat, qualification_id,
                    handling, value, currency, search, created_at, last_activity_at, upload_id) from stdin (format binary)
        """;

    public const string CopyProfiles = """
        copy lead_profiles (lead_id, facts, city, areas, property_type, beds_min, beds_max, budget_min, budget_max, currency, timeline_months, preapproved,
                            updated_at) from stdin (format binary)
        """;

    public const string CopyFeatures = "copy lead_features (lead_id, features, known_at) from stdin (format binary)";

    public const string CopyQualifications = """
        copy qualifications (id, lead_id, card, card_version, score, qualified, heat, recommendation, reasons, next_step, top_matches, created_at, basis,
                             ledger, adjusted) from stdin (format binary)
        """;

    // $1 now.
    public const string Contacts = """
        update contacts c set name = s.contact_name, email = s.email, phone = s.phone, updated_at = $1
        from staged_leads s where c.id = s.contact_id
        """;

    public const string Leads = """
        update leads l set name = s.name, city = s.city, wants = s.wants, value = s.value, currency = s.value_currency, search = s.search, owner_id = s.owner_id,
            status = s.status, status_since = s.status_since, lost_reason = s.lost_reason,
            previous_score = case when l.score is distinct from s.score then l.score else l.previous_score end, score = s.score, heat = s.heat,
            qualification_id = s.qualification_id, last_activity_at = s.last_activity_at
        from staged_leads s where l.id = s.id
        """;

    // $1 now.
    public const string Profiles = """
        insert into lead_profiles (lead_id, facts, city, areas, property_type, beds_min, beds_max, budget_min, budget_max, currency, timeline_months, preapproved,
                                   updated_at)
        select id, facts, city, areas, property_type, beds_min, beds_max, budget_min, budget_max, currency, timeline_months, preapproved, $1
        from staged_leads
        on conflict (lead_id) do update set facts = excluded.facts, city = excluded.city, areas = excluded.areas, property_type = excluded.property_type,
            beds_min = excluded.beds_min, beds_max = excluded.beds_max, budget_min = excluded.budget_min, budget_max = excluded.budget_max,
            currency = excluded.currency, timeline_months = excluded.timeline_months, preapproved = excluded.preapproved, updated_at = excluded.updated_at
        """;

    // What is known already stays.
    public const string Features = """
        insert into lead_features as f (lead_id, features, known_at)
        select id, features, features_at from staged_leads where features is not null
        on conflict (lead_id) do update set features = excluded.features || f.features
        """;

    // $1 card, $2 its version, $3 now.
    public const string Qualifications = """
        insert into qualifications (id, lead_id, card, card_version, score, qualified, heat, recommendation, reasons, next_step, top_matches, created_at, basis,
                                    ledger, adjusted)
        select qualification_id, id, $1, $2, score, qualified, heat, recommendation, reasons, next_step, top_matches, $3, basis, ledger, adjusted
        from staged_leads
        """;

    public const string CopyActivities = "copy activities (id, lead_id, kind, text, actor, actor_id, at) from stdin (format binary)";

    public const string CopyErrors = "copy upload_errors (upload_id, line, place, name, reason, cells) from stdin (format binary)";

    public const string CopyDuplicates = "copy upload_duplicates (upload_id, line, lead_id, matched_by, in_file) from stdin (format binary)";
}
