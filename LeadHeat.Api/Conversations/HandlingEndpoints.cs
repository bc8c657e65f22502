using System.Security.Claims;
using LeadHeat.Api.Access;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Api.Conversations;

/// <summary>Who answers in a lead's conversation.</summary>
internal static class HandlingEndpoints
{
    public static void MapHandling(this IEndpointRouteBuilder routes)
    {
        var lead = routes.MapGroup(Routes.Leads + "/{id:guid}").WithTags("Leads").RequireAuthorization(Policies.Team);
        lead.MapPost("messages", AnswerAsync).WithSummary("Answers as a person; the bot falls silent");
        lead.MapPost("handling", ChangeAsync).WithSummary("Takes a conversation over, or gives it back to the bot");
    }

    private static async Task<Results<Ok<MessageView>, ProblemHttpResult>> AnswerAsync(
        Guid id, SendMessage message, ClaimsPrincipal caller, Handlings handlings, CancellationToken cancellationToken) =>
        await handlings.AnswerAsync(id, message, Actor.Of(caller), cancellationToken) is { } stored ? TypedResults.Ok(stored) : Unknown();

    private static async Task<Results<Ok<LeadRow>, ProblemHttpResult>> ChangeAsync(
        Guid id, ChangeHandling change, ClaimsPrincipal caller, Handlings handlings, CancellationToken cancellationToken) =>
        await handlings.ChangeAsync(id, change, Actor.Of(caller), cancellationToken) is { } row ? TypedResults.Ok(row) : Unknown();

    private static ProblemHttpResult Unknown() =>
        TypedResults.Problem("There is no such lead.", statusCode: StatusCodes.Status404NotFound, title: "The lead is unknown");
}
