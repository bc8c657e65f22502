using LeadHeat.Api.Access;
using LeadHeat.Api.Live;
using LeadHeat.Api.Wire;
using LeadHeat.Core.Live;
using LeadHeat.Core.Overview;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LeadHeat.Api.Overview;

/// <summary>How the leads do: an address a chart.</summary>
internal static class OverviewEndpoints
{
    public static void MapOverview(this IEndpointRouteBuilder routes)
    {
        var overview = routes.MapGroup(Routes.Overview).WithTags("Overview").RequireAuthorization(Policies.Team);
        overview.MapGet("", ChoicesAsync).WithSummary("What the overview can be narrowed to, and when its figures were last up to date").WithMetadata(OverviewQueries.Plain);
        overview.MapGet("funnel", FunnelAsync).WithSummary("How many leads reached each stage, in all and by source, playbook or owner").WithMetadata(OverviewQueries.Grouped);
        Map(overview, "scores", "How leads spread over the scores", (OverviewCharts charts, OverviewQuery query, CancellationToken stop) => charts.ScoresAsync(query, stop));
        Map(overview, "bands", "Leads by day, week or month and band", (OverviewCharts charts, OverviewQuery query, CancellationToken stop) => charts.BandsAsync(query, stop));
        Map(overview, "win-rates", "Won leads of the decided ones, by band, with intervals", (OverviewCharts charts, OverviewQuery query, CancellationToken stop) => charts.WinRatesAsync(query, stop));
        Map(overview, "mood", "Sentiment and frustration in chats", (OverviewCharts charts, OverviewQuery query, CancellationToken stop) => charts.MoodAsync(query, stop));
        Map(overview, "answers", "Time to the first answer of bot and person, by band", (OverviewCharts charts, OverviewQuery query, CancellationToken stop) => charts.AnswersAsync(query, stop));
        Map(overview, "hours", "Chats by weekday and hour of the team's time zone", (OverviewCharts charts, OverviewQuery query, CancellationToken stop) => charts.HoursAsync(query, stop));
        Map(overview, "rules", "Which rules tell won from lost leads, and which do nothing", (OverviewComparisons charts, OverviewQuery query, CancellationToken stop) => charts.RulesAsync(query, stop));
        Map(overview, "drift", "How sources and their scores moved against the time before", (OverviewComparisons charts, OverviewQuery query, CancellationToken stop) => charts.DriftAsync(query, stop));
        overview.MapPost("rebuild", RebuildAsync).RequireAuthorization(Policies.Admin).WithSummary("Counts everything anew; for admins");
    }

    private static void Map<TCharts, T>(RouteGroupBuilder overview, string path, string summary, Func<TCharts, OverviewQuery, CancellationToken, Task<T>> read)
        where TCharts : notnull =>
        overview.MapGet(path, async Task<Results<Ok<T>, ValidationProblem>> (HttpContext context, [Microsoft.AspNetCore.Mvc.FromServices] TCharts charts, CancellationToken cancellationToken) =>
        {
            var (query, errors) = Read(context, new QueryReader(context.Request.Query, OverviewQueries.Plain));
            return errors ?? (Results<Ok<T>, ValidationProblem>)TypedResults.Ok(await read(charts, query, cancellationToken));
        }).WithSummary(summary).WithMetadata(OverviewQueries.Plain);

    private static async Task<Results<Ok<OverviewChoices>, ValidationProblem>> ChoicesAsync(
        HttpContext context, OverviewNames names, OverviewFrames frames, CancellationToken cancellationToken)
    {
        var (query, errors) = Read(context, new QueryReader(context.Request.Query, OverviewQueries.Plain));
        return errors is not null ? errors : TypedResults.Ok(await names.ChoicesAsync(frames.Of(query), cancellationToken));
    }

    private static async Task<Results<Ok<OverviewFunnel>, ValidationProblem>> FunnelAsync(HttpContext context, OverviewCharts charts, CancellationToken cancellationToken)
    {
        var reader = new QueryReader(context.Request.Query, OverviewQueries.Grouped);
        var by = reader.Word("by", OverviewGroup.Source);
        var (query, errors) = Read(context, reader);
        return errors is not null ? errors : TypedResults.Ok(await charts.FunnelAsync(query, by, cancellationToken));
    }

    private static async Task<Accepted> RebuildAsync(
        NpgsqlDataSource database, IOptions<OverviewOptions> options, LiveEvents live, TimeProvider clock, CancellationToken cancellationToken)
    {
        await RollerStore.RebuildAsync(database, options.Value.TimeZone, clock.GetUtcNow(), cancellationToken);
        live.Publish(LiveEventKind.OverviewChanged);
        return TypedResults.Accepted(Routes.Overview);
    }

    private static (OverviewQuery Query, ValidationProblem? Errors) Read(HttpContext context, QueryReader reader)
    {
        var query = OverviewQueries.Read(reader, Actor.Of(context.User).Id);
        return (query, reader.Errors.Count > 0 ? TypedResults.ValidationProblem(reader.Errors) : null);
    }
}
