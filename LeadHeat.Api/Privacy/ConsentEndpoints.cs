using System.Security.Claims;
using LeadHeat.Api.Access;
using LeadHeat.Api.Conversations;
using LeadHeat.Api.Limits;
using LeadHeat.Core.Privacy;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Api.Privacy;

/// <summary>What people agreed to: noted by the team, or by visitors who tick a box.</summary>
internal static class ConsentEndpoints
{
    public static void MapConsents(this IEndpointRouteBuilder routes)
    {
        var ledger = routes.MapGroup(Routes.Contacts + "/{id:guid}/consents").WithTags("Privacy").RequireAuthorization(Policies.Team);
        ledger.MapGet("", ReadAsync).WithSummary("What a person agreed to and took back, newest first");
        ledger.MapPost("", RecordAsync).WithSummary("Notes that a person agreed to something, or took it back");
        routes.MapPost(Routes.Sessions + "/{id:guid}/consent", TickAsync).WithTags("Chat").AllowAnonymous().RequireRateLimit(RateLimits.Public)
            .WithSummary("A visitor ticked a box of the chat, or cleared it; after their first message");
    }

    private static async Task<Results<Ok<ConsentLedger>, ProblemHttpResult>> ReadAsync(Guid id, Consents consents, CancellationToken cancellationToken) =>
        await consents.ReadAsync(id, cancellationToken) is { } ledger ? TypedResults.Ok(ledger) : PersonEndpoints.Unknown();

    private static async Task<Results<Created<ConsentLine>, ProblemHttpResult>> RecordAsync(
        Guid id, RecordConsent consent, ClaimsPrincipal caller, Consents consents, TimeProvider clock, CancellationToken cancellationToken)
    {
        var line = new NewConsent(
            consent.Purpose, consent.Granted, "team", consent.Words, clock.GetUtcNow(), consent.ClientId is null ? null : $"team:{consent.ClientId}", Actor.Of(caller).Name);
        return await consents.AddAsync(id, line, cancellationToken) is { } added ? TypedResults.Created((string?)null, added) : PersonEndpoints.Unknown();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> TickAsync(
        Guid id, RecordConsent consent, Consents consents, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (isKnown, contact) = await consents.ContactOfAsync(id, cancellationToken);
        if (!isKnown)
            return SessionEndpoints.Unknown();
        if (contact is not { } contactId)
            return TypedResults.Problem(
                "Send it with or after the visitor's first message: before it there is nobody whose consent it could be.",
                statusCode: StatusCodes.Status409Conflict, title: "Nothing was written yet");
        var line = new NewConsent(consent.Purpose, consent.Granted, "web", consent.Words, clock.GetUtcNow(), consent.ClientId is null ? null : $"web:{consent.ClientId}");
        return await consents.AddAsync(contactId, line, cancellationToken) is null ? SessionEndpoints.Unknown() : TypedResults.NoContent();
    }
}
