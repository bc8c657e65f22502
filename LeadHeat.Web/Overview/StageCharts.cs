using LeadHeat.Core.Leads;
using LeadHeat.Core.Overview;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Wording;
using static LeadHeat.Web.Overview.OverviewWords;

namespace LeadHeat.Web.Overview;

/// <summary>How far leads come, and whose.</summary>
internal static class StageCharts
{
    // Of fewer leads, a single one more would change who is best.
    private const int Enough = 20;

    private const string FunnelTitle = "How far do leads come?";

    public static OverviewChart Funnel(OverviewFunnel funnel, OverviewLinks links)
    {
        var all = funnel.Total;
        if (all.Leads == 0)
            return OverviewChart.Empty("funnel", FunnelTitle, "No lead came in this time.");
        var stages = all.Reached.OrderBy(stage => stage.Key).ToList();
        return new(
            "funnel", FunnelTitle, $"Of {LeadsOf(all.Leads)}, {Count(all.Won)} were won ({Percent(all.Conversion.Rate)}) and {Count(all.Lost)} lost.", "bars",
            ChartData.Bars(
                stages.Select(stage => Say.Status(stage.Key)), [("Leads", "accent", stages.Select(stage => ((double)stage.Value, (string?)Link(stage.Key))))], lying: true),
            ["Stage", "Came this far", "Of all", "Of the stage before"],
            [
                .. stages.Select((stage, at) => (IReadOnlyList<Cell>)[
                    new(Say.Status(stage.Key)), Number(stage.Value, Link(stage.Key)), Share(stage.Value, all.Leads), at == 0 ? new("", IsNumber: true) : Share(stage.Value, stages[at - 1].Value)]),
                [new("Lost"), Number(all.Lost, links.To(status: LeadStatus.Lost)), Share(all.Lost, all.Leads), new("", IsNumber: true)],
            ])
        {
            Note = "A lost lead counts for the stages that it had come to.",
        };

        string Link(LeadStatus stage) => links.To(OverviewFigure.Reached(stage));
    }

    public static OverviewChart Groups(OverviewFunnel funnel, OverviewLinks links)
    {
        var title = funnel.By switch { OverviewGroup.Source => "Which sources bring won leads?", OverviewGroup.Playbook => "Which playbooks win?", _ => "Who wins leads?" };
        if (funnel.Total.Leads == 0)
            return OverviewChart.Empty("groups", title, "No lead came in this time.");
        var enough = funnel.Groups.Where(group => group.Leads >= Enough).ToList();
        var among = enough.Count == funnel.Groups.Count ? "" : $"Of the {funnel.By switch { OverviewGroup.Source => "sources", OverviewGroup.Playbook => "playbooks", _ => "owners" }} with at least {Enough} leads, ";
        return new(
            "groups", title,
            enough.MaxBy(group => group.Conversion.Rate ?? 0) is { Won: > 0 } best
                ? $"{among}{NameOf(funnel.By, best)} wins the greatest share: {Of(best.Conversion)}." : "Too few leads were won to name the best.", "intervals",
            ChartData.Intervals(
                funnel.Groups.Take(12).Select(group => (
                    NameOf(funnel.By, group), group.Conversion.Rate ?? 0, group.Conversion.Low ?? 0, group.Conversion.High ?? 0, "accent",
                    $"{Count(group.Won)} of {Count(group.Leads)} won", (string?)links.ToGroup(funnel.By, group.Key, LeadStatus.Won))), "share"),
            [funnel.By.ToString(), "Leads", "Qualified", "Won", "Lost", "Won of all", "Won of decided"],
            [
                .. funnel.Groups.Select(group => (IReadOnlyList<Cell>)[
                    new(NameOf(funnel.By, group)), Number(group.Leads, links.ToGroup(funnel.By, group.Key)),
                    Number(group.Reached[LeadStatus.Qualified], links.ToGroup(funnel.By, group.Key, figure: OverviewFigure.Reached(LeadStatus.Qualified))),
                    Number(group.Won, links.ToGroup(funnel.By, group.Key, LeadStatus.Won)), Number(group.Lost, links.ToGroup(funnel.By, group.Key, LeadStatus.Lost)),
                    new(Of(group.Conversion), IsNumber: true, Raw: Raw(group.Conversion.Rate)), new(Of(group.WinRate), IsNumber: true, Raw: Raw(group.WinRate.Rate))]),
            ])
        {
            Note = "In brackets: where the true share lies 19 times of 20." + (funnel.Groups.Count > 12 ? " The chart shows the 12 with most leads." : ""),
        };
    }

    public static Cell Number(int count, string href) => new(Count(count), count > 0 ? href : null, true, count.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static Cell Share(int part, int whole) => new(whole > 0 ? Percent((double)part / whole) : "–", IsNumber: true, Raw: whole > 0 ? Raw((double)part / whole) : "");

    public static string Raw(double? value) => value?.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private static string NameOf(OverviewGroup by, FunnelRow group) => by switch
    {
        OverviewGroup.Source => Say.Source(Words.Parse<LeadSource>(group.Key!)),
        OverviewGroup.Playbook => Say.Field(group.Key!.Replace('-', ' ')),
        _ => group.Key is null ? "Nobody" : group.Title ?? "Somebody who left",
    };
}
