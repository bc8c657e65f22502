namespace LeadHeat.Api.People;

internal static class PersonKeySql
{
    // Leads always belong to whoever stayed; those who were united with them have kept their own row's address and number. $1 people.
    public const string Derive = """
        select l.contact_id, f ->> 'field', f -> 'value' ->> 'text', f ->> 'setBy', l.source, l.id
        from leads l join lead_profiles p on p.lead_id = l.id cross join lateral jsonb_array_elements(p.facts) f
        where l.contact_id = any($1) and f ->> 'field' in ('email', 'phone')
        union all
        select l.contact_id, 'number', substr(i.key, 8), '', l.source, l.id
        from leads l join conversations c on c.lead_id = l.id join sessions s on s.conversation_id = c.id join channel_identities i on i.session_id = s.id
        where l.contact_id = any($1) and i.key like 'number:%'
        union all
        select l.contact_id, 'user', substr(i.key, 6), '', l.source, l.id
        from leads l join conversations c on c.lead_id = l.id join sessions s on s.conversation_id = c.id join channel_identities i on i.session_id = s.id
        where l.contact_id = any($1) and i.key like 'user:%'
        union all
        select l.contact_id, 'linked', i.key, '', l.source, l.id
        from leads l join conversations c on c.lead_id = l.id join sessions s on s.conversation_id = c.id
        join lateral (
            select n.key from identity_links n where n.session_id = s.id
            union select n.key from channel_identities i join identity_links n on n.channel = i.channel and n.key = i.key where i.session_id = s.id) i on true
        where l.contact_id = any($1)
        union all
        select l.contact_id, 'leadgen', g.leadgen_id, '', l.source, l.id
        from leads l join lead_form_leads g on g.lead_id = l.id
        where l.contact_id = any($1)
        union all
        select l.contact_id, 'visitor', encode(s.visitor, 'hex'), '', l.source, l.id
        from leads l join conversations c on c.lead_id = l.id join sessions s on s.conversation_id = c.id
        where l.contact_id = any($1) and s.visitor is not null
        union all
        select coalesce(c.merged_into, c.id), 'email', c.email, 'row', '', null from contacts c
        where (c.id = any($1) or c.merged_into = any($1)) and c.email is not null
        union all
        select coalesce(c.merged_into, c.id), 'phone', c.phone, 'row', '', null from contacts c
        where (c.id = any($1) or c.merged_into = any($1)) and c.phone is not null
        """;

    // $1 people, $2 contacts, $3 kinds, $4 values.
    public const string Forget = """
        delete from contact_keys k
        where k.contact_id in (select id from contacts where id = any($1) or merged_into = any($1)) and not exists (
            select from unnest($2, $3, $4) n (contact_id, kind, value) where n.contact_id = k.contact_id and n.kind = k.kind and n.value = k.value)
        """;

    // $1 contacts, $2 kinds, $3 values, $4 how they compare, $5 sources, $6 whether proven, $7 leads, $8 now.
    public const string Learn = """
        insert into contact_keys as k (contact_id, kind, value, matching, source, verified, lead_id, learned_at)
        select contact_id, kind, value, matching, source, verified, nullif(lead_id, '00000000-0000-0000-0000-000000000000'), $8
        from unnest($1, $2, $3, $4, $5, $6, $7) n (contact_id, kind, value, matching, source, verified, lead_id)
        on conflict (contact_id, kind, value) do update
        set matching = excluded.matching, source = excluded.source, verified = excluded.verified, lead_id = excluded.lead_id
        where (k.matching, k.source, k.verified, k.lead_id) is distinct from (excluded.matching, excluded.source, excluded.verified, excluded.lead_id)
        """;
}
