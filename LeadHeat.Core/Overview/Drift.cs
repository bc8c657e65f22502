namespace LeadHeat.Core.Overview;

/// <summary>How far shares have moved.</summary>
/// <param name="Psi">The population stability index: 0 where nothing moved.</param>
public sealed record Drift(double Psi, DriftVerdict Verdict)
{
    // The usual reading of the index.
    private const double Moved = 0.1;
    private const double Changed = 0.25;

    /// <summary>Fewer leads on either side tell nothing.</summary>
    public const int Enough = 30;

    /// <summary>The drift between two counts of the same things; null where either is too small to tell.</summary>
    public static Drift? Between(IReadOnlyList<int> before, IReadOnlyList<int> now)
    {
        if (before.Sum() < Enough || now.Sum() < Enough)
            return null;
        // What nobody had counts as half a lead: a share of nothing has no logarithm.
        double allBefore = before.Sum(count => Math.Max(0.5, count)), allNow = now.Sum(count => Math.Max(0.5, count));
        var psi = before.Zip(now, (b, n) => (Before: Math.Max(0.5, b) / allBefore, Now: Math.Max(0.5, n) / allNow))
            .Sum(share => (share.Now - share.Before) * Math.Log(share.Now / share.Before));
        // Few leads move by chance alone: what chance does on the average, for counts of this size, is not drift.
        psi = Math.Max(0, psi - ((before.Zip(now).Count(pair => pair.First + pair.Second > 0) - 1) * ((1 / allBefore) + (1 / allNow))));
        return new(Math.Round(psi, 4), psi < Moved ? DriftVerdict.Steady : psi < Changed ? DriftVerdict.Moved : DriftVerdict.Changed);
    }
}
