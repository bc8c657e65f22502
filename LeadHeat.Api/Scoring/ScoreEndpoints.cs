using LeadHeat.Api.Access;
using LeadHeat.Api.Leads;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Api.Scoring;

/// <summary>A lead's score: where it comes from, how it went, what would change it, what to do next.</summary>
internal static class ScoreEndpoints
{
    public static void AddScoring(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHostedService<ShippedCards>();
        builder.Services.AddSingleton<ActiveCards>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ActiveCards>());
        builder.Services.AddSingleton<Cards>();
        builder.Services.AddSingleton<Publishing>();
        builder.Services.AddSingleton<RescoredPart>();
        builder.Services.AddHostedService<Rescoring>();
        builder.Services.AddSingleton<ShadowScoring>();
        builder.Services.AddSingleton<ShadowBeats>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ShadowBeats>());
        builder.Services.AddSingleton<ShadowRuns>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ShadowRuns>());
        builder.Services.AddSingleton<LeadScores>();
        builder.Services.AddSingleton<Replays>();
    }

    public static void MapScoring(this IEndpointRouteBuilder routes)
    {
        var lead = routes.MapGroup(Routes.Leads + "/{id:guid}").WithTags("Scores").RequireAuthorization(Policies.Team);
        lead.MapGet("score/replay", ReplayAsync).WithSummary("Computes the score again from the stored messages with the card's stored version");
        lead.MapGet("score/history", HistoryAsync).WithSummary("The score over time");
        lead.MapGet("score/what-if", WhatIfAsync).WithSummary("What would raise or lower the score, and what to ask next");
        lead.MapGet("score/cards", CardsAsync).WithSummary("The lead as each card in use sees it");
        lead.MapGet("recommendation", RecommendAsync).WithSummary("The next best action, with its reasons");
        routes.MapScorecards();
    }

    private static async Task<Results<Ok<ScoreReplay>, ProblemHttpResult>> ReplayAsync(Guid id, Replays replays, CancellationToken cancellationToken) =>
        await replays.RunAsync(id, cancellationToken) is { } replay ? TypedResults.Ok(replay) : LeadEndpoints.UnknownLead();

    private static async Task<Results<Ok<ScoreHistory>, ProblemHttpResult>> HistoryAsync(Guid id, LeadScores scores, CancellationToken cancellationToken) =>
        await scores.HistoryAsync(id, cancellationToken) is { } history ? TypedResults.Ok(history) : LeadEndpoints.UnknownLead();

    private static async Task<Results<Ok<WhatIf>, ProblemHttpResult>> WhatIfAsync(Guid id, LeadScores scores, CancellationToken cancellationToken) =>
        await scores.WhatIfAsync(id, cancellationToken) is { } whatIf
            ? TypedResults.Ok(whatIf)
            : TypedResults.Problem(
                "There is no such lead, or nothing is known of it yet.", statusCode: StatusCodes.Status404NotFound, title: "The lead has no score");

    private static async Task<Results<Ok<IReadOnlyList<CardScore>>, ProblemHttpResult>> CardsAsync(Guid id, LeadScores scores, CancellationToken cancellationToken) =>
        await scores.CardsAsync(id, cancellationToken) is { } cards ? TypedResults.Ok(cards) : LeadEndpoints.UnknownLead();

    private static async Task<Results<Ok<NextBestAction>, ProblemHttpResult>> RecommendAsync(Guid id, LeadScores scores, CancellationToken cancellationToken) =>
        await scores.RecommendAsync(id, cancellationToken) is { } action ? TypedResults.Ok(action) : LeadEndpoints.UnknownLead();
}
