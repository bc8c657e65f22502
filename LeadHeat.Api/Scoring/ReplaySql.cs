namespace LeadHeat.Api.Scoring;

internal static class ReplaySql
{
    // What was scored before its basis was kept is judged by what is known now. $1 lead, in all of these.
    public const string Stored = """
        select l.score, l.playbook, q.card, q.card_version, q.created_at, q.top_matches, q.basis, coalesce(p.facts, '[]'), c.dialogue
        from leads l
        left join qualifications q on q.id = l.qualification_id
        left join lead_profiles p on p.lead_id = l.id
        left join conversations c on c.id = l.conversation_id
        where l.id = $1
        """;

    public const string Lines = $"""
        select {LedgerRows.Columns}
        from leads l join score_ledger g on g.qualification_id = l.qualification_id
        where l.id = $1 order by g.position
        """;

    // $1 messages.
    public const string Texts = "select m.id, m.text from messages m where m.id = any($1)";
}
