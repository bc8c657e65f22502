using LeadHeat.Api.Data;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Scoring;

internal static class QualificationSql
{
    // $1 id, $2 lead, $3 turn, $4 card, $5 its version, $6 score, $7 qualified, $8 heat, $9 recommendation, $10 reasons, $11 next step,
    // $12 top matches, $13 now, $14 ledger, $15 what it rests on, $16 whether people wrote any of its lines.
    private const string Insert = """
        insert into qualifications (id, lead_id, turn_id, card, card_version, score, qualified, heat, recommendation, reasons, next_step,
                                    top_matches, created_at, ledger, basis, adjusted)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
        """;

    /// <summary>Stores a result with its ledger. The lead names its latest result itself.</summary>
    public static NpgsqlBatch ThenQualify(
        this NpgsqlBatch batch, Guid id, Guid leadId, Guid? turnId, Scorecard card, Qualification result, ScoringInput input, DateTimeOffset now) => batch.Then(
            Insert, Sql.Of(id), Sql.Of(leadId), Sql.Of(turnId), Sql.Of(card.Name), Sql.Of(card.Version), Sql.Of(result.Score), Sql.Of(result.Qualified),
            Sql.Of(Words.Of(result.Heat)), Sql.Of(Words.Of(result.Recommendation)), Sql.Json(result.Reasons, LeadHeatJson.Default.IReadOnlyListString),
            Sql.Of(result.NextStep), Sql.Json(result.TopMatches, LeadHeatJson.Default.IReadOnlyListUnitMatch), Sql.Of(now),
            Sql.JsonText(result.Ledger, LeadHeatJson.Default.IReadOnlyListLedgerLine), Sql.JsonText(ScoreBasis.Of(input), LeadHeatJson.Default.ScoreBasis),
            Sql.Of(input.Adjustments.Count > 0));
}
