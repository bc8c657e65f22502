using LeadHeat.Api.Simulator;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Channels.Flows;

namespace LeadHeat.Tests.Api.Simulator;

public sealed class SimulatedTrafficTests
{
    private static readonly string Token = new FlowToken(null, "real-estate", FlowToken.CurrentVersion).Sign("secret");
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Same_seed_is_the_same_traffic_and_every_thing_is_understood()
    {
        var run = new SimulatorRun(Count: 200, Duplicates: 20, Reordered: 20, Batch: 7, Seed: 5);

        var (first, second) = (SimulatedTraffic.Of(run, Token, Now), SimulatedTraffic.Of(run, Token, Now));

        Assert.Equal(first.Select(delivery => Convert.ToHexString(delivery.Body)), second.Select(delivery => Convert.ToHexString(delivery.Body)));
        var events = first.SelectMany(delivery => MetaEnvelope.Split(delivery.Body)).ToArray();
        Assert.Equal(200, events.Select(each => each.ExternalId).Distinct().Count());
        Assert.True(events.Length > 200);
        Assert.Equal(events.Length, first.Sum(delivery => delivery.Events));
        Assert.Equal(40, events.Where(each => each.Kind == InboundKind.Lead).Select(each => each.ExternalId).Distinct().Count());
        var messages = events.Where(each => each.Kind == InboundKind.Message).Select(each => WhatsAppMessage.Read(each.Body)).ToArray();
        Assert.All(messages, each => Assert.Null(each.Wrong));
        Assert.Superset(new HashSet<string> { "text", "interactive", "image" }, messages.Select(each => each.Message!.Kind).ToHashSet());
        Assert.Contains(messages, each => each.Message!.Referral?.ClickId is not null);
        Assert.Contains(messages, each => each.Message!.Answers.Count == 5 && FlowToken.Read(each.Message.FlowToken, "secret") is not null);
    }

    [Fact]
    public void Without_lateness_each_person_writes_in_their_order()
    {
        var run = new SimulatorRun(Count: 300, Duplicates: 0, Reordered: 0, Batch: 10, Seed: 9);

        var messages = SimulatedTraffic.Of(run, Token, Now).SelectMany(delivery => MetaEnvelope.Split(delivery.Body)).Where(each => each.Kind == InboundKind.Message);

        foreach (var ofOne in messages.GroupBy(message => message.Contact))
        {
            var places = ofOne.Select(message => int.Parse(message.ExternalId.Split('.')[^1], System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            Assert.Equal(Enumerable.Range(0, places.Length), places);
        }
    }
}
