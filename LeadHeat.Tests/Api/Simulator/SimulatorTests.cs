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

        await team.StartSimulatorAsync(new(Count: 20, Rate: 200, Duplicates: 40, Reordered: 10, Batch: 4, Seed: seed));
        SimulatorStatus status = null!;
        await Eventually.TrueAsync(async () => !(status = await team.GetSimulatorAsync()).Running, Patience, () => $"{status}");

        Assert.Equal((0, status.Planned), (status.Refused, status.Sent));
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
