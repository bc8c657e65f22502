using LeadHeat.Core.HeatModels;

namespace LeadHeat.Tests.Core.HeatModels;

public class QualityTests
{
    [Fact]
    public void Figures_are_those_of_the_textbooks()
    {
        var quality = Quality.Of([(0.1, false), (0.4, false), (0.35, true), (0.8, true)], baseShare: 0.5);

        Assert.Equal(0.75, quality.Auc!.Value.Value, 1e-12);
        Assert.Equal((0.01 + 0.16 + 0.4225 + 0.04) / 4, quality.Brier, 1e-12);
        Assert.Equal(-(Math.Log(0.9) + Math.Log(0.6) + Math.Log(0.35) + Math.Log(0.8)) / 4, quality.LogLoss, 1e-12);
        Assert.Equal(Math.Log(2), quality.BaseLogLoss, 1e-12);
    }

    [Fact]
    public void Equal_predictions_count_half_for_the_auc() =>
        Assert.Equal(0.5, Quality.AucOf([(0.5, false), (0.5, true), (0.5, true)])!.Value.Value);

    [Fact]
    public void There_is_no_auc_of_one_outcome()
    {
        var quality = Quality.Of([(0.1, false), (0.4, false)], 0.5);

        Assert.Null(quality.Auc);
        Assert.Null(quality.Slope);
        Assert.Empty(quality.Lift);
    }

    [Fact]
    public void Wilsons_interval_holds_for_none_of_ten()
    {
        var share = Quality.Share(0, 10);

        Assert.Equal((0.0, 0.0), (share.Value, share.Low));
        Assert.Equal(0.2775, share.High, 1e-3);
    }

    [Fact]
    public void Predictions_twice_as_bold_as_the_truth_have_half_the_slope()
    {
        var quality = Quality.Of(Leads(20_000, margin => 2 * margin, seed: 5), 0.5);

        Assert.InRange(quality.Slope!.Value.Value, 0.47, 0.53);
        Assert.InRange(quality.Slope.Value.High - quality.Slope.Value.Low, 0.01, 0.1);
        Assert.Equal(10, quality.Bins.Count);
        Assert.Equal(1, quality.Lift[^1].Lift, 1e-12);
        Assert.True(quality.Lift[0].Lift > 1.5);
    }

    [Fact]
    public void Calibration_is_taken_when_it_helps_and_puts_the_slope_right()
    {
        var leads = Margins(4_000, margin => 3 * margin, seed: 6);

        var calibration = CalibrationFit.Choose(leads);

        Assert.NotEqual(CalibrationKind.None, calibration.Kind);
        var after = Quality.Of([.. Margins(10_000, margin => 3 * margin, seed: 7).Select(lead => (calibration.Probability(lead.Margin), lead.Won))], 0.5);
        Assert.InRange(after.Slope!.Value.Value, 0.85, 1.15);
    }

    [Fact]
    public void Calibration_is_left_alone_when_the_trees_are_right_or_leads_are_few()
    {
        Assert.Equal(CalibrationKind.None, CalibrationFit.Choose(Margins(4_000, margin => margin, seed: 8)).Kind);
        Assert.Equal(CalibrationKind.None, CalibrationFit.Choose(Margins(40, margin => 3 * margin, seed: 9)).Kind);
    }

    [Theory]
    [InlineData(CalibrationKind.Platt)]
    [InlineData(CalibrationKind.Isotonic)]
    public void A_calibrated_probability_never_falls_with_the_margin(CalibrationKind kind)
    {
        var calibration = CalibrationFit.Fit(kind, Margins(500, margin => 2 * margin, seed: 10));

        double[] along = [.. Enumerable.Range(-600, 1200).Select(step => calibration.Probability(step / 100f))];

        Assert.True(calibration.IsSound);
        Assert.Equal(along.Order(), along);
        Assert.All(along, share => Assert.InRange(share, 0, 1));
    }

    private static List<(double, bool)> Leads(int count, Func<double, double> told, int seed) =>
        [.. Margins(count, told, seed).Select(lead => ((double)BoostedTrees.Probability(lead.Margin), lead.Won))];

    private static List<(float Margin, bool Won)> Margins(int count, Func<double, double> told, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var truth = (random.NextDouble() * 4) - 2;
            return ((float)told(truth), random.NextDouble() < 1 / (1 + Math.Exp(-truth)));
        })];
    }
}
