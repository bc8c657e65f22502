using System.Security.Claims;
using LeadHeat.Api.Access;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Api.Channels.Conversions;

internal static class ConversionEndpoints
{
    public static void MapConversions(this IEndpointRouteBuilder routes)
    {
        var conversions = routes.MapGroup(Routes.Conversions).WithTags("Lead forms").RequireAuthorization(Policies.Team);
        conversions.MapGet("", async (ConversionStore store, CancellationToken cancellationToken) => TypedResults.Ok(await store.ReadAsync(cancellationToken)))
            .WithSummary("Whether Meta is told what became of its leads, and what it was told last");
        conversions.MapPut("", SetAsync).RequireAuthorization(Policies.Admin).WithSummary("Switches it on or off");
        conversions.MapPost("replay", async (Guid? leadId, ConversionStore store, CancellationToken cancellationToken) =>
                TypedResults.Ok(new InboundReplayed(await store.SendAgainAsync(leadId, cancellationToken))))
            .RequireAuthorization(Policies.Admin).WithSummary("Sends again what failed: of one lead, or of all");
    }

    private static async Task<Ok<ConversionFeedback>> SetAsync(
        ConversionSettings settings, ClaimsPrincipal caller, ConversionStore store, CancellationToken cancellationToken)
    {
        await store.SetAsync(settings, Actor.Of(caller).Id, cancellationToken);
        return TypedResults.Ok(await store.ReadAsync(cancellationToken));
    }
}
