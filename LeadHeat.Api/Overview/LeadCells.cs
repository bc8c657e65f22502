using LeadHeat.Core.Overview;

namespace LeadHeat.Api.Overview;

/// <summary>Which cells a lead is counted in, as SQL: the one place that says it. <see cref="OverviewCells"/> reads them.</summary>
internal static class LeadCells
{
    private const int Family = OverviewCells.Family;

    // The words of a status change begin "Moved from visit to lost": from where a lead was moved, it had been. Whoever is lost did not get
    // further by it, and only who is won now has reached that.
    private const string Furthest = """
        least(case when l.status = 'won' then 5 else 4 end, greatest(case when l.status = 'lost' then 0 else l.facet >> 10 end, coalesce((
            select max(array_position(array['new', 'working', 'qualified', 'visit', 'negotiation', 'won'], substring(a.text from '^Moved from ([a-z]+) to ')) - 1)
            from activities a where a.lead_id = l.id and a.kind = 'status_changed'), 0)))
        """;

    // Lines of limits, caps and people are of no rule.
    private static readonly string Rules = $"""
        array(
            select {Of(OverviewFamily.Rule)} + r.id * 4 + case when (case when g.max_points > 0 then g.points * 2 >= g.max_points else g.points < 0 end) then 2 else 0 end
                + case when l.status = 'won' then 1 else 0 end
            from score_ledger g join overview_rules r on r.card = g.card and r.rule = g.rule
            where g.qualification_id = l.qualification_id and g.author is null and l.status in ('won', 'lost'))
        """;

    /// <summary>What is no rule that anybody could change.</summary>
    public const string IsRule = "g.author is null and g.rule not in ('manual', 'limit', 'decay') and g.rule not like 'cap:%'";

    // $1 leads, $2 zone.
    public static readonly string Stage = $"""
        insert into overview_staged (lead_id, playbook, source, owner_id, day, cells, seen)
        select l.id, l.playbook, l.source, l.owner_id, (l.created_at at time zone $2)::date, array_remove(array[
                {Of(OverviewFamily.Standing)} + (l.facet >> 10) * {OverviewCells.Bands} + b.band,
                {Of(OverviewFamily.Furthest)} + {Furthest},
                {Of(OverviewFamily.Score)} + case when l.score is null then {OverviewCells.Tens} else least({OverviewCells.Tens - 1}, l.score / 10) end,
                {Of(OverviewFamily.Sentiment)} + array_position(array['positive', 'negative', 'neutral', 'frustrated', 'excited'], c.dialogue ->> 'sentiment') - 1,
                {Of(OverviewFamily.Frustration)} + case when c.dialogue is not null then least(10, greatest(0, (c.dialogue ->> 'frustration')::int)) end,
                {Of(OverviewFamily.ChatHour)} + (extract(isodow from f.first at time zone $2)::int - 1) * 24 + extract(hour from f.first at time zone $2)::int,
                {Of(OverviewFamily.Answered)} + case when f.first is not null then case when m.bot is null then 2 else 0 end end,
                {Of(OverviewFamily.Answered)} + case when f.first is not null then case when m.person is null then 3 else 1 end end,
                {Of(OverviewFamily.BotAnswer)} + b.band * {OverviewCells.Steps} + {Step("m.bot")},
                {Of(OverviewFamily.PersonAnswer)} + b.band * {OverviewCells.Steps} + {Step("m.person")}], null)
            || {Rules}, overview_seen(l)
        from leads l
        cross join lateral (select (l.facet >> 7) & 7 as band) b
        left join conversations c on c.id = l.conversation_id
        left join lateral (select min(s.created_at) as first from messages s where s.conversation_id = c.id and s.author = 'visitor') f on true
        left join lateral (
            select min(s.created_at) filter (where s.author = 'bot') as bot, min(s.created_at) filter (where s.author = 'person') as person
            from messages s where s.conversation_id = c.id and s.created_at >= f.first) m on true
        where l.id = any($1)
        """;

    private static int Of(OverviewFamily family) => (int)family * Family;

    // The least and the greatest of nothing and a number is the number, so nothing has to be told before.
    private static string Step(string answered) => $"""
        case when {answered} is not null then least({OverviewCells.Steps - 1}, greatest(0, floor({AnswerSteps.Doubling}
            * ln(greatest(1, extract(epoch from {answered} - f.first) * 1000)::float8 / {AnswerSteps.ShortestMilliseconds}) / ln(2::float8))::int)) end
        """;
}
