using System.Globalization;
using System.Text.Json.Nodes;
using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Overview;
using LeadHeat.Web.Inbox;

namespace LeadHeat.Web.HeatModels;

/// <summary>A model's report as people read it, and as its charts do.</summary>
internal static class ReportWords
{
    /// <summary>Factors of less weight are left out.</summary>
    public const double WorthShowing = 0.005;

    private const double Good = 0.75;
    private const double Fair = 0.65;

    public static string Verdict(HeatReport report)
    {
        if (report.Quality.Auc is not { } auc)
            return "The newest leads all had the same outcome, so nothing can be said yet about how good this model is.";
        var tells = auc.Value >= Good ? "It tells leads that will be won from others well." : auc.Value >= Fair
            ? "It tells leads that will be won from others fairly." : "It hardly tells leads that will be won from others: take it as a hint at most.";
        var sure = auc.High - auc.Low > 0.2 ? " With so few leads this may be off by much; train again when more are decided." : "";
        var better = report.CardAuc is { } card ? auc.Value > card.High ? " It does so better than the card's score." : auc.Value < card.Low
            ? " The card's score does so better." : " The card's score does so about as well." : "";
        return tells + better + sure;
    }

    public static string Of(CalibrationKind kind) => kind switch
    {
        CalibrationKind.Platt => "Put right by Platt's way, because a held-out test was better with it.",
        CalibrationKind.Isotonic => "Put right by isotonic steps, because a held-out test was better with them.",
        _ => "Not put right: no held-out test was better with it.",
    };

    public static string Range(Interval interval) => $"{Figure(interval.Value)} ({Figure(interval.Low)} – {Figure(interval.High)})";

    public static string Figure(double value, int places = 2) => value.ToString($"F{places}", CultureInfo.InvariantCulture);

    public static string Count(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Percent(double share) => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %";

    public static string Width(double share) => FormattableString.Invariant($"{share * 100:0.#}%");

    public static string CurveInWords(Quality quality) =>
        "Calibration curve. " + string.Join(" ", quality.Bins.Select(bin => $"Predicted {Percent(bin.Predicted)}, won {Percent(bin.Won.Value)}."));

    public static string LiftInWords(Quality quality) =>
        "Lift. " + string.Join(" ", quality.Lift.Select(step => $"The best {step.Percent} % hold {Percent(step.Found)} of all won leads."));

    // [{ value: [predicted, won, low, high, leads], href }, …]
    public static string CurveData(HeatModelReport shown) => new JsonArray([.. (shown.Report?.Quality.Bins ?? []).Select((bin, point) => (JsonNode)new JsonObject
    {
        ["value"] = new JsonArray(bin.Predicted, bin.Won.Value, bin.Won.Low, bin.Won.High, bin.Leads), ["href"] = LeadsOf(shown, point),
    })]).ToJsonString();

    /// <summary>The way to the leads behind a point of the curve; null where nobody kept which they were.</summary>
    /// <param name="status">Only these of them.</param>
    public static string? LeadsOf(HeatModelReport shown, int point, LeadStatus? status = null) => shown.Report is { Listed: true }
        ? new InboxFilter(Status: status, Figure: OverviewFigure.Of(shown.Version, point).Text).ToAddress() : null;

    // [[percent, found, lift], …]
    public static string LiftData(Quality quality) => Json([.. quality.Lift.Select(step => new[] { step.Percent, step.Found, step.Lift })]);

    private static string Json(double[][] rows) =>
        "[" + string.Join(',', rows.Select(row => "[" + string.Join(',', row.Select(value => value.ToString("R", CultureInfo.InvariantCulture))) + "]")) + "]";
}
