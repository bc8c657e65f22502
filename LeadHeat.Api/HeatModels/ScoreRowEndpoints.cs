using LeadHeat.Api.Access;
using LeadHeat.Api.Visibility;
using LeadHeat.Api.Audit;
using LeadHeat.Core.Access;
using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Api.HeatModels;

/// <summary>Scores for leads that are not stored here.</summary>
internal static class ScoreRowEndpoints
{
    public static void MapScores(this IEndpointRouteBuilder routes)
    {
        var scores = routes.MapGroup(Routes.Score).WithTags("Scores").RequireAuthorization(Policies.Team).ShowsNoOthersLeads();
        scores.MapPost("", Score).NeedsScope(KeyScope.Read).ChangesNothing().WithSummary("Scores one lead by its features: score, band, probability and reasons");
        scores.MapPost("batch", ScoreBatch).NeedsScope(KeyScope.Read).ChangesNothing().WithSummary("Scores up to 10,000 leads, as an array or in 'rows'; all or, when one of them is wrong, none");
    }

    private static Ok<ScoredRow> Score(ScoreRequest row, RowScores scores) => TypedResults.Ok(scores.Score([row]).Rows[0]);

    private static Ok<ScoredBatch> ScoreBatch(ScoreBatch batch, RowScores scores) => TypedResults.Ok(scores.Score(batch.Rows));
}
