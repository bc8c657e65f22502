using LeadHeat.Api.Access;
using LeadHeat.Api.Audit;
using LeadHeat.Api.Leads;
using LeadHeat.Api.Visibility;
using LeadHeat.Api.Wire;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Api.Exports;

/// <summary>Leads as a file. It is everybody's address and number at once, so it is for admins.</summary>
internal static class ExportEndpoints
{
    public static void AddExports(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<LeadExport>();

    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        var exports = routes.MapGroup(Routes.LeadExport).WithTags("Leads").RequireAuthorization(Policies.Admin).AuditsRead("leads.exported")
            .WithMetadata(LeadQueryParameters.Export);
        exports.MapGet("", ExportAsync).WithSummary("Leads with their scores as CSV, filtered and sorted like the list; or every line of their ledgers; for admins")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv");
        exports.MapPost("", ExportAsync).WithSummary("The same by a body: whom somebody looks for stands in no address; for admins")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv");
    }

    private static async Task<Results<PushStreamHttpResult, ValidationProblem>> ExportAsync(
        HttpContext context, LeadExport export, Sights sights, TimeProvider clock, CancellationToken cancellationToken)
    {
        var reader = await QueryReader.OfAsync(context.Request, LeadQueryParameters.Export, cancellationToken);
        var actor = Actor.Of(context.User);
        var query = LeadQueryParameters.Read(reader, actor.Id);
        var detail = reader.Word("detail", ExportDetail.Leads);
        return reader.Errors.Count > 0
            ? TypedResults.ValidationProblem(reader.Errors)
            : TypedResults.Stream(
                stream => export.WriteAsync(query, detail, actor, sights.Of(context.User), stream, cancellationToken), "text/csv; charset=utf-8",
                $"{Words.Of(detail)} {clock.GetUtcNow():yyyy-MM-dd}.csv");
    }
}
