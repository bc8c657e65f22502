using LeadHeat.Core.Evals;
using LeadHeat.Web.Evals;

namespace LeadHeat.Tests.Web;

public sealed class EvalsStateTests
{
    [Fact]
    public void Misses_are_shown_by_group_and_a_hundred_at_once()
    {
        var state = new EvalsState { Overview = new(Report([.. Misses("budget", 3), .. Misses("intent", 120)]), []) };

        Assert.Equal([("", 123), ("intent", 120), ("budget", 3)], state.Groups);
        Assert.Equal((100, 23), (state.Misses.Count, state.More));

        state.Group = "budget";

        Assert.Equal((3, 0), (state.Misses.Count, state.More));
    }

    [Fact]
    public void Before_the_first_run_there_is_nothing_to_show()
    {
        var state = new EvalsState { Overview = new(null, []) };

        Assert.Empty(state.Misses);
        Assert.Equal([("", 0)], state.Groups);
    }

    [Theory]
    [InlineData(0.98, 0.98, null, "", true, false)]
    [InlineData(0.97, 0.98, 0.96, "", false, false)]
    [InlineData(0.95, 0.98, 0.96, "", false, true)]
    [InlineData(0.95, 0.98, null, "", false, true)]
    public void A_figure_is_lost_under_its_bar_and_its_floor(double value, double bar, double? floor, string group, bool reached, bool lost)
    {
        var measure = new EvalMeasure("m", "M", group, value, 1, false, bar, floor, null);

        Assert.Equal((reached, lost), (measure.Reached, measure.Lost));
    }

    private static EvalReport Report(IReadOnlyList<EvalMiss> misses) => new(DateTimeOffset.UnixEpoch, 1, 1, [], [], [], misses);

    private static IEnumerable<EvalMiss> Misses(string group, int count) =>
        Enumerable.Range(1, count).Select(number => new EvalMiss($"{group}-{number}", group, group, true, "text", "this", "that"));
}
