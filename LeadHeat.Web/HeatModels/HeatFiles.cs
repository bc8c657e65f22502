using LeadHeat.Core.Wire;
using LeadHeat.Web.Access;
using LeadHeat.Web.Overview;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Web.HeatModels;

/// <summary>The tables of a model's report as files.</summary>
internal static class HeatFiles
{
    public static void MapHeatFiles(this IEndpointRouteBuilder routes) => routes.MapGet("/heat/{id:guid}/{name}.csv", WriteAsync);

    public static string AddressOf(Guid model, string chart) => $"/heat/{model}/{chart}.csv";

    private static async Task<Results<FileContentHttpResult, NotFound, StatusCodeHttpResult>> WriteAsync(
        Guid id, string name, HttpContext context, ApiClients clients, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var session = new TeamSession(new RequestUser(context.User), clients, clock);
        try
        {
            var shown = await clients.ForSession(session).GetHeatReportAsync(id, cancellationToken);
            return shown.Report is not null && HeatCharts.Find(name, shown) is { } chart
                ? TypedResults.File(OverviewFiles.Encode(chart), "text/csv; charset=utf-8", $"{name} of heat model {shown.Version}.csv")
                : TypedResults.NotFound();
        }
        catch (LeadHeatException refused)
        {
            return TypedResults.StatusCode((int)refused.Status);
        }
    }
}
