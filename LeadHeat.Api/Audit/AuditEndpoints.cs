using LeadHeat.Api.Access;
using LeadHeat.Api.Wire;
using LeadHeat.Core.Access;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Api.Audit;

internal static class AuditEndpoints
{
    private static readonly QueryParameters Parameters = new(
    [
        new("actor", "Only what this member or key did."), new("action", "Only this action, as lead.changed."), new("subject", "Only what was done to the thing of this id."),
        new("from", "At this time or later."), new("to", "Before this time."), new("cursor", "The 'next' of the page before."),
        new("limit", "How many, 1 to 200; 50 when not said."),
    ]);

    public static void AddAudit(this IHostApplicationBuilder builder) =>
        builder.Services.AddSingleton<AuditLists>().AddSingleton<OpenChanges>().AddHostedService<OpenChangeWatch>();

    public static void MapAudit(this IEndpointRouteBuilder routes) => routes.MapGet(Routes.Audit, ListAsync).WithTags("Access")
        .RequireAuthorization(Policies.People).WithMetadata(Parameters).WithSummary("Who changed or exported what, newest first");

    private static async Task<Results<Ok<AuditPage>, ValidationProblem>> ListAsync(HttpContext context, AuditLists lists, CancellationToken cancellationToken)
    {
        var reader = new QueryReader(context.Request.Query, Parameters);
        Cursor? cursor = null;
        if (reader.Cursor("cursor") is { } text && (cursor = Cursor.ReadOrNull(text, AuditLists.Order)) is null)
            reader.Refuse("cursor", "This is no cursor of the audit log. Begin again without one.");
        var query = new AuditQuery(
            reader.Id("actor"), reader.Text("action"), reader.Text("subject"), reader.Time("from"), reader.Time("to"), cursor?.Id, reader.Count("limit", 200, 50));
        return reader.Errors.Count > 0 ? TypedResults.ValidationProblem(reader.Errors) : TypedResults.Ok(await lists.ReadAsync(query, cancellationToken));
    }
}
