using LeadHeat.Api.Access;
using LeadHeat.Api.Data;
using LeadHeat.Api.Leads;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace LeadHeat.Api.Visibility;

/// <summary>
/// Stands before every endpoint for callers who do not see all leads. What names a lead is looked up, and unknown unless it is seen; what is not about
/// leads, or leaves out by itself what is not seen, says so; everything else is closed to them.
/// </summary>
internal static class SightGate
{
    private const string OfLead = "select l.id from leads l where l.id = $1";
    private const string OfTurn = "select l.id from turns t join leads l on l.id = t.lead_id where t.id = $1";

    /// <summary>Nothing here is about a lead, or the endpoint leaves out what its caller does not see.</summary>
    public static TBuilder ShowsNoOthersLeads<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new ShownToAll());

    public static void UseSightGate(this IApplicationBuilder app)
    {
        var sights = app.ApplicationServices.GetRequiredService<Sights>();
        var database = app.ApplicationServices.GetRequiredService<NpgsqlDataSource>();
        app.Use(async (context, next) =>
        {
            if (context.GetEndpoint() is not RouteEndpoint endpoint || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
                || sights.Of(context.User) is not { IsEverything: false } sight || endpoint.Metadata.GetMetadata<ShownToAll>() is not null)
                await next(context);
            else if (QueryOf(endpoint) is not { } query || context.Request.RouteValues["id"] is not string text || !Guid.TryParse(text, out var id))
                await Closed().ExecuteAsync(context);
            else if (await SeesAsync(database, sight, query, id, context.RequestAborted))
                await next(context);
            else
                await LeadEndpoints.UnknownLead().ExecuteAsync(context);
        });
    }

    private static string? QueryOf(RouteEndpoint endpoint) => ("/" + endpoint.RoutePattern.RawText?.Trim('/')) switch
    {
        var route when route.StartsWith(Routes.Leads + "/{id:guid}", StringComparison.Ordinal) => OfLead,
        var route when route.StartsWith("/api/turns/{id:guid}", StringComparison.Ordinal) => OfTurn,
        _ => null,
    };

    private static async Task<bool> SeesAsync(NpgsqlDataSource database, Sight sight, string query, Guid id, CancellationToken cancellationToken)
    {
        var parameters = new SqlParameters();
        parameters.Add(id);
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(parameters.Command($"{query} and {sight.Condition(parameters)}"));
        return await batch.ExecuteScalarAsync(cancellationToken) is not null;
    }

    private static ProblemHttpResult Closed() => TypedResults.Problem(
        "Leads are shown by team here, and this shows those of all teams. Ask an admin.", statusCode: StatusCodes.Status403Forbidden, title: "Closed to you");

    private sealed record ShownToAll;
}
