using LeadHeat.Api.Access;
using LeadHeat.Api.Channels.WhatsApp.Flows;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Api.Inbound;

/// <summary>What was not let in because of its signature, for admins: looked into, and tried again once the secret is right.</summary>
internal static class RefusalEndpoints
{
    public static void MapRefusals(this IEndpointRouteBuilder routes)
    {
        var refused = routes.MapGroup(Routes.Refused).WithTags("Inbound").RequireAuthorization(Policies.Admin);
        refused.MapGet("", ListAsync).WithSummary("Deliveries that were refused for their signature, newest first, and how many questions of forms could not be read");
        refused.MapGet("{id:guid}", FindAsync).WithSummary("A refused delivery with what came");
        refused.MapPost("{id:guid}/replay", ReplayAsync).WithSummary("Lets a refused delivery in, if its signature fits the app secret of now");
        refused.MapPost("replay", async (Refusals refusals, CancellationToken cancellationToken) => TypedResults.Ok(await refusals.ReplayAsync(null, cancellationToken)))
            .WithSummary("Lets all refused deliveries in whose signature fits the app secret of now");
    }

    private static async Task<Ok<RefusedDeliveries>> ListAsync(Refusals refusals, UnreadFormCounts unread, CancellationToken cancellationToken) =>
        TypedResults.Ok(await refusals.ListAsync(cancellationToken) with { Unread = await unread.ListAsync(cancellationToken) });

    private static async Task<Results<Ok<RefusedDetail>, ProblemHttpResult>> FindAsync(Guid id, Refusals refusals, CancellationToken cancellationToken) =>
        await refusals.FindAsync(id, cancellationToken) is { } found ? TypedResults.Ok(found) : Unknown();

    private static async Task<Results<NoContent, ProblemHttpResult>> ReplayAsync(Guid id, Refusals refusals, CancellationToken cancellationToken)
    {
        if ((await refusals.ReplayAsync(id, cancellationToken)).Taken > 0)
            return TypedResults.NoContent();
        return await refusals.FindAsync(id, cancellationToken) is { } left
            ? TypedResults.Problem(left.Delivery.Reason, statusCode: StatusCodes.Status409Conflict, title: "Its signature is still not ours")
            : Unknown();
    }

    private static ProblemHttpResult Unknown() => TypedResults.Problem(
        "There is no such delivery. Refused ones are kept for some days, and only the newest; one that was let in is among what came in.",
        statusCode: StatusCodes.Status404NotFound, title: "The delivery is unknown");
}
