using System.Globalization;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Overview;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Understanding;
using LeadHeat.Web.Wording;

namespace LeadHeat.Web.Overview;

/// <summary>The overview's figures as a salesperson says them.</summary>
internal static class OverviewWords
{
    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    public static string LeadsOf(long count) => count == 1 ? "1 lead" : $"{Count(count)} leads";

    public static string Percent(double share) => (share * 100).ToString(share is > 0 and < 0.1 ? "0.#" : "0", CultureInfo.InvariantCulture) + " %";

    public static string Percent(double? share) => share is { } known ? Percent(known) : "–";

    /// <summary>31 % (27 – 36 %).</summary>
    public static string Of(Proportion share) => share is { Rate: { } rate, Low: { } low, High: { } high }
        ? $"{Percent(rate)} ({(low * 100).ToString("0", CultureInfo.InvariantCulture)} – {(high * 100).ToString("0", CultureInfo.InvariantCulture)} %)"
        : "–";

    /// <summary>0.4 s, 12 s, 7 min, 3 h, 2 days.</summary>
    public static string Time(double? seconds) => seconds switch
    {
        null => "–",
        < 0.95 => Number(seconds.Value, "0.0#") + " s",
        < 9.5 => Number(seconds.Value, "0.#") + " s",
        < 90 => Number(seconds.Value, "0") + " s",
        < 90 * 60 => Number(seconds.Value / 60, "0") + " min",
        < 36 * 3600 => Number(seconds.Value / 3600, "0.#") + " h",
        _ => Number(seconds.Value / 86_400, "0.#") + " days",
    };

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public static string Period(OverviewFrame frame) => frame.From is { } from ? $"from {Day(from)} to {Day(frame.To)}" : $"until {Day(frame.To)}";

    public static string Step(BandStep step) => step.From == step.To
        ? step.From.ToString("ddd d MMM", CultureInfo.InvariantCulture)
        : step.From.Day == 1 && step.To == step.From.AddMonths(1).AddDays(-1) ? step.From.ToString("MMM yyyy", CultureInfo.InvariantCulture)
        : $"{step.From.ToString("d MMM", CultureInfo.InvariantCulture)} – {step.To.ToString("d MMM", CultureInfo.InvariantCulture)}";

    public static string Of(OverviewPeriod period) => period switch
    {
        OverviewPeriod.Week => "7 days",
        OverviewPeriod.Month => "30 days",
        OverviewPeriod.Season => "90 days",
        OverviewPeriod.Quarter => "Quarter",
        OverviewPeriod.All => "All",
        _ => "Custom",
    };

    public static string Of(Sentiment sentiment) => sentiment.ToString();

    public static string Of(RuleVerdict verdict) => verdict switch
    {
        RuleVerdict.Separates => "tells won from lost",
        RuleVerdict.Reversed => "tells the wrong way round",
        RuleVerdict.Nothing => "does nothing",
        RuleVerdict.Unsure => "not sure yet",
        _ => "too few leads to tell",
    };

    public static string Of(DriftVerdict? verdict) => verdict switch
    {
        null => "too few leads to tell",
        DriftVerdict.Steady => "steady",
        DriftVerdict.Moved => "has moved somewhat",
        _ => "has changed",
    };

    /// <summary>What the leads behind a figure have in common.</summary>
    public static string Of(OverviewFigure figure) => figure.Text.Split(':') switch
    {
        ["open"] => "still open",
        ["closed"] => "won or lost",
        ["unscored"] => "without a score",
        ["reached", var stage] => $"that came to {Say.Field(stage).ToLowerInvariant()} or further",
        ["score", var from] => from == "90" ? "with a score of 90 to 100" : $"with a score of {from} to {int.Parse(from, CultureInfo.InvariantCulture) + 9}",
        ["sentiment", var mood] => $"whose last mood was {mood}",
        ["frustration", var level] => $"with frustration at {level} of 10",
        ["chat", var day] => $"whose chat began on a {Say.Field(day)}",
        ["chat", var day, var hour] => $"whose chat began on a {Say.Field(day)} from {hour}:00 to {hour}:59",
        ["answered", "by_bot"] => "that the bot answered",
        ["answered", "by_person"] => "that a person answered",
        ["answered", "not_by_bot"] => "that the bot did not answer",
        ["answered", _] => "that no person has answered",
        ["rule", _, "most"] => "that are decided and have most points of one rule",
        ["lift", var version, "100"] => $"on which version {version} of the heat model was measured",
        ["lift", var version, var percent] => $"that are the best {percent} % of those on which version {version} of the heat model was measured",
        ["model", var version, _] => $"of one point of the calibration curve, on which version {version} of the heat model was measured",
        _ => "that are decided and have few points of one rule",
    };

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
