using System.Security.Claims;
using LeadHeat.Api.Access;
using LeadHeat.Api.Leads;
using LeadHeat.Core.Evals;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Api.Evals;

/// <summary>What the last run of the evals found, and the corrections that were kept as cases.</summary>
internal static class EvalEndpoints
{
    public static void AddEvals(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<KeptCases>();
        builder.Services.AddSingleton(new EvalReports(builder.Configuration["Evals:Report"]));
    }

    public static void MapEvals(this IEndpointRouteBuilder routes)
    {
        var evals = routes.MapGroup(Routes.Evals).WithTags("Evals").RequireAuthorization(Policies.Team);
        evals.MapGet("", ReadAsync).WithSummary("The last run's report and the corrections that were kept");
        evals.MapDelete("cases/{id:guid}", ForgetAsync).WithSummary("Forgets a kept correction");
        routes.MapPost(Routes.Leads + "/{id:guid}/cases", KeepAsync).WithTags("Evals").RequireAuthorization(Policies.Team)
            .WithSummary("Keeps a correction as a case: a fact that a person put right, or a wrong answer of the bot");
    }

    private static async Task<Ok<EvalOverview>> ReadAsync(KeptCases cases, EvalReports reports, CancellationToken cancellationToken) =>
        TypedResults.Ok(new EvalOverview(await reports.ReadAsync(cancellationToken), await cases.ReadAsync(cancellationToken)));

    private static async Task<Results<Created<KeptCase>, ProblemHttpResult>> KeepAsync(
        Guid id, KeepCase keep, ClaimsPrincipal caller, KeptCases cases, CancellationToken cancellationToken) =>
        await cases.KeepAsync(id, keep, Actor.Of(caller), cancellationToken) is { } kept
            ? TypedResults.Created(Routes.KeptCase(kept.Id), kept)
            : LeadEndpoints.UnknownLead();

    private static async Task<Results<NoContent, ProblemHttpResult>> ForgetAsync(Guid id, KeptCases cases, CancellationToken cancellationToken) =>
        await cases.ForgetAsync(id, cancellationToken)
            ? TypedResults.NoContent()
            : TypedResults.Problem("There is no such case.", statusCode: StatusCodes.Status404NotFound, title: "The case is unknown");
}
