namespace LeadHeat.Core.HeatModels;

/// <summary>Fits calibrations, and keeps one only when leads that it has not seen are better predicted with it.</summary>
public static class CalibrationFit
{
    // Fewer leads than this say nothing about a curve.
    private const int FewestForPlatt = 30;
    private const int FewestForIsotonic = 300;

    // An isotonic step of 0 or 1 would promise what nobody can.
    private const double Bound = 0.002;

    /// <summary>
    /// The calibration that a held-out test chooses: each kind is fitted on the older half and judged on the newer one, and taken when its log-loss
    /// there is less than the trees' own by more than one standard error. The one taken is fitted on all.
    /// </summary>
    /// <param name="leads">Margin and outcome, oldest first; none of them grew a tree.</param>
    public static Calibration Choose(IReadOnlyList<(float Margin, bool Won)> leads)
    {
        var (older, newer) = (leads.Take(leads.Count / 2).ToList(), leads.Skip(leads.Count / 2).ToList());
        if (older.Count < FewestForPlatt || !older.Any(lead => lead.Won) || older.All(lead => lead.Won))
            return Calibration.None;
        var best = (Kind: CalibrationKind.None, Gain: 0.0);
        foreach (var kind in (CalibrationKind[])[CalibrationKind.Platt, CalibrationKind.Isotonic])
        {
            if (kind == CalibrationKind.Isotonic && older.Count < FewestForIsotonic)
                continue;
            var (gain, error) = Gain(Fit(kind, older), newer);
            if (gain > error && gain > best.Gain)
                best = (kind, gain);
        }

        return Fit(best.Kind, leads);
    }

    /// <summary>Fits one kind.</summary>
    public static Calibration Fit(CalibrationKind kind, IReadOnlyList<(float Margin, bool Won)> leads) => kind switch
    {
        CalibrationKind.Platt => Platt(leads),
        CalibrationKind.Isotonic => Isotonic(leads),
        _ => Calibration.None,
    };

    // The mean of what the log-loss loses, and its standard error.
    private static (double Gain, double Error) Gain(Calibration calibration, List<(float Margin, bool Won)> leads)
    {
        double[] gains = [.. leads.Select(lead =>
            Quality.LogLossOf(Calibration.None.Probability(lead.Margin), lead.Won) - Quality.LogLossOf(calibration.Probability(lead.Margin), lead.Won))];
        var mean = gains.Average();
        return (mean, Math.Sqrt(gains.Sum(gain => (gain - mean) * (gain - mean)) / (gains.Length - 1) / gains.Length));
    }

    // With Platt's own targets, a little inside 0 and 1, so that leads which the trees tell apart without a mistake leave the line finite.
    private static Calibration Platt(IReadOnlyList<(float Margin, bool Won)> leads)
    {
        var won = leads.Count(lead => lead.Won);
        var (high, low) = ((won + 1.0) / (won + 2.0), 1.0 / (leads.Count - won + 2.0));
        var line = LogisticLine.Fit([.. leads.Select(lead => ((double)lead.Margin, lead.Won ? high : low))]);
        return line is { Slope: > 0 } ? new(CalibrationKind.Platt, line.Value.Slope, line.Value.Intercept) : Calibration.None;
    }

    // Pool adjacent violators: neighbours whose shares fall are one step.
    private static Calibration Isotonic(IReadOnlyList<(float Margin, bool Won)> leads)
    {
        List<(double Margins, double Won, int Count)> steps = [];
        foreach (var same in leads.GroupBy(lead => lead.Margin).OrderBy(group => group.Key))
        {
            steps.Add((same.Key * (double)same.Count(), same.Count(lead => lead.Won), same.Count()));
            while (steps.Count > 1 && steps[^2].Won / steps[^2].Count >= steps[^1].Won / steps[^1].Count)
            {
                var (last, before) = (steps[^1], steps[^2]);
                steps.RemoveAt(steps.Count - 1);
                steps[^1] = (before.Margins + last.Margins, before.Won + last.Won, before.Count + last.Count);
            }
        }

        return new(
            CalibrationKind.Isotonic, Margins: [.. steps.Select(step => step.Margins / step.Count)],
            Shares: [.. steps.Select(step => Math.Clamp(step.Won / step.Count, Bound, 1 - Bound))]);
    }
}
