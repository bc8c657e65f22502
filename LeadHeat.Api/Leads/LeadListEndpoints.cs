using LeadHeat.Api.Access;
using LeadHeat.Api.Audit;
using LeadHeat.Api.Visibility;
using LeadHeat.Api.Wire;
using LeadHeat.Core.Access;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Api.Leads;

internal static class LeadListEndpoints
{
    public static void MapLeadLists(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Leads").RequireAuthorization(Policies.Team).ShowsNoOthersLeads();
        group.MapGet(Routes.Leads, ListAsync).WithSummary("A page of leads, filtered and sorted").WithMetadata(LeadQueryParameters.List);
        group.MapPost(Routes.LeadSearch, ListAsync).NeedsScope(KeyScope.Read).ChangesNothing()
            .WithSummary("The same by a body: whom somebody looks for stands in no address").WithMetadata(LeadQueryParameters.List);
        group.MapGet(Routes.LeadCounts, CountAsync).WithSummary("How many leads there are, by view, heat and status");
        group.MapGet(Routes.Pipeline, PipelineAsync).WithSummary("The pipeline: a column a status").WithMetadata(LeadQueryParameters.Pipeline);
    }

    private static async Task<Results<Ok<LeadPage>, ValidationProblem>> ListAsync(
        HttpContext context, LeadLists lists, Sights sights, CancellationToken cancellationToken)
    {
        var reader = await QueryReader.OfAsync(context.Request, LeadQueryParameters.List, cancellationToken);
        var query = LeadQueryParameters.Read(reader, Actor.Of(context.User).Id);
        return reader.Errors.Count > 0
            ? TypedResults.ValidationProblem(reader.Errors)
            : TypedResults.Ok(await lists.PageAsync(query, sights.Of(context.User), cancellationToken));
    }

    private static async Task<Ok<LeadCounts>> CountAsync(HttpContext context, LeadLists lists, Sights sights, CancellationToken cancellationToken) =>
        TypedResults.Ok(await lists.CountAsync(Actor.Of(context.User).Id, sights.Of(context.User), cancellationToken));

    private static async Task<Results<Ok<Pipeline>, ValidationProblem>> PipelineAsync(
        HttpContext context, LeadLists lists, Sights sights, CancellationToken cancellationToken)
    {
        var reader = new QueryReader(context.Request.Query, LeadQueryParameters.Pipeline);
        var query = LeadQueryParameters.Read(reader, Actor.Of(context.User).Id);
        return reader.Errors.Count > 0
            ? TypedResults.ValidationProblem(reader.Errors)
            : TypedResults.Ok(await lists.PipelineAsync(query, sights.Of(context.User), cancellationToken));
    }
}
