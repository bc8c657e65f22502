using LeadHeat.Api.Data;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using Npgsql;
using NpgsqlTypes;

namespace LeadHeat.Api.Scoring;

/// <summary>A result to store, by the card that gave it.</summary>
/// <param name="TurnId">The turn that brought it; null where it was no turn.</param>
internal sealed record NewQualification(Guid Id, Guid LeadId, Guid? TurnId, Scorecard Card, Qualification Result, ScoringInput Input);

internal static class QualificationSql
{
    // $1 ids, $2 leads, $3 turns, $4 cards, $5 their versions, $6 scores, $7 qualified, $8 heats, $9 recommendations, $10 reasons, $11 next steps,
    // $12 top matches, $13 ledgers, $14 what they rest on, $15 whether people wrote any of their lines, $16 now.
    private const string Insert = """
        insert into qualifications (id, lead_id, turn_id, card, card_version, score, qualified, heat, recommendation, reasons, next_step,
                                    top_matches, ledger, basis, adjusted, created_at)
        select *, $16 from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::int[], $6::int[], $7::bool[], $8::text[], $9::text[], $10::jsonb[],
                                  $11::text[], $12::jsonb[], $13::json[], $14::json[], $15::bool[])
        """;

    /// <summary>Stores results with their ledgers. A lead names its latest result itself.</summary>
    public static NpgsqlBatch ThenQualify(this NpgsqlBatch batch, IReadOnlyList<NewQualification> all, DateTimeOffset now) => batch.Then(
        Insert, Sql.Column(all, NpgsqlDbType.Uuid, one => one.Id), Sql.Column(all, NpgsqlDbType.Uuid, one => one.LeadId),
        Sql.Column(all, NpgsqlDbType.Uuid, one => one.TurnId), Sql.Column(all, NpgsqlDbType.Text, one => one.Card.Name),
        Sql.Column(all, NpgsqlDbType.Integer, one => one.Card.Version), Sql.Column(all, NpgsqlDbType.Integer, one => one.Result.Score),
        Sql.Column(all, NpgsqlDbType.Boolean, one => one.Result.Qualified), Sql.Column(all, NpgsqlDbType.Text, one => Words.Of(one.Result.Heat)),
        Sql.Column(all, NpgsqlDbType.Text, one => Words.Of(one.Result.Recommendation)),
        Sql.JsonColumn(all, LeadHeatJson.Default.IReadOnlyListString, one => one.Result.Reasons), Sql.Column(all, NpgsqlDbType.Text, one => one.Result.NextStep),
        Sql.JsonColumn(all, LeadHeatJson.Default.IReadOnlyListUnitMatch, one => one.Result.TopMatches),
        Sql.JsonColumn(all, LeadHeatJson.Default.IReadOnlyListLedgerLine, one => one.Result.Ledger, NpgsqlDbType.Json),
        Sql.JsonColumn(all, LeadHeatJson.Default.ScoreBasis, one => ScoreBasis.Of(one.Input), NpgsqlDbType.Json),
        Sql.Column(all, NpgsqlDbType.Boolean, one => one.Input.Adjustments.Count > 0), Sql.Of(now));
}
