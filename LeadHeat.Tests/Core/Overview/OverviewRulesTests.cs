using LeadHeat.Core.Overview;
using LeadHeat.Core.Scoring;

namespace LeadHeat.Tests.Core.Overview;

public sealed class OverviewRulesTests
{
    [Theory]
    [InlineData(80, 100, 30, 100, false, RuleVerdict.Separates)]
    [InlineData(30, 100, 80, 100, false, RuleVerdict.Reversed)]
    [InlineData(30, 100, 80, 100, true, RuleVerdict.Separates)]
    [InlineData(500, 1000, 505, 1000, false, RuleVerdict.Nothing)]
    [InlineData(25, 50, 24, 50, false, RuleVerdict.Unsure)]
    [InlineData(10, 10, 0, 200, false, RuleVerdict.TooFew)]
    [InlineData(0, 0, 50, 100, false, RuleVerdict.TooFew)]
    public void A_rule_is_judged_by_how_sure_the_difference_is(int won, int most, int otherWon, int few, bool takes, RuleVerdict verdict) =>
        Assert.Equal(verdict, RuleJudgement.Of(Proportion.Of(won, most), Proportion.Of(otherWon, few), takes).Verdict);

    [Fact]
    public void The_difference_and_its_bounds_are_newcombes()
    {
        // Newcombe 1998, method 10, 56 of 70 against 48 of 80: 0.2, from 0.0524 to 0.3339.
        var (difference, lift, _) = RuleJudgement.Of(Proportion.Of(56, 70), Proportion.Of(48, 80), false);

        Assert.Equal((0.2, 0.0524, 0.3339), (Math.Round(difference!.Value.Value, 4), Math.Round(difference.Value.Low, 4), Math.Round(difference.Value.High, 4)));
        Assert.Equal(1.33, Math.Round(lift!.Value, 2));
    }

    [Fact]
    public void The_same_mix_is_steady_and_another_one_is_not()
    {
        Assert.Equal(DriftVerdict.Steady, Drift.Between([100, 200, 300], [50, 100, 150])!.Verdict);
        Assert.Equal(DriftVerdict.Changed, Drift.Between([100, 200, 300], [300, 200, 100])!.Verdict);
        Assert.Null(Drift.Between([10, 10, 9], [100, 100, 100]));
    }

    [Fact]
    public void What_chance_does_is_no_drift()
    {
        var random = new Random(4);
        int[] Draw() => [.. Enumerable.Range(0, 60).Select(_ => random.Next(6)).GroupBy(side => side).OrderBy(side => side.Key).Select(side => side.Count())];

        var changed = Enumerable.Range(0, 200).Count(_ => Drift.Between(Draw(), Draw())?.Verdict == DriftVerdict.Changed);

        Assert.InRange(changed, 0, 20);
    }

    [Fact]
    public void Half_of_the_answers_are_within_the_middle_time()
    {
        Dictionary<int, int> counts = new() { [8] = 10, [16] = 10, [80] = 1 };

        Assert.InRange(AnswerSteps.Quantile(counts, 0.5)!.Value, 0.038, 0.044);
        Assert.Equal(AnswerSteps.SecondsOf(80), AnswerSteps.Quantile(counts, 1));
        Assert.Null(AnswerSteps.Quantile(new Dictionary<int, int>(), 0.5));
    }

    [Theory]
    [InlineData("reached:visit", 3)]
    [InlineData("open", 20)]
    [InlineData("closed", 8)]
    [InlineData("chat:sunday", 24)]
    [InlineData("rule:7:few", 2)]
    [InlineData("model:2:7", 0)]
    [InlineData("model:2", null)]
    [InlineData("model:x:7", null)]
    [InlineData("model:2:700", null)]
    [InlineData("lift:2:30", 0)]
    [InlineData("lift:2:35", null)]
    [InlineData("lift:2:0", null)]
    [InlineData("lift:2:110", null)]
    [InlineData("score:45", null)]
    [InlineData("reached:lost", null)]
    [InlineData("chat:sunday:24", null)]
    [InlineData("rule:-1:few", null)]
    [InlineData("", null)]
    public void A_figure_is_read_strictly(string text, int? cells) => Assert.Equal(cells, OverviewFigure.Parse(text)?.Cells.Count);
}
