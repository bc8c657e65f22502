using System.Globalization;
using LeadHeat.Core.Evals;
using LeadHeat.Evals;
using LeadHeat.Evals.Cases;

namespace LeadHeat.Tests.Evals;

/// <summary>The cases of <c>evals/</c>, as <c>./eval.sh</c> runs them. There is no network in it.</summary>
public sealed class EvalTests
{
    private static readonly Lazy<EvalReport> Report = new(() => new Evaluation().Run(DateTimeOffset.UnixEpoch, null));

    public static TheoryData<string> Measures => [.. Evaluation.Bars];

    [Theory]
    [MemberData(nameof(Measures))]
    public void A_figure_does_not_fall_under_its_bar_or_the_floor_it_once_reached(string name)
    {
        var measure = Report.Value.Measures.Single(measure => measure.Name == name);

        Assert.False(measure.Lost, $"{measure.Title}: {Share(measure.Value)}; the bar is {Share(measure.Bar)}, the floor {Share(measure.Floor)}.{Misses(measure)}");
    }

    [Fact]
    public void The_cases_are_as_many_and_as_varied_as_they_are_meant_to_be()
    {
        var counts = CaseCounts.OfShipped();

        Assert.True(counts.Messages >= 400, $"{counts.Messages} messages");
        Assert.All(counts.Conversations, playbook => Assert.True(playbook.Value >= 20, $"{playbook.Value} conversations in {playbook.Key}"));
        Assert.Equal(19, counts.Intents.Count);
        Assert.All(counts.Intents, intent => Assert.True(intent.Value >= 15, $"{intent.Value} messages with the intent {intent.Key}"));
        Assert.All(counts.Sentiments, sentiment => Assert.True(sentiment.Value >= 30, $"{sentiment.Value} {sentiment.Key} messages"));
        Assert.True(counts.Signs["True"] >= 40, $"{counts.Signs["True"]} injections");
        Assert.True(counts.Signs["False"] >= 60, $"{counts.Signs["False"]} look-alikes");
        Assert.True(counts.Voices >= 12, $"{counts.Voices} voices");
    }

    [Fact]
    public void The_same_run_twice_finds_the_same()
    {
        var again = new Evaluation().Run(DateTimeOffset.UnixEpoch, null);

        Assert.Equal(Report.Value.Misses, again.Misses);
        Assert.Equal(Report.Value.Measures, again.Measures);
    }

    private static string Misses(EvalMeasure measure)
    {
        var misses = Report.Value.Misses.Where(miss => miss.Group == measure.Group).ToList();
        return string.Concat(misses.Take(40).Select(miss => $"\n  {miss.Case}: {miss.Field} should be {miss.Expected}, is {miss.Found}: {miss.Text}"))
            + (misses.Count > 40 ? $"\n  and {misses.Count - 40} more: ./eval.sh --misses" : "");
    }

    private static string Share(double? value) => value is { } share ? (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "none";
}
