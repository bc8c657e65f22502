using LeadHeat.Core.Leads;
using LeadHeat.Core.Overview;
using LeadHeat.Web.Wording;
using static LeadHeat.Web.Overview.OverviewWords;
using static LeadHeat.Web.Overview.StageCharts;

namespace LeadHeat.Web.Overview;

/// <summary>What tells won from lost, and what is otherwise than before.</summary>
internal static class CompareCharts
{
    public static OverviewChart Rules(OverviewRules rules, OverviewLinks links)
    {
        const string title = "Which rules tell won from lost?";
        if (rules.Rules.Count == 0)
            return OverviewChart.Empty("rules", title, "No lead of this time with a score is won or lost yet.");
        // Cards have rules of the same name.
        var several = rules.Rules.Select(rule => rule.Card).Distinct().Count() > 1;
        var told = rules.Rules.Where(rule => rule.Verdict != RuleVerdict.TooFew).ToList();
        var tell = told.Count(rule => rule.Verdict == RuleVerdict.Separates);
        var idle = rules.Rules.Where(rule => rule.Verdict == RuleVerdict.Nothing).Select(rule => rule.Title).ToList();
        var wrong = rules.Rules.Where(rule => rule.Verdict == RuleVerdict.Reversed).Select(rule => rule.Title).ToList();
        return new(
            "rules", title,
            (told.Count == 0 ? "Too few leads are decided to tell the rules apart." : $"By {Count(rules.Won)} won and {Count(rules.Lost)} lost leads, {tell} of {told.Count} rules with enough of them tell them apart.")
            + (idle.Count > 0 ? $" These do nothing: {string.Join(", ", idle)}." : "") + (wrong.Count > 0 ? $" The wrong way round: {string.Join(", ", wrong)}." : ""), told.Count > 0 ? "intervals" : null,
            ChartData.Intervals(
                told.Select(rule => (
                    NameOf(rule), rule.Difference!.Value.Value, rule.Difference.Value.Low, rule.Difference.Value.High,
                    rule.Verdict switch { RuleVerdict.Separates => "accent", RuleVerdict.Reversed => "hot", _ => "unqualified" },
                    $"{Percent(rule.Most.Rate)} won with most points, {Percent(rule.Few.Rate)} with few: {Of(rule.Verdict)}", (string?)links.To(OverviewFigure.Rule(rule.Id, true)))), "difference"),
            ["Rule", "Most points", "of them won", "Few points", "of them won", "Times as often", "It"],
            [
                .. rules.Rules.Select(rule => (IReadOnlyList<Cell>)[
                    new(NameOf(rule)), Number(rule.Most.Whole, links.To(OverviewFigure.Rule(rule.Id, true))),
                    new(Of(rule.Most), rule.Most.Part > 0 ? links.To(OverviewFigure.Rule(rule.Id, true), status: LeadStatus.Won) : null, true, Raw(rule.Most.Rate)),
                    Number(rule.Few.Whole, links.To(OverviewFigure.Rule(rule.Id, false))),
                    new(Of(rule.Few), rule.Few.Part > 0 ? links.To(OverviewFigure.Rule(rule.Id, false), status: LeadStatus.Won) : null, true, Raw(rule.Few.Rate)),
                    new(rule.Lift is { } lift ? $"{lift.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)} ×" : "–", IsNumber: true, Raw: Raw(rule.Lift)), new(Of(rule.Verdict))]),
            ])
        {
            Note = "Most points: at least half of what the rule can give; of a rule that takes points, that it took some. The bars hold the true difference 19 times of 20.",
        };

        string NameOf(RuleLift rule) => several ? $"{rule.Title} · {rule.Card}" : rule.Title;
    }

    public static OverviewChart Drift(OverviewDrift drift, OverviewLinks links)
    {
        const string title = "Do other leads come than before?";
        if (drift.Before is not { } before)
            return OverviewChart.Empty("drift", title, "All time has no time before it. Choose a shorter one.");
        var (now, then) = (drift.Sources.Sum(source => source.Now), drift.Sources.Sum(source => source.Before));
        if (now + then == 0)
            return OverviewChart.Empty("drift", title, "No lead came in this time, nor in the time before.");
        return new(
            "drift", title,
            $"Against the time before ({Period(before)}) the mix of sources {MixOf(drift.Mix?.Verdict)}." + string.Concat(drift.Sources
                .Where(source => source.Scores is { Verdict: not DriftVerdict.Steady })
                .Select(source => $" {Say.Source(source.Source)}: scores {(source.MeanNow > source.MeanBefore ? "went up" : source.MeanNow < source.MeanBefore ? "went down" : "spread otherwise")}.")),
            "bars",
            ChartData.Bars(
                drift.Sources.Select(source => Say.Source(source.Source)),
                [
                    ("Before", "unqualified", drift.Sources.Select(source => (Part(source.Before, then), (string?)links.ToSource(source.Source, before)))),
                    ("Now", "accent", drift.Sources.Select(source => (Part(source.Now, now), (string?)links.ToSource(source.Source, drift.Frame)))),
                ], unit: "share"),
            ["Source", "Before", "Share before", "Now", "Share now", "Mean score before", "Mean score now", "Its scores"],
            [
                .. drift.Sources.Select(source => (IReadOnlyList<Cell>)[
                    new(Say.Source(source.Source)), Number(source.Before, links.ToSource(source.Source, before)), Share(source.Before, then),
                    Number(source.Now, links.ToSource(source.Source, drift.Frame)), Share(source.Now, now), Mean(source.MeanBefore), Mean(source.MeanNow),
                    new(Of(source.Scores?.Verdict) + (source.Scores is { } scores ? $" (PSI {Raw(Math.Round(scores.Psi, 2))})" : ""))]),
            ])
        {
            Note = drift.Mix is { } mix
                ? $"The sources' PSI is {Raw(Math.Round(mix.Psi, 2))}, less what chance would do: under 0.1 is steady, from 0.25 on things are otherwise than the card was made for."
                : $"Less than {Core.Overview.Drift.Enough} leads on a side tell nothing.",
        };
    }

    private static string MixOf(DriftVerdict? verdict) => verdict is { } known ? known == DriftVerdict.Steady ? "is steady" : Of(known) : "cannot be told: too few leads";

    private static double Part(int part, int whole) => whole > 0 ? (double)part / whole : 0;

    private static Cell Mean(double? mean) => new(mean is { } known ? known.ToString("0", System.Globalization.CultureInfo.InvariantCulture) : "–", IsNumber: true, Raw: Raw(mean));
}
