using System.Globalization;
using System.Text;
using LeadHeat.Core.Overview;
using LeadHeat.Core.Uploads;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Web.Overview;

/// <summary>A chart's table as a file.</summary>
internal static class OverviewFiles
{
    public static void MapOverviewFiles(this IEndpointRouteBuilder routes) => routes.MapGet("/overview/{name}.csv", WriteAsync);

    private static async Task<Results<FileContentHttpResult, NotFound, StatusCodeHttpResult>> WriteAsync(
        string name, HttpContext context, ApiClients clients, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (OverviewCatalog.All.FirstOrDefault(chart => chart.Name == name) is not { Load: { } load })
            return TypedResults.NotFound();
        using var session = new TeamSession(new RequestUser(context.User), clients, clock);
        var view = OverviewView.Parse(key => context.Request.Query[key]);
        try
        {
            var chart = await load(clients.ForSession(session), view.Query, view.By, cancellationToken);
            return TypedResults.File(Encode(chart), "text/csv; charset=utf-8", $"{name} {clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.csv");
        }
        catch (LeadHeatException refused)
        {
            return TypedResults.StatusCode((int)refused.Status);
        }
    }

    /// <summary>The table as CSV. No cell is a formula to a spreadsheet.</summary>
    public static byte[] Encode(OverviewChart chart)
    {
        var (text, dialect) = (new StringWriter(CultureInfo.InvariantCulture), new CsvDialect());
        CsvWriter.Write(text, chart.Columns.Select(CsvWriter.Guard), dialect);
        foreach (var row in chart.Rows)
            CsvWriter.Write(text, row.Select(cell => cell.Raw ?? CsvWriter.Guard(cell.Text)), dialect);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }
}
