using System.Security.Claims;
using LeadHeat.Api.Access;
using LeadHeat.Api.Audit;
using LeadHeat.Api.Leads;
using LeadHeat.Core.Access;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Api.Visibility;

internal static class SalesTeamEndpoints
{
    public static void AddVisibility(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Sights>();
        builder.Services.AddSingleton<SeenEvents>();
        builder.Services.AddSingleton<SalesTeams>();
    }

    public static void MapSalesTeams(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Routes.Teams, ListAsync).WithTags("Access").RequireAuthorization(Policies.Team).ShowsNoOthersLeads().WithSummary("The teams, with their members");
        var admin = routes.MapGroup(Routes.Teams).WithTags("Access").RequireAuthorization(Policies.People).AuditsItself();
        admin.MapPost("", AddAsync).WithSummary("A new team; leads of its playbooks that belong to no team become its own");
        admin.MapPut("{id:guid}", SaveAsync).WithSummary("What a team is from now on");
        admin.MapDelete("{id:guid}", RemoveAsync).WithSummary("Takes a team away; its leads belong to no team then");
        routes.MapPut(Routes.Leads + "/{id:guid}/team", MoveAsync).WithTags("Leads").RequireAuthorization(Policies.Admin).AuditsItself().WithSummary("Gives a lead to a team, or to none");
    }

    private static async Task<Ok<IReadOnlyList<SalesTeam>>> ListAsync(SalesTeams teams, CancellationToken cancellationToken) =>
        TypedResults.Ok(await teams.ListAsync(cancellationToken));

    private static async Task<Created<SalesTeam>> AddAsync(SaveTeam save, ClaimsPrincipal caller, SalesTeams teams, CancellationToken cancellationToken) =>
        TypedResults.Created((string?)null, await teams.SaveAsync(null, save, Actor.Of(caller), cancellationToken));

    private static async Task<Results<Ok<SalesTeam>, ProblemHttpResult>> SaveAsync(
        Guid id, SaveTeam save, ClaimsPrincipal caller, SalesTeams teams, CancellationToken cancellationToken) =>
        await teams.SaveAsync(id, save, Actor.Of(caller), cancellationToken) is { } team ? TypedResults.Ok(team) : Unknown();

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(Guid id, ClaimsPrincipal caller, SalesTeams teams, CancellationToken cancellationToken) =>
        await teams.RemoveAsync(id, Actor.Of(caller), cancellationToken) ? TypedResults.NoContent() : Unknown();

    private static async Task<Results<NoContent, ProblemHttpResult>> MoveAsync(
        Guid id, MoveLead move, ClaimsPrincipal caller, SalesTeams teams, CancellationToken cancellationToken) =>
        await teams.MoveAsync(id, move.TeamId, Actor.Of(caller), cancellationToken) ? TypedResults.NoContent() : LeadEndpoints.UnknownLead();

    private static ProblemHttpResult Unknown() =>
        TypedResults.Problem("There is no such team.", statusCode: StatusCodes.Status404NotFound, title: "The team is unknown");
}
