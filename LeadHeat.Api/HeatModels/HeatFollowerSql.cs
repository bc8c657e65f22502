namespace LeadHeat.Api.HeatModels;

internal static class HeatFollowerSql
{
    // One Api at a time. The number locks nothing else.
    public const string Lock = "select pg_try_advisory_xact_lock(4715207001)";

    // $1 model, $2 now.
    public const string Begin = "insert into heat_scoring (model_id, walked_to, followed_to) values ($1, '00000000-0000-0000-0000-000000000000', $2) on conflict do nothing";

    // $1 model.
    public const string Where = "select walked_to, followed_to from heat_scoring where model_id = $1";

    // $1 the last one that was looked at, $2 most.
    public const string Walk = "select id from leads where id > $1 and status not in ('won', 'lost') order by id limit $2";

    // What changed since, was not looked at as it is now, and what was closed. $1 since, $2 model, $3 most.
    public const string Follow = """
        select l.id, l.last_activity_at
        from leads l left join lead_heat h on h.lead_id = l.id
        where l.last_activity_at >= $1
            and case when l.status in ('won', 'lost') then h.lead_id is not null
                     else h.lead_id is null or h.seen_at <> l.last_activity_at or h.model_id <> $2 end
        order by l.last_activity_at, l.id limit $3
        """;

    // $1 model, $2 walked to, $3 followed to.
    public const string Note = "update heat_scoring set walked_to = $2, followed_to = $3 where model_id = $1";

    // $1 leads.
    public const string Drop = "delete from lead_heat where lead_id = any($1)";

    // A lead may be gone meanwhile. $1 leads, $2 model, $3 probabilities, $4 ranks, $5 ranks by the card, $6 last activities.
    public const string Store = """
        insert into lead_heat (lead_id, model_id, probability, rank, card_rank, seen_at)
        select n.id, $2, n.probability, n.rank, n.card_rank, n.seen_at
        from unnest($1, $3, $4, $5, $6) n (id, probability, rank, card_rank, seen_at)
        where exists (select from leads l where l.id = n.id)
        on conflict (lead_id) do update
        set model_id = excluded.model_id, probability = excluded.probability, rank = excluded.rank, card_rank = excluded.card_rank, seen_at = excluded.seen_at
        """;
}
