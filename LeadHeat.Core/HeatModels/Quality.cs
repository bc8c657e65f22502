namespace LeadHeat.Core.HeatModels;

/// <summary>How good predictions were on leads that the model had not seen.</summary>
/// <param name="Auc">How often a won lead got more than a lost one; null where all had one outcome.</param>
/// <param name="LogLoss">The mean of the predictions' log-loss; less is better.</param>
/// <param name="Brier">The mean squared distance of prediction and outcome; less is better.</param>
/// <param name="BaseLogLoss">What predicting the training leads' share of won ones for everybody would have had.</param>
/// <param name="BaseBrier">The same for the Brier score.</param>
/// <param name="Slope">Of the outcomes on the predictions' log-odds: 1 when neither too bold nor too timid; null where it is not determined.</param>
/// <param name="Bins">The calibration curve, lowest predictions first.</param>
/// <param name="Lift">The highest predictions' share of won leads over that of all, by tenths.</param>
public sealed record Quality(
    Interval? Auc,
    double LogLoss,
    double Brier,
    double BaseLogLoss,
    double BaseBrier,
    Interval? Slope,
    IReadOnlyList<CalibrationBin> Bins,
    IReadOnlyList<LiftStep> Lift)
{
    private const double Z = 1.959964;
    private const int MostBins = 10;
    private const int LeadsInBin = 15;

    /// <summary>Measures predictions.</summary>
    /// <param name="leads">At least one.</param>
    /// <param name="baseShare">The share of won leads among those that the model learned from.</param>
    public static Quality Of(IReadOnlyList<(double Probability, bool Won)> leads, double baseShare)
    {
        List<(double Probability, bool Won)> sorted = [.. leads.OrderBy(lead => lead.Probability).ThenBy(lead => lead.Won)];
        var line = LogisticLine.Fit([.. leads.Select(lead => (LogOdds(lead.Probability), lead.Won ? 1.0 : 0.0))]);
        return new(
            AucOf(sorted), leads.Average(lead => Loss(lead)), leads.Average(lead => Square(lead.Probability, lead.Won)),
            leads.Average(lead => LogLossOf(baseShare, lead.Won)), leads.Average(lead => Square(baseShare, lead.Won)),
            line is { } fit ? new(fit.Slope, fit.Slope - (Z * fit.Error), fit.Slope + (Z * fit.Error)) : null, BinsOf(sorted), LiftOf(sorted));

        static double Loss((double Probability, bool Won) lead) => LogLossOf(lead.Probability, lead.Won);
    }

    /// <summary>How often the higher of two values belongs to a won lead, where the other is a lost one's; null where all have one outcome.</summary>
    public static Interval? AucOf(IEnumerable<(double Value, bool Won)> leads) => AucOf([.. leads.OrderBy(lead => lead.Value)]);

    /// <summary>The log-loss of one prediction.</summary>
    internal static double LogLossOf(double probability, bool won) => -Math.Log(Math.Max(1e-15, won ? probability : 1 - probability));

    /// <summary>Wilson's interval for a share, at 95 %.</summary>
    public static Interval Share(int won, int of)
    {
        if (of == 0)
            return new(0, 0, 1);
        var (share, square) = ((double)won / of, Z * Z);
        var (middle, half) = (share + (square / (2 * of)), Z * Math.Sqrt((share * (1 - share) / of) + (square / (4.0 * of * of))));
        return new(share, Math.Max(0, (middle - half) / (1 + (square / of))), Math.Min(1, (middle + half) / (1 + (square / of))));
    }

    // By ranks, ties at their middle; the interval is Hanley's and McNeil's.
    private static Interval? AucOf(List<(double Probability, bool Won)> sorted)
    {
        long won = sorted.Count(lead => lead.Won), lost = sorted.Count - won;
        if (won == 0 || lost == 0)
            return null;
        var ranks = 0.0;
        for (var from = 0; from < sorted.Count;)
        {
            var to = from;
            while (to < sorted.Count && sorted[to].Probability == sorted[from].Probability)
                to++;
            for (var at = from; at < to; at++)
                ranks += sorted[at].Won ? (from + to + 1) / 2.0 : 0;
            from = to;
        }

        var auc = (ranks - (won * (won + 1) / 2.0)) / won / lost;
        var (q1, q2) = (auc / (2 - auc), 2 * auc * auc / (1 + auc));
        var error = Math.Sqrt(Math.Max(0, (auc * (1 - auc)) + ((won - 1) * (q1 - (auc * auc))) + ((lost - 1) * (q2 - (auc * auc)))) / won / lost);
        return new(auc, Math.Max(0, auc - (Z * error)), Math.Min(1, auc + (Z * error)));
    }

    private static List<CalibrationBin> BinsOf(List<(double Probability, bool Won)> sorted)
    {
        var count = Math.Clamp(sorted.Count / LeadsInBin, 1, MostBins);
        return [.. Enumerable.Range(0, count).Select(bin => Part(sorted, bin, count)).Select(part =>
            new CalibrationBin(part.Average(lead => lead.Probability), Share(part.Count(lead => lead.Won), part.Count), part.Count))];
    }

    private static List<LiftStep> LiftOf(List<(double Probability, bool Won)> sorted)
    {
        var won = sorted.Count(lead => lead.Won);
        if (won == 0 || sorted.Count < MostBins)
            return [];
        return [.. Enumerable.Range(1, MostBins).Select(tenths =>
        {
            var best = sorted.Skip(sorted.Count - LiftStep.Best(tenths, sorted.Count)).ToList();
            var found = best.Count(lead => lead.Won);
            return new LiftStep(tenths * 10, found / (double)best.Count / (won / (double)sorted.Count), found / (double)won, best.Count);
        })];
    }

    private static List<(double Probability, bool Won)> Part(List<(double Probability, bool Won)> sorted, int part, int of) =>
        sorted[(int)((long)sorted.Count * part / of)..(int)((long)sorted.Count * (part + 1) / of)];

    private static double Square(double probability, bool won) => won ? (1 - probability) * (1 - probability) : probability * probability;

    private static double LogOdds(double probability) => Math.Clamp(Math.Log(probability / (1 - probability)), -30, 30);
}

/// <summary>A figure with the bounds of its 95 % interval.</summary>
public readonly record struct Interval(double Value, double Low, double High);

/// <summary>A point of the calibration curve.</summary>
/// <param name="Predicted">The mean prediction.</param>
/// <param name="Won">The share that was won.</param>
/// <param name="Leads">How many leads it stands for.</param>
public sealed record CalibrationBin(double Predicted, Interval Won, int Leads);

/// <summary>The best so many percent of leads.</summary>
/// <param name="Percent">10 to 100.</param>
/// <param name="Lift">Their share of won leads over that of all.</param>
/// <param name="Found">Which part of all won leads is among them.</param>
/// <param name="Leads">How many they are.</param>
public sealed record LiftStep(int Percent, double Lift, double Found, int Leads)
{
    private const int Tenths = 10;

    /// <summary>How many leads the best tenths of all are.</summary>
    internal static int Best(int tenths, int of) => (int)((long)of * tenths / Tenths);

    /// <summary>The first step that a lead is in.</summary>
    /// <param name="place">Its place by its prediction, the lowest's 0.</param>
    public static int TenthOf(int place, int of)
    {
        var tenths = 1;
        while (place < of - Best(tenths, of))
            tenths++;
        return tenths;
    }
}
