using LeadHeat.Api.Scoring;

namespace LeadHeat.Api.Leads;

internal static class JudgementSql
{
    // A statement of its own, as turns do it: the next one then sees what a turn before us has stored. $1 lead.
    public const string Lock = "select 1 from leads where id = $1 for no key update";

    /// <summary>What <see cref="JudgedLead"/> reads.</summary>
    public const string Columns = """
        l.playbook, l.conversation_id, l.contact_id, k.name, k.email, k.phone, c.dialogue, coalesce(p.facts, '[]'), q.top_matches,
        coalesce(
            (select m.created_at from messages m where m.conversation_id = l.conversation_id and m.author = 'visitor' order by m.id desc limit 1),
            l.created_at)
        """;

    public const string Sources = """
        from leads l
        join contacts k on k.id = l.contact_id
        left join lead_profiles p on p.lead_id = l.id
        left join conversations c on c.id = l.conversation_id
        left join qualifications q on q.id = l.qualification_id
        """;

    // Then what it is called, and where it came from. $1 lead.
    public const string Read = $"select {Columns}, l.name, l.source {Sources} where l.id = $1";

    // $1 lead.
    public const string Adjustments = $"""
        select {LedgerRows.Columns}
        from leads l join score_ledger g on g.qualification_id = l.qualification_id and {LedgerRows.ByPeople}
        where l.id = $1
        order by g.position
        """;

    // $1 lead, $2 name, $3 city, $4 wants, $5 value, $6 currency, $7 search, $8 score, $9 heat, $10 qualification,
    // $11 now, or null where nobody did anything.
    public const string Store = """
        update leads
        set name = $2, city = $3, wants = $4, value = $5, currency = $6, search = $7,
            previous_score = case when score is distinct from $8 then score else previous_score end,
            score = $8, heat = $9, qualification_id = $10, last_activity_at = coalesce($11, last_activity_at)
        where id = $1
        """;

    // $1 id, $2 lead, $3 kind, $4 text, $5 actor, $6 actor's id, $7 now.
    public const string Activity = "insert into activities (id, lead_id, kind, text, actor, actor_id, at) values ($1, $2, $3, $4, $5, $6, $7)";

    // Written also when nothing changes: what a person of the team says proves more than what was said in the chat. $1 contact, $2 name, $3 e-mail,
    // $4 phone, $5 now, $6 to $8 what the lead says no longer.
    public const string Contact = """
        update contacts set name = coalesce($2, nullif(name, $6)), email = coalesce($3, nullif(email, $7)), phone = coalesce($4, nullif(phone, $8)), updated_at = $5
        where id = $1
        """;

    // What a form's question told is noted once. $1 id, $2 lead, $3 text, $4 actor, $5 now.
    public const string Note = """
        insert into activities (id, lead_id, kind, text, actor, at)
        select $1, $2, 'note', $3, $4, $5
        where not exists (select from activities where lead_id = $2 and kind = 'note' and text = $3)
        """;

    // For leads that came without one. $1 lead, $2 now.
    public const string Profile = "insert into lead_profiles (lead_id, updated_at) values ($1, $2) on conflict do nothing";
}
