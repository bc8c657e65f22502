using LeadHeat.AppHost.Local.Engine;

namespace LeadHeat.Tests.AppHost;

public sealed class RestartPausesTests
{
    [Fact]
    public void A_process_that_keeps_dying_is_started_again_ever_later_up_to_30_seconds()
    {
        var pauses = new RestartPauses();

        var waited = Enumerable.Range(0, 9).Select(_ => pauses.After(TimeSpan.FromSeconds(1)).TotalSeconds);

        Assert.Equal([0.25, 0.5, 1, 2, 4, 8, 16, 30, 30], waited);
    }

    [Fact]
    public void One_that_has_held_for_over_a_minute_begins_anew()
    {
        var pauses = new RestartPauses();
        for (var death = 0; death < 9; death++)
            pauses.After(TimeSpan.FromSeconds(60));

        Assert.Equal(0.25, pauses.After(TimeSpan.FromSeconds(61)).TotalSeconds);
        Assert.Equal(0.5, pauses.After(TimeSpan.FromSeconds(1)).TotalSeconds);
    }
}
