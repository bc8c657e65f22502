using LeadHeat.Api.Data;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Scoring;

internal static class QualificationSql
{
    // $1 id, $2 lead, $3 turn, $4 card, $5 its version, $6 score, $7 qualified, $8 heat, $9 recommendation, $10 reasons, $11 next step,
    // $12 top matches, $13 now, $14 the ledger's lines as JSON, $15 what it rests on.
    private const string Insert = """
        with made as (
            insert into qualifications (id, lead_id, turn_id, card, card_version, score, qualified, heat, recommendation, reasons, next_step,
                                        top_matches, created_at, basis)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $15))
        insert into score_ledger (qualification_id, position, rule, card, card_version, points, max_points, reason, evidence, field, set_by, value,
                                  confidence, author, at)
        select $1, place - 1, line ->> 'rule', line ->> 'card', (line ->> 'cardVersion')::int, (line ->> 'points')::int, (line ->> 'maxPoints')::int,
               line ->> 'reason', line -> 'evidence', line ->> 'field', line ->> 'setBy', line ->> 'value', (line ->> 'confidence')::float8,
               line ->> 'author', (line ->> 'at')::timestamptz
        from jsonb_array_elements($14) with ordinality as lines (line, place)
        """;

    /// <summary>Stores a result with its ledger. The lead names its latest result itself.</summary>
    public static NpgsqlBatch ThenQualify(
        this NpgsqlBatch batch, Guid id, Guid leadId, Guid? turnId, Scorecard card, Qualification result, ScoringInput input, DateTimeOffset now) => batch.Then(
            Insert, Sql.Of(id), Sql.Of(leadId), Sql.Of(turnId), Sql.Of(card.Name), Sql.Of(card.Version), Sql.Of(result.Score), Sql.Of(result.Qualified),
            Sql.Of(Words.Of(result.Heat)), Sql.Of(Words.Of(result.Recommendation)), Sql.Json(result.Reasons, LeadHeatJson.Default.IReadOnlyListString),
            Sql.Of(result.NextStep), Sql.Json(result.TopMatches, LeadHeatJson.Default.IReadOnlyListUnitMatch), Sql.Of(now),
            Sql.Json(result.Ledger, LeadHeatJson.Default.IReadOnlyListLedgerLine), Sql.JsonText(ScoreBasis.Of(input), LeadHeatJson.Default.ScoreBasis));
}
