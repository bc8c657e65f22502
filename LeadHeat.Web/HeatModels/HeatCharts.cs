using System.Text.Json.Nodes;
using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Leads;
using LeadHeat.Web.Overview;
using static LeadHeat.Web.Overview.OverviewWords;
using static LeadHeat.Web.Overview.StageCharts;

namespace LeadHeat.Web.HeatModels;

/// <summary>A model's report as charts, each with its table.</summary>
internal static class HeatCharts
{
    /// <summary>By their names in addresses.</summary>
    public static OverviewChart? Find(string name, HeatModelReport shown) => name switch
    {
        "calibration" => Calibration(shown),
        "lift" => Lift(shown),
        "factors" => Factors(shown),
        _ => null,
    };

    public static OverviewChart Calibration(HeatModelReport shown)
    {
        var quality = shown.Report!.Quality;
        return new(
            "calibration", "Does it hold what it says?", $"Each point is a part of the {LeadsOf(shown.Report.Size.Test)} on which it was measured, by what it predicted for them.", "calibration",
            Data(quality.Bins.Select((bin, point) => ((double[])[bin.Predicted, bin.Won.Value, bin.Won.Low, bin.Won.High, bin.Leads], ReportWords.LeadsOf(shown, point)))),
            ["Predicted", "Were won", "At least", "At most", "Leads"],
            [
                .. quality.Bins.Select((bin, point) => (IReadOnlyList<Cell>)[
                    Part(bin.Predicted), Part(bin.Won.Value) with { Href = bin.Won.Value > 0 ? ReportWords.LeadsOf(shown, point, LeadStatus.Won) : null }, Part(bin.Won.Low), Part(bin.Won.High),
                    new(Count(bin.Leads), ReportWords.LeadsOf(shown, point), true, Raw(bin.Leads))]),
            ])
        {
            Note = "On the dashed line it holds what it says. At least and at most: where the true share lies 19 times of 20.",
        };
    }

    public static OverviewChart Lift(HeatModelReport shown)
    {
        const string title = "How much do the best leads bring?";
        if (shown.Report!.Quality.Lift is not { Count: > 0 } steps)
            return OverviewChart.Empty("lift", title, "The newest leads are too few to tell.");
        return new(
            "lift", title, $"The best {steps[1].Percent} % by the model hold {ReportWords.Percent(steps[1].Found)} of all won leads.", "lift",
            Data(steps.Select(step => ((double[])[step.Percent, step.Found, step.Lift], ReportWords.BestOf(shown, step.Percent)))),
            ["Best", "Leads", "Of all won", "Times the average"],
            [
                .. steps.Select(step => (IReadOnlyList<Cell>)[
                    new($"{step.Percent} %", IsNumber: true, Raw: Raw(step.Percent / 100.0)), new(Count(step.Leads), ReportWords.BestOf(shown, step.Percent), true, Raw(step.Leads)),
                    Part(step.Found) with { Href = step.Found > 0 ? ReportWords.BestOf(shown, step.Percent, LeadStatus.Won) : null },
                    new(ReportWords.Figure(step.Lift, 1), IsNumber: true, Raw: Raw(step.Lift))]),
            ])
        {
            Note = "On the dashed line the model would be no better than drawing lots.",
        };
    }

    public static OverviewChart Factors(HeatModelReport shown) => new(
        "factors", "What it looks at", "How much of all that moves a prediction comes from each of what is known of a lead.", null, null, ["What", "Of all", "How"],
        [
            .. shown.Report!.Factors.Where(factor => factor.Share >= ReportWords.WorthShowing).Select(factor => (IReadOnlyList<Cell>)[
                new(factor.Title), Part(factor.Share), new(ReportWords.How(factor))]),
        ]);

    // [{ value: […], href }, …]
    private static string Data(IEnumerable<(double[] Value, string? Href)> points) => new JsonArray([.. points.Select(point => (JsonNode)new JsonObject
    {
        ["value"] = new JsonArray([.. point.Value.Select(value => (JsonNode)value)]), ["href"] = point.Href,
    })]).ToJsonString();

    private static Cell Part(double share) => new(Percent(share), IsNumber: true, Raw: Raw(share));
}
