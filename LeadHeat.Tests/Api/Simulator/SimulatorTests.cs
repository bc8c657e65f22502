using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Simulator;

[Collection("app")]
public sealed class SimulatorTests(AppFixture fixture)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task Simulated_people_become_leads_once_each_and_are_answered()
    {
        var team = fixture.App.Team();
        var seed = Random.Shared.Next(1_000, 9_999);

        var said = await SimulateCommand.RunAsync(fixture.App, "--count", "20", "--rate", "200", "--duplicates", "40", "--reordered", "10", "--batch", "4", "--seed", $"{seed}");

        var status = await team.GetSimulatorAsync();
        Assert.Equal((false, 0, status.Planned), (status.Running, status.Refused, status.Sent));
        Assert.Contains($"{status.Planned} planned, {status.Sent} acknowledged, 0 refused.", said, StringComparison.Ordinal);
        Assert.Equal(new SimulatorRun(20, 200, 40, 10, 4, seed), status.Run);
        Assert.Contains("20 stored, 20 processed, 0 pending, 0 dead.", said, StringComparison.Ordinal);
        Assert.Contains("Lost 0, doubled 0, out of order 0, on the way 0.", said, StringComparison.Ordinal);
        InboundItem? form = null, message = null;
        await Eventually.TrueAsync(
            async () => (form = await FindAsync(team, $"77{seed:0000}000000"))?.State == InboundState.Done
                && (message = await FindAsync(team, $"wamid.sim.{seed}.0.0"))?.State == InboundState.Done,
            Patience, () => $"{form}, {message}");
        Assert.NotEmpty((await team.GetLeadAsync(form!.LeadId!.Value)).Facts);
        await Eventually.TrueAsync(
            async () => (await team.GetLeadAsync(message!.LeadId!.Value)).Transcript.Items.Any(each => each.DeliveryStatus is DeliveryState.Delivered or DeliveryState.Read or DeliveryState.Failed),
            Patience, () => "no report came");
        await Quiet.UntilAsync(fixture.App);
    }

    private static async Task<InboundItem?> FindAsync(LeadHeatClient team, string id) => (await team.GetInboundAsync(id)).Items is [{ } only] ? only : null;
}
