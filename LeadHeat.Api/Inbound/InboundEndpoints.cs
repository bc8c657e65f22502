using LeadHeat.Api.Access;
using LeadHeat.Api.Audit;
using LeadHeat.Api.Wire;
using LeadHeat.Core.Access;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Api.Inbound;

/// <summary>What came in from other platforms: found by its id there, looked into, handled again.</summary>
internal static class InboundEndpoints
{
    private static readonly QueryParameters Parameters = new(
    [
        new("externalId", "Only what the platform gave this id."),
        new("state", "Only what is in this state.", Words.All<InboundState>()),
        new("channel", "Only from there.", Words.All<InboundChannel>()),
        new("cursor", "The 'next' of the page before."),
        new("limit", "How many, 1 to 100; 50 when not said."),
    ]);

    public static void MapInbound(this IEndpointRouteBuilder routes)
    {
        var inbound = routes.MapGroup(Routes.Inbound).WithTags("Inbound").RequireAuthorization(Policies.Team);
        inbound.MapGet("", ListAsync).WithSummary("What came in, newest first").WithMetadata(Parameters);
        inbound.MapPost("search", ListAsync).NeedsScope(KeyScope.Read).ChangesNothing()
            .WithSummary("The same by a body: platforms' ids of people stand in no address").WithMetadata(Parameters);
        inbound.MapGet("counts", CountAsync).WithSummary("How much of it waits, is quarantined or dead, and how many deliveries were refused");
        inbound.MapGet("{id:guid}", FindAsync).RequireAuthorization(Policies.Admin).WithSummary("An event with what came");
        inbound.MapPost("{id:guid}/replay", ReplayAsync).WithSummary("Handles a quarantined or dead event again; a form that is a lead already is read anew");
        inbound.MapPost("replay", ReplayAllAsync).WithSummary("Handles all quarantined or dead events again");
    }

    private static async Task<Results<Ok<InboundPage>, ValidationProblem>> ListAsync(
        HttpContext context, InboundArchive archive, CancellationToken cancellationToken)
    {
        var query = await QueryReader.OfAsync(context.Request, Parameters, cancellationToken);
        Cursor cursor = default;
        if (query.Cursor("cursor") is { } text && !Cursor.TryRead(text, InboundArchive.Order, out cursor))
            query.Refuse("cursor", "This is no cursor of a page of what came in. Begin again without one.");
        var (externalId, states, channels) = (query.Text("externalId"), query.Words<InboundState>("state"), query.Words<InboundChannel>("channel"));
        var limit = query.Count("limit", most: 100, otherwise: 50);
        return query.Errors.Count > 0
            ? TypedResults.ValidationProblem(query.Errors)
            : TypedResults.Ok(await archive.ListAsync(
                externalId, states?[0], channels?[0], cursor.Id == Guid.Empty ? null : cursor.Id, limit, cancellationToken));
    }

    private static async Task<Ok<InboundCounts>> CountAsync(InboundArchive archive, CancellationToken cancellationToken) =>
        TypedResults.Ok(await archive.CountAsync(cancellationToken));

    private static async Task<Results<Ok<InboundDetail>, ProblemHttpResult>> FindAsync(
        Guid id, InboundArchive archive, CancellationToken cancellationToken) =>
        await archive.FindAsync(id, cancellationToken) is { } found
            ? TypedResults.Ok(found)
            : TypedResults.Problem("There is no such event.", statusCode: StatusCodes.Status404NotFound, title: "The event is unknown");

    private static async Task<Results<NoContent, ProblemHttpResult>> ReplayAsync(Guid id, InboundArchive archive, CancellationToken cancellationToken) =>
        await archive.ReplayAsync(id, cancellationToken)
            ? TypedResults.NoContent()
            : TypedResults.Problem(
                "Only what is quarantined or dead can be handled again, and a form that is a lead can be read anew.", statusCode: StatusCodes.Status409Conflict, title: "It needs no other try");

    private static async Task<Results<Ok<InboundReplayed>, ValidationProblem>> ReplayAllAsync(
        ReplayInbound replay, InboundArchive archive, CancellationToken cancellationToken) =>
        replay.State is InboundState.Quarantined or InboundState.Dead
            ? TypedResults.Ok(new InboundReplayed(await archive.ReplayAsync(replay, cancellationToken)))
            : TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["state"] = ["Only what is quarantined or dead can be handled again."] });
}
