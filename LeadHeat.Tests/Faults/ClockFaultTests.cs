using LeadHeat.AppHost.Local.Engine;
using LeadHeat.Tests.AppHost;
using Xunit.Abstractions;

namespace LeadHeat.Tests.Faults;

/// <summary>Somebody sets the machine's clock while visitors talk: of the Api, of the workers and of Web alike.</summary>
[Collection("own app")]
[Trait("Suite", "Faults")]
public sealed class ClockFaultTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_clock_that_jumps_an_hour_ahead_and_back_loses_nothing_and_keeps_the_order()
    {
        var clock = Path.Combine(Path.GetTempPath(), $"leadheat-clock-{Guid.NewGuid():N}");
        try
        {
            await using var app = await RunningApp.StartAsync(new() { Environment = JumpingClock.In(clock) });
            var (visitors, jumps) = (FaultScale.Of(12, 60), FaultScale.Of(4, 20));
            var traffic = await Traffic.StartAsync(app, visitors, 6);
            for (var jump = 1; jump <= jumps; jump++)
            {
                await traffic.ReachedAsync((double)jump / (jumps + 2));
                JumpingClock.Set(clock, TimeSpan.FromHours((jump % 4) switch { 1 => 1, 3 => -1, _ => 0 }));
            }

            output.WriteLine(await FaultLedger.DecideAsync(app, traffic, $"clock set an hour ahead and back, {jumps} times"));
        }
        finally
        {
            File.Delete(clock);
        }
    }
}
