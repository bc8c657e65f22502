using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Scoring;

namespace LeadHeat.Core.Overview;

/// <summary>Says whether a rule tells won leads from lost ones.</summary>
public static class RuleJudgement
{
    /// <summary>Fewer decided leads on either side say nothing.</summary>
    public const int Enough = 20;

    // A rule whose two sides surely differ by less than this does nothing that anybody would notice.
    private const double Noticeable = 0.1;

    /// <summary>Judges a rule by how often leads are won that have most of its points, and those that have few.</summary>
    /// <param name="takes">Whether it takes points away: then leads without it should be won more often.</param>
    public static (Interval? Difference, double? Lift, RuleVerdict Verdict) Of(Proportion most, Proportion few, bool takes)
    {
        if (most is not { Rate: { } rate, Low: { } low, High: { } high } || few is not { Rate: { } other, Low: { } otherLow, High: { } otherHigh })
            return (null, null, RuleVerdict.TooFew);
        // Newcombe's bounds, out of Wilson's.
        var difference = rate - other;
        var interval = new Interval(
            difference, difference - Math.Sqrt(Square(rate - low) + Square(otherHigh - other)), difference + Math.Sqrt(Square(high - rate) + Square(other - otherLow)));
        double? lift = other > 0 ? rate / other : null;
        if (most.Whole < Enough || few.Whole < Enough)
            return (interval, lift, RuleVerdict.TooFew);
        var (wanted, unwanted) = takes ? (interval.High < 0, interval.Low > 0) : (interval.Low > 0, interval.High < 0);
        return (interval, lift, wanted ? RuleVerdict.Separates : unwanted ? RuleVerdict.Reversed
            : interval.High - interval.Low < 2 * Noticeable ? RuleVerdict.Nothing : RuleVerdict.Unsure);
    }

    private static double Square(double value) => value * value;
}
