using System.Security.Claims;
using LeadHeat.Api.Access;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Api.Channels.LeadAds;

internal static class LeadFormEndpoints
{
    public static void MapLeadForms(this IEndpointRouteBuilder routes)
    {
        var forms = routes.MapGroup(Routes.LeadForms).WithTags("Lead forms").RequireAuthorization(Policies.Team);
        forms.MapGet("", ListAsync).WithSummary("Forms that leads came from, with which question fills which field");
        forms.MapPut("{id}/mapping", MapAsync).RequireAuthorization(Policies.Admin).WithSummary("Puts a form's mapping right");
    }

    private static async Task<Ok<LeadForms>> ListAsync(LeadFormStore forms, CancellationToken cancellationToken) =>
        TypedResults.Ok(await forms.ListAsync(cancellationToken));

    private static async Task<Results<Ok<LeadFormView>, ProblemHttpResult>> MapAsync(
        string id, MapLeadForm change, ClaimsPrincipal caller, LeadFormStore forms, CancellationToken cancellationToken) =>
        await forms.MapAsync(id, change, Actor.Of(caller).Id, cancellationToken) is { } form
            ? TypedResults.Ok(form)
            : TypedResults.Problem("There is no such form.", statusCode: StatusCodes.Status404NotFound, title: "The form is unknown");
}
