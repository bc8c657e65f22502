namespace LeadHeat.Core.HeatModels;

/// <summary>Logistic regression on one number, by Newton's method.</summary>
internal static class LogisticLine
{
    private const int MostSteps = 100;
    private const double Enough = 1e-10;

    /// <summary>The line and the standard error of its slope; null where the points determine none.</summary>
    public static (double Slope, double Intercept, double Error)? Fit(IReadOnlyList<(double X, double Target)> points)
    {
        var (slope, intercept) = (1.0, 0.0);
        for (var step = 0; step < MostSteps; step++)
        {
            var (gradient, offset, xx, x, one) = Derive(points, slope, intercept);
            var determinant = (xx * one) - (x * x);
            if (!(determinant > 1e-12))
                return null;
            var (down, aside) = (((one * gradient) - (x * offset)) / determinant, ((xx * offset) - (x * gradient)) / determinant);
            // Far from the top Newton's step overshoots.
            var pace = Math.Min(1, 2 / Math.Max(Math.Abs(down), Math.Abs(aside)));
            (slope, intercept) = (slope + (pace * down), intercept + (pace * aside));
            if (Math.Max(Math.Abs(down), Math.Abs(aside)) < Enough)
                return (slope, intercept, Math.Sqrt(one / determinant));
        }

        return null;
    }

    private static (double Gradient, double Offset, double XX, double X, double One) Derive(
        IReadOnlyList<(double X, double Target)> points, double slope, double intercept)
    {
        var (gradient, offset, xx, x, one) = (0.0, 0.0, 0.0, 0.0, 0.0);
        foreach (var point in points)
        {
            var share = Calibration.Logistic((slope * point.X) + intercept);
            var (miss, weight) = (point.Target - share, share * (1 - share));
            gradient += miss * point.X;
            offset += miss;
            xx += weight * point.X * point.X;
            x += weight * point.X;
            one += weight;
        }

        return (gradient, offset, xx, x, one);
    }
}
