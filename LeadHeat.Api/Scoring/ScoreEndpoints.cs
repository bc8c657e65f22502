using LeadHeat.Api.Access;
using LeadHeat.Api.Leads;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Api.Scoring;

/// <summary>A lead's score: where it comes from.</summary>
internal static class ScoreEndpoints
{
    public static void AddScoring(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<Replays>();

    public static void MapScoring(this IEndpointRouteBuilder routes)
    {
        var score = routes.MapGroup(Routes.Leads + "/{id:guid}/score").WithTags("Scores").RequireAuthorization(Policies.Team);
        score.MapGet("replay", ReplayAsync).WithSummary("Computes the score again from the stored messages with the card's stored version");
    }

    private static async Task<Results<Ok<ScoreReplay>, ProblemHttpResult>> ReplayAsync(Guid id, Replays replays, CancellationToken cancellationToken) =>
        await replays.RunAsync(id, cancellationToken) is { } replay ? TypedResults.Ok(replay) : LeadEndpoints.UnknownLead();
}
