using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Overview;
using LeadHeat.Core.Wire;

namespace LeadHeat.Web.Overview;

/// <summary>All charts of the overview, in their order, and where their figures come from.</summary>
internal static class OverviewCatalog
{
    public static IReadOnlyList<(string Name, Func<LeadHeatClient, OverviewQuery, OverviewGroup, CancellationToken, Task<OverviewChart>> Load)> All { get; } =
    [
        ("funnel", async (api, query, _, stop) => { var figures = await api.GetFunnelAsync(query, OverviewGroup.Source, stop); return StageCharts.Funnel(figures, new(query, figures.Frame)); }),
        ("groups", async (api, query, by, stop) => { var figures = await api.GetFunnelAsync(query, by, stop); return StageCharts.Groups(figures, new(query, figures.Frame)); }),
        ("bands", async (api, query, _, stop) => { var figures = await api.GetBandsAsync(query, stop); return BandCharts.Bands(figures, new(query, figures.Frame)); }),
        ("win-rates", async (api, query, _, stop) => { var figures = await api.GetWinRatesAsync(query, stop); return BandCharts.WinRates(figures, new(query, figures.Frame)); }),
        ("rules", async (api, query, _, stop) => { var figures = await api.GetRulesAsync(query, stop); return CompareCharts.Rules(figures, new(query, figures.Frame)); }),
        ("scores", async (api, query, _, stop) => { var figures = await api.GetScoresAsync(query, stop); return BandCharts.Scores(figures, new(query, figures.Frame)); }),
        ("answers", async (api, query, _, stop) => { var figures = await api.GetAnswersAsync(query, stop); return ChatCharts.Answers(figures, new(query, figures.Frame)); }),
        ("drift", async (api, query, _, stop) => { var figures = await api.GetDriftAsync(query, stop); return CompareCharts.Drift(figures, new(query, figures.Frame)); }),
        ("sentiment", async (api, query, _, stop) => { var figures = await api.GetMoodAsync(query, stop); return ChatCharts.Sentiments(figures, new(query, figures.Frame)); }),
        ("frustration", async (api, query, _, stop) => { var figures = await api.GetMoodAsync(query, stop); return ChatCharts.Frustration(figures, new(query, figures.Frame)); }),
        ("hours", async (api, query, _, stop) => { var figures = await api.GetHoursAsync(query, stop); return ChatCharts.Hours(figures, new(query, figures.Frame)); }),
        ("calibration", async (api, _, _, stop) => BandCharts.Calibration(await ModelAsync(api, stop))),
    ];

    private static async Task<HeatModelReport?> ModelAsync(LeadHeatClient api, CancellationToken cancellationToken) =>
        (await api.GetHeatModelsAsync(cancellationToken)).Models.FirstOrDefault(model => model.Active) is { } model ? await api.GetHeatReportAsync(model.Id, cancellationToken) : null;
}
