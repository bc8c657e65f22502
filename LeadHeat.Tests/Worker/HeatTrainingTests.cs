using System.Text.Json;
using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Wire;
using LeadHeat.Worker.Training;
using LeadHeat.Worker.Training.XgBoost;

namespace LeadHeat.Tests.Worker;

/// <summary>Where XGBoost is not installed, what is held here is only that training says how to install it.</summary>
public class HeatTrainingTests
{
    private static readonly IReadOnlyDictionary<string, int> Constraints = new Dictionary<string, int> { ["timelineMonths"] = -1, ["hasPhone"] = 1 };
    private static readonly IReadOnlyList<HistoryRow> History = [.. SyntheticHistory.Create(3_000, seed: 21).Select(lead => lead.Row)];

    [Fact]
    public void Our_predictions_are_xgboosts_to_the_bit_and_contributions_to_five_places()
    {
        if (!NativeMethods.IsThere)
            return;
        var plan = TrainingPlan.Of(History);
        var encoding = FeatureEncoding.Learn(plan.Training);
        float[] Columns(IReadOnlyList<HistoryRow> rows) => encoding.Encode([.. rows.Select(row => row.Features)]);
        using var training = new TrainingMatrix(Columns(plan.Training), HeatFeatures.Count, [.. plan.Training.Select(row => row.Won ? 1f : 0f)]);
        using var booster = new Booster(new GrowthSettings(6, 0.2, 60, 60, new int[HeatFeatures.Count]).ForXgBoost, training);
        for (var round = 0; round < 60; round++)
            booster.Grow(round, training);
        using var test = new TrainingMatrix(Columns(plan.Test), HeatFeatures.Count);
        var (margins, probabilities, contributions) = (booster.Margins(test), booster.Predict(test), booster.Contributions(test));

        var (trees, rows, ours) = (BoostedTrees.Read(booster.Save()), Columns(plan.Test), new float[plan.Test.Count]);
        trees.Margins(rows, ours);

        Assert.Equal(margins.Select(BitConverter.SingleToInt32Bits), ours.Select(BitConverter.SingleToInt32Bits));
        Assert.Equal(probabilities.Select(BitConverter.SingleToInt32Bits), ours.Select(margin => BitConverter.SingleToInt32Bits(BoostedTrees.Probability(margin))));
        for (var row = 0; row < 100; row++)
        {
            var explained = TreeShap.Contributions(trees, rows.AsSpan(row * HeatFeatures.Count, HeatFeatures.Count), out var bias);
            double[] all = [.. explained, bias];
            for (var column = 0; column < all.Length; column++)
                Assert.Equal(contributions[(row * all.Length) + column], all[column], 1e-5);
        }
    }

    [Fact]
    public void The_same_history_gives_the_same_model()
    {
        if (!NativeMethods.IsThere)
            return;

        var (first, _, _) = Train(History);
        var (second, _, _) = Train([.. History.Reverse()]);

        Assert.Equal(Bytes(first), Bytes(second));
    }

    [Fact]
    public void A_model_finds_what_matters_and_says_how_good_it_is()
    {
        if (!NativeMethods.IsThere)
            return;

        var (_, report, measured) = Train(History);

        Assert.Equal((History.Count(row => row.Won), History.Count(row => !row.Won)), (report.Size.Won, report.Size.Lost));
        Assert.InRange(report.Quality.Auc!.Value.Value, 0.68, 0.95);
        Assert.True(report.Quality.LogLoss < report.Quality.BaseLogLoss);
        Assert.InRange(report.Quality.Slope!.Value.Value, 0.7, 1.4);
        Assert.Equal(1, report.Factors.Sum(factor => factor.Share), 1e-9);
        Assert.Contains(report.Factors.Take(6), factor => factor is { Feature: "timelineMonths", Constraint: -1, Text: "Less is better." });
        Assert.StartsWith("XGBoost 1.", report.Library);
        var won = History.ToDictionary(row => row.Id, row => row.Won);
        Assert.Equal(report.Quality.Bins.Select(bin => (bin.Leads, bin.Won.Value)), measured.Select(ids => (ids.Count, ids.Count(id => won[id]) / (double)ids.Count)));
    }

    [Fact]
    public void What_the_card_implies_the_model_keeps()
    {
        if (!NativeMethods.IsThere)
            return;
        var model = HeatModel.Of(Train(History).Document);

        foreach (var row in History.Take(200))
        {
            var before = 2.0;
            for (var months = 0; months <= 30; months++)
            {
                row.Features.TrySet(HeatFeatures.TimelineMonths, months);
                var probability = model.Predict(row.Features);
                Assert.True(probability <= before);
                before = probability;
            }
        }
    }

    [Fact]
    public void As_few_leads_as_allowed_can_be_learned_from()
    {
        if (!NativeMethods.IsThere)
            return;
        HistoryRow[] few = [.. History.Where(row => row.Won).Take(40), .. History.Where(row => !row.Won).Take(40)];

        var (document, report, _) = Train(few);

        Assert.InRange(HeatModel.Of(document).Predict(few[0].Features), 0, 1);
        Assert.Equal(16, report.Size.Test);
        Assert.Equal(CalibrationKind.None, report.Calibration);
    }

    [Fact]
    public void Without_the_library_training_says_how_to_install_it()
    {
        Assert.Contains("apt-get install libxgboost0", XgBoostException.Missing);
        if (!NativeMethods.IsThere)
            Assert.Equal(XgBoostException.Missing, Assert.Throws<XgBoostException>(() => Train(History)).Message);
    }

    [Fact]
    public void What_xgboost_refuses_is_said_in_its_words()
    {
        if (!NativeMethods.IsThere)
            return;
        using var rows = new TrainingMatrix([1, 2], 1, [0, 1]);
        using var booster = new Booster(new Dictionary<string, string> { ["objective"] = "no:such" }, rows);

        Assert.Contains("no:such", Assert.Throws<XgBoostException>(() => booster.Grow(0, rows)).Message);
    }

    private static (HeatModelDocument Document, HeatReport Report, IReadOnlyList<IReadOnlyList<Guid>> Measured) Train(IReadOnlyList<HistoryRow> history) =>
        ModelTraining.Train(history, Constraints, (_, _) => { }, CancellationToken.None);

    private static byte[] Bytes(HeatModelDocument document) => JsonSerializer.SerializeToUtf8Bytes(document, LeadHeatJson.Default.HeatModelDocument);
}
