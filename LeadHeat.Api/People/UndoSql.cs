namespace LeadHeat.Api.People;

internal static class UndoSql
{
    // $1 merge.
    public const string Fields = """
        select f.field, f.kept, f.other, f.merged, f.undone_at, f.note from contact_merge_fields f where f.merge_id = $1 order by f.field
        """;

    public const string DecidedAt = "select decided_at from contact_merges where id = $1";

    // What leads have learned since. $1 contacts, $2 since when.
    public const string Later = """
        select l.id, f ->> 'field', f -> 'value' ->> 'text'
        from leads l join lead_profiles p on p.lead_id = l.id cross join lateral jsonb_array_elements(p.facts) f
        where l.contact_id = any($1) and f ->> 'field' in ('name', 'email', 'phone') and (f ->> 'at')::timestamptz > $2
            and f -> 'value' ->> 'text' is not null
        order by (f ->> 'at')::timestamptz desc
        """;

    // Those who had been united with the other one before go with them. $1 other, $2 followers, $3 who has them.
    public const string Follow = "update contacts set merged_into = $1 where id = any($2) and merged_into = $3";

    // $1 other.
    public const string Part = "update contacts set merged_into = null where id = $1";

    // $1 merge, $2 fields, $3 notes, $4 now.
    public const string Undone = """
        update contact_merge_fields f set undone_at = $4, note = n.note
        from unnest($2, $3) n (field, note) where f.merge_id = $1 and f.field = n.field
        """;

    // As somebody has thought better of it, it is no more certain than a person can say. $1 merge.
    public const string ProposeAgain = """
        update contact_merges m set state = 'proposed', automatic = false, decided_at = null, decided_by = null, decided_by_id = null
        where m.id = $1 and not exists (select from contacts c where c.id in (m.left_id, m.right_id) and c.merged_into is not null)
        """;

    // It is undone when nothing of it is left. $1 merge, $2 now, $3 who, $4 their id.
    public const string End = """
        update contact_merges m set state = 'undone', undone_at = $2, undone_by = $3, undone_by_id = $4
        where m.id = $1 and not exists (select from contact_merge_fields f where f.merge_id = m.id and f.undone_at is null)
        """;
}
