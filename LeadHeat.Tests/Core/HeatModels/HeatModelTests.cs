using System.Text.Json;
using System.Text.Json.Nodes;
using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Wire;

namespace LeadHeat.Tests.Core.HeatModels;

public class HeatModelTests
{
    private static readonly HeatModelDocument Document = new(
        HeatModelDocument.CurrentFormat, [.. HeatFeatures.All.Select(feature => feature.Name)],
        new(new Dictionary<string, IReadOnlyList<string>> { ["source"] = ["csv", "web"] }),
        Forests.Random(seed: 11, HeatFeatures.Count, trees: 30, depth: 4).Element(), new(CalibrationKind.Platt, 0.8, -0.2),
        new Dictionary<string, PastPlaces>
        {
            [""] = new(PastPlaces.Percentiles(Enumerable.Range(0, 500).Select(number => number / 500.0)), []),
            ["cafe"] = new(PastPlaces.Percentiles([0.1, 0.2, 0.3]), PastPlaces.Percentiles([10.0, 20, 30, 40, 50, 60, 70, 80, 90])),
        });

    [Fact]
    public void Effects_and_base_add_up_to_the_probability()
    {
        var model = HeatModel.Of(Document);
        var lead = new LeadFeatures();
        lead.TrySet(HeatFeatures.Source, "web");
        lead.TrySet(HeatFeatures.Preapproved, 1);
        lead.TrySet(HeatFeatures.MedianReplyMinutes, 0.4);

        var prediction = model.Explain(lead);

        Assert.Equal(model.Predict(lead), prediction.Probability);
        Assert.InRange(prediction.Probability - prediction.Base - prediction.Factors.Sum(factor => factor.Effect), -0.06, 0.06);
        Assert.Equal(prediction.Factors.OrderByDescending(factor => Math.Abs(factor.Effect)), prediction.Factors);
        Assert.All(prediction.Factors, factor => Assert.Equal(Math.Sign(factor.Effect), Math.Sign(factor.Contribution)));
    }

    [Fact]
    public void A_stored_model_predicts_the_same()
    {
        var stored = HeatModel.Read(JsonSerializer.SerializeToUtf8Bytes(Document, LeadHeatJson.Default.HeatModelDocument));

        var lead = new LeadFeatures();
        lead.TrySet(HeatFeatures.Beds, 0.5);

        Assert.Equal(HeatModel.Of(Document).Predict(lead), stored.Predict(lead));
    }

    [Theory]
    [InlineData("format", "2")]
    [InlineData("features", """["beds"]""")]
    [InlineData("encoding", "null")]
    [InlineData("encoding", """{"words":{"source":["web","web"]}}""")]
    [InlineData("trees", "{}")]
    [InlineData("trees", "null")]
    [InlineData("calibration", """{"kind":"platt","slope":-1}""")]
    [InlineData("calibration", """{"kind":"isotonic","margins":[2,1],"shares":[0,1]}""")]
    [InlineData("calibration", """{"kind":"isotonic"}""")]
    [InlineData("places", "null")]
    [InlineData("places", "{}")]
    [InlineData("places", """{"":{"predictions":[1,0],"scores":[]}}""")]
    [InlineData("places", """{"":{"predictions":[]}}""")]
    public void A_damaged_model_is_refused(string member, string value)
    {
        var json = JsonNode.Parse(JsonSerializer.SerializeToUtf8Bytes(Document, LeadHeatJson.Default.HeatModelDocument))!;
        json[member] = JsonNode.Parse(value);

        Assert.Throws<HeatModelException>(() => HeatModel.Read(JsonSerializer.SerializeToUtf8Bytes(json)));
        Assert.Throws<HeatModelException>(() => HeatModel.Read(JsonSerializer.SerializeToUtf8Bytes(json).AsSpan(..^9)));
    }

    [Fact]
    public void A_probability_is_placed_among_past_leads()
    {
        var (cafe, other) = (HeatModel.Of(Document).PlacesOf("cafe"), HeatModel.Of(Document).PlacesOf("b2b"));

        Assert.Equal(0, other.OfPrediction(-1));
        Assert.Equal(100, other.OfPrediction(2));
        Assert.InRange(other.OfPrediction(0.5), 48, 52);
        Assert.Null(other.OfScore(50));
        Assert.InRange(cafe.OfScore(50)!.Value, 40, 60);
        Assert.Equal(100, cafe.OfPrediction(0.5));
    }

    [Theory]
    [InlineData("medianReplyMinutes", "4.2", "Replies within 5 minutes")]
    [InlineData("medianReplyMinutes", "", "Has not replied yet")]
    [InlineData("preapproved", "yes", "Financing is approved")]
    [InlineData("budgetMax", "20000000", "Budget up to 20 M")]
    [InlineData("source", "lead_ads", "Came through lead ads")]
    [InlineData("timelineMonths", "2.5", "Wants it within 3 months")]
    public void A_value_is_said_in_a_salespersons_words(string name, string value, string words)
    {
        var lead = new LeadFeatures();
        Assert.Null(lead.TrySet(HeatFeatures.Find(name)!, value));

        Assert.Equal(words, HeatWords.Of(HeatFeatures.Find(name)!, lead));
    }

    [Fact]
    public void Too_short_a_history_is_said_in_plain_words()
    {
        Assert.Equal("not enough data: 14 of 40", TrainingPlan.NotEnough(won: 14, lost: 300, needed: 40));
        Assert.Null(TrainingPlan.NotEnough(40, 40, 40));
    }

    [Fact]
    public void The_newest_leads_are_the_test()
    {
        HistoryRow[] rows = [.. Enumerable.Range(0, 100).Select(day => new HistoryRow(Guid.Empty, new(), day % 3 == 0, DateTimeOffset.UnixEpoch.AddDays(day * 37 % 100)))];

        var plan = TrainingPlan.Of(rows);

        Assert.Equal((60, 20, 20), (plan.Training.Count, plan.Tuning.Count, plan.Test.Count));
        Assert.True(plan.Training.Max(row => row.ClosedAt) < plan.Tuning.Min(row => row.ClosedAt));
        Assert.True(plan.Tuning.Max(row => row.ClosedAt) < plan.Test.Min(row => row.ClosedAt));
    }
}
