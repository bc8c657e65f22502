namespace LeadHeat.Api.Scoring;

internal static class RescoringSql
{
    // Leads that another card judged. $1 playbook, $2 after, $3 card, $4 version, $5 most.
    public const string OfAnotherCard = """
        select l.id from leads l join qualifications q on q.id = l.qualification_id
        where l.playbook = $1 and l.id > $2 and (q.card, q.card_version) is distinct from ($3, $4)
        order by l.id limit $5
        """;

    // Open leads whose score is of another day. $1 playbook, $2 after, $3 before, $4 most.
    public const string Aged = """
        select l.id from leads l join qualifications q on q.id = l.qualification_id
        where l.playbook = $1 and l.id > $2 and q.created_at < $3 and l.closed_at is null
        order by l.id limit $4
        """;

    // In the order of ids, and before anything is read, so that what a turn stored meanwhile is seen. $1 leads.
    public const string Lock = "select 1 from leads where id = any($1) order by id for no key update";

    // $1 whether time matters, $2 leads.
    public const string Read = $"{ScoredLeadRows.Select} where l.id = any($2) order by l.id";

    // $1 leads.
    public const string Adjustments = $"""
        select l.id, {LedgerRows.Columns}
        from leads l join score_ledger g on g.qualification_id = l.qualification_id and {LedgerRows.ByPeople}
        where l.id = any($1)
        order by l.id, g.position
        """;

    // $1 lead, $2 score, $3 heat, $4 qualification, $5 value, $6 currency.
    public const string Store = """
        update leads
        set previous_score = case when score is distinct from $2 then score else previous_score end, score = $2, heat = $3, qualification_id = $4,
            value = coalesce($5, value), currency = coalesce($6, currency)
        where id = $1
        """;

    // $1 id, $2 lead, $3 text, $4 now.
    public const string Activity =
        "insert into activities (id, lead_id, kind, text, actor, at) values ($1, $2, 'scored', $3, 'Scorecard', $4)";
}
