using LeadHeat.Core.Leads;
using LeadHeat.Core.Overview;
using LeadHeat.Core.Wire;

namespace LeadHeat.Web.Overview;

/// <summary>What the page shows of one view.</summary>
/// <param name="Hot">Open hot leads as they are now, the hottest first.</param>
public sealed record OverviewShown(OverviewView View, OverviewChoices Choices, IReadOnlyList<OverviewChart> Charts, IReadOnlyList<LeadRow> Hot)
{
    private const int MostHot = 6;

    private static readonly LeadStatus[] OpenStages = [.. Enum.GetValues<LeadStatus>().Where(status => status < LeadStatus.Won)];

    /// <exception cref="LeadHeatException">Something of it could not be read.</exception>
    public static async Task<OverviewShown> LoadAsync(LeadHeatClient api, OverviewView view)
    {
        var choices = api.GetOverviewAsync(view.Query);
        var hot = HotAsync(api, view.Query);
        var charts = OverviewCatalog.All.Select(chart => chart.Load(api, view.Query, view.By, CancellationToken.None)).ToArray();
        await Task.WhenAll([choices, hot, .. charts]);
        return new(view, await choices, [.. charts.Select(chart => chart.Result)], await hot);
    }

    /// <summary>The open hot leads, whenever they came.</summary>
    public static async Task<IReadOnlyList<LeadRow>> HotAsync(LeadHeatClient api, OverviewQuery query) => (await api.GetLeadsAsync(new(
        OpenStages, [Core.Leads.Heat.Hot], query.Playbook, query.Source is { } source ? [source] : null, query.Owner, Sort: LeadSort.Score, Limit: MostHot))).Items;
}
