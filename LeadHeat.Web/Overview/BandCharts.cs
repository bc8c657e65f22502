using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Overview;
using LeadHeat.Core.Wire;
using LeadHeat.Web.HeatModels;
using LeadHeat.Web.Wording;
using static LeadHeat.Web.Overview.OverviewWords;
using static LeadHeat.Web.Overview.StageCharts;

namespace LeadHeat.Web.Overview;

/// <summary>Bands and scores: how many there are, and whether they hold what they promise.</summary>
internal static class BandCharts
{
    private static readonly Heat[] HotFirst = [Heat.Hot, Heat.Warm, Heat.Cold, Heat.Unqualified];

    public static OverviewChart Bands(OverviewBands bands, OverviewLinks links)
    {
        const string title = "How hot are the leads that come?";
        if (bands.Steps.All(step => step.Leads.Values.Sum() == 0))
            return OverviewChart.Empty("bands", title, "No lead came in this time.");
        var all = bands.Steps.Sum(step => step.Leads.Values.Sum());
        var hot = bands.Steps.Sum(step => step.Leads[Heat.Hot]);
        return new(
            "bands", title, $"{LeadsOf(all)} came, and {Count(hot)} of them are hot ({Percent((double)hot / all)}).", "bars",
            ChartData.Bars(
                bands.Steps.Select(Step),
                HotFirst.Reverse().Select(heat => (Say.Heat(heat), Words.Of(heat), bands.Steps.Select(step => ((double)step.Leads[heat], (string?)links.ToStep(step, heat))))), stacked: true),
            ["Came", .. HotFirst.Select(Say.Heat), "All"],
            [
                .. bands.Steps.Reverse().Select(step => (IReadOnlyList<Cell>)[
                    new(Step(step)), .. HotFirst.Select(heat => Number(step.Leads[heat], links.ToStep(step, heat))), Number(step.Leads.Values.Sum(), links.ToStep(step, null))]),
            ])
        {
            Note = "By the band that they are in now.",
        };
    }

    public static OverviewChart Scores(OverviewScores scores, OverviewLinks links)
    {
        const string title = "How do scores spread?";
        var scored = scores.Bins.Sum(bin => bin.Leads);
        if (scored + scores.Unscored == 0)
            return OverviewChart.Empty("scores", title, "No lead came in this time.");
        return new(
            "scores", title, $"{LeadsOf(scored)} have a score, and {Count(scores.Unscored)} have none yet.", "bars",
            ChartData.Bars(scores.Bins.Select(Range), [("Leads", "accent", scores.Bins.Select(bin => ((double)bin.Leads, (string?)links.To(OverviewFigure.Score(bin.From)))))]),
            ["Score", "Leads", "Of all"],
            [
                .. scores.Bins.Select(bin => (IReadOnlyList<Cell>)[new(Range(bin)), Number(bin.Leads, links.To(OverviewFigure.Score(bin.From))), Share(bin.Leads, scored + scores.Unscored)]),
                [new("None yet"), Number(scores.Unscored, links.To(OverviewFigure.Parse("unscored"))), Share(scores.Unscored, scored + scores.Unscored)],
            ]);
    }

    public static OverviewChart WinRates(OverviewWinRates rates, OverviewLinks links)
    {
        const string title = "Do hot leads win more?";
        var decided = rates.Bands.Sum(band => band.Rate.Whole);
        if (decided == 0)
            return OverviewChart.Empty("win-rates", title, "No lead of this time is won or lost yet.");
        var (hot, cold) = (rates.Bands.Single(band => band.Heat == Heat.Hot).Rate, rates.Bands.Single(band => band.Heat == Heat.Cold).Rate);
        var said = hot.Rate is not { } rate ? "No hot lead of this time is decided yet."
            : $"Of the decided hot leads {Of(hot)} were won" + (cold.Rate is { } other ? $", of the cold ones {Of(cold)}." + (hot.Low > cold.High ? "" : rate > other
                ? " They are too few to be sure of the difference." : " The bands do not keep what they promise.") : ".");
        return new(
            "win-rates", title, said, "intervals",
            ChartData.Intervals(
                rates.Bands.Where(band => band.Rate.Rate is not null).Select(band => (
                    Say.Heat(band.Heat), band.Rate.Rate!.Value, band.Rate.Low!.Value, band.Rate.High!.Value, Words.Of(band.Heat), $"{Count(band.Won)} of {Count(band.Rate.Whole)} decided",
                    (string?)links.To(OverviewFigure.Closed, band.Heat))), "share"),
            ["Band", "Open", "Won", "Lost", "Won of decided"],
            [
                .. rates.Bands.Select(band => (IReadOnlyList<Cell>)[
                    new(Say.Heat(band.Heat)), Number(band.Open, links.To(OverviewFigure.Open, band.Heat)), Number(band.Won, links.To(heat: band.Heat, status: LeadStatus.Won)),
                    Number(band.Lost, links.To(heat: band.Heat, status: LeadStatus.Lost)), new(Of(band.Rate), band.Rate.Whole > 0 ? links.To(OverviewFigure.Closed, band.Heat) : null, true, Raw(band.Rate.Rate))]),
            ])
        {
            Note = "In brackets: where the true share lies 19 times of 20.",
        };
    }

    /// <summary>The heat model's, as its report has it; null when no model scores.</summary>
    public static OverviewChart Calibration(HeatModelReport? shown)
    {
        const string title = "Does the heat model hold what it says?";
        if (shown?.Report is not { } report)
            return OverviewChart.Empty("calibration", title, "No heat model scores leads yet. Train one on the page Heat model.");
        return HeatCharts.Calibration(shown) with
        {
            Title = title,
            Said = $"Version {shown.Version}, measured on the {LeadsOf(report.Size.Test)} that were newest when it was trained. {ReportWords.Verdict(report)}",
            Note = "Of all leads that were won or lost when the model was trained, whatever is chosen above.",
        };
    }

    private static string Range(ScoreBin bin) => $"{bin.From}–{bin.To}";
}
