using System.Security.Claims;
using LeadHeat.Api.Audit;
using LeadHeat.Core.Access;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Api.Access;

internal static class ApiKeyEndpoints
{
    public static void MapApiKeys(this IEndpointRouteBuilder routes)
    {
        var keys = routes.MapGroup(Routes.ApiKeys).WithTags("Access").RequireAuthorization(Policies.People).AuditsItself();
        keys.MapGet("", ListAsync).WithSummary("The keys of programs, without the keys themselves");
        keys.MapPost("", AddAsync).WithSummary("Makes a key for a program; the answer has the only sight of it");
        keys.MapDelete("{id:guid}", RevokeAsync).WithSummary("Ends a key");
    }

    private static async Task<Ok<IReadOnlyList<ApiKeyView>>> ListAsync(ApiKeys keys, CancellationToken cancellationToken) =>
        TypedResults.Ok(await keys.ListAsync(cancellationToken));

    private static async Task<Created<NewApiKey>> AddAsync(AddApiKey add, ClaimsPrincipal caller, ApiKeys keys, CancellationToken cancellationToken) =>
        TypedResults.Created((string?)null, await keys.AddAsync(add, Actor.Of(caller), cancellationToken));

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(Guid id, ClaimsPrincipal caller, ApiKeys keys, CancellationToken cancellationToken) =>
        await keys.RevokeAsync(id, Actor.Of(caller), cancellationToken)
            ? TypedResults.NoContent()
            : TypedResults.Problem("There is no such key.", statusCode: StatusCodes.Status404NotFound, title: "The key is unknown");
}
