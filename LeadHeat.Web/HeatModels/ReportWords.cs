using System.Globalization;
using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Overview;
using LeadHeat.Web.Inbox;

namespace LeadHeat.Web.HeatModels;

/// <summary>A model's report as people read it.</summary>
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

    public static string How(TopFactor factor) => factor.Text + (factor.Constraint != 0 ? " Held to what the card implies." : "");

    public static string Width(double share) => FormattableString.Invariant($"{share * 100:0.#}%");

    /// <summary>The way to all leads on which a model was measured; null where nobody kept which they were.</summary>
    public static string? MeasuredOf(HeatModelReport shown) => BestOf(shown, 100);

    /// <summary>The way to the leads behind a point of the curve; null where nobody kept which they were.</summary>
    /// <param name="status">Only these of them.</param>
    public static string? LeadsOf(HeatModelReport shown, int point, LeadStatus? status = null) => shown.Report is { Listed: true }
        ? new InboxFilter(Status: status, Figure: OverviewFigure.Of(shown.Version, point).Text).ToAddress() : null;

    /// <summary>The way to the best so many percent; null where nobody kept which they were.</summary>
    /// <param name="status">Only these of them.</param>
    public static string? BestOf(HeatModelReport shown, int percent, LeadStatus? status = null) => shown.Report is { Ranked: true }
        ? new InboxFilter(Status: status, Figure: OverviewFigure.OfBest(shown.Version, percent).Text).ToAddress() : null;
}
