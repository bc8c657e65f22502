using System.Text.Json;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;

namespace LeadHeat.Tests.Api.Channels;

/// <summary>Meta is told what became of its leads, if an admin and the person want that.</summary>
[Collection("channels")]
public sealed class ConversionTests(ChannelsFixture fixture)
{
    private const string Dataset = "4711";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Every_stage_of_who_agreed_is_told_once_and_of_nobody_else_anything()
    {
        await using var on = await SwitchOnAsync("optional_1");
        var (id, lead) = await LeadAsync();

        await fixture.Team.ChangeLeadAsync(lead, new ChangeLead(LeadStatus.Qualified));
        await fixture.Team.ChangeLeadAsync(lead, new ChangeLead(LeadStatus.Working));
        await fixture.Team.ChangeLeadAsync(lead, new ChangeLead(LeadStatus.Qualified));
        await fixture.Team.ChangeLeadAsync(lead, new ChangeLead(LeadStatus.Won));
        await Eventually.TrueAsync(() => Told(id).Length >= 4, Patience, () => string.Join('\n', Told(id)));
        var (_, other) = await ChangeAsync("optional_2", LeadStatus.Won);

        Assert.Equal(["New", "Qualified", "Working", "Won"], Told(id).Select(told => told.GetProperty("event_name").GetString()));
        Assert.All(Told(id), told => Assert.Equal(64, told.GetProperty("user_data").GetProperty("em")[0].GetString()!.Length));
        Assert.All((await EventsAsync(other)), told => Assert.Equal(ConversionState.Withheld, told.State));
        Assert.All(await EventsAsync(lead), told => Assert.Equal(ConversionState.Sent, told.State));
    }

    [Fact]
    public async Task Throttled_event_is_sent_again_and_a_refused_one_is_shown()
    {
        await using var on = await SwitchOnAsync("optional_1");
        fixture.Graph.Trouble[Dataset] = new([(400, 4), (400, 100)]);

        var (_, lead) = await LeadAsync();
        await Eventually.TrueAsync(async () => (await EventsAsync(lead)) is [{ State: ConversionState.Failed }], Patience, () => "it did not fail");

        var failed = Assert.Single(await EventsAsync(lead));
        Assert.Equal(2, failed.Attempts);
        Assert.Contains("code 100", failed.Failure, StringComparison.Ordinal);
        Assert.Contains("send it again", failed.Failure, StringComparison.Ordinal);
        Assert.Equal(1, (await fixture.Team.ReplayConversionsAsync(lead)).Count);
        await Eventually.TrueAsync(async () => (await EventsAsync(lead)) is [{ State: ConversionState.Sent, Failure: null }], Patience, () => "it was not sent again");
    }

    [Fact]
    public async Task Nothing_is_told_while_it_is_off()
    {
        var (id, lead) = await LeadAsync();
        await fixture.Team.ChangeLeadAsync(lead, new ChangeLead(LeadStatus.Won));

        Assert.Empty(await EventsAsync(lead));
        Assert.Empty(Told(id));
    }

    [Fact]
    public async Task It_is_not_switched_on_without_a_consent()
    {
        var refused = await Assert.ThrowsAsync<LeadHeatException>(() => fixture.Team.SetConversionsAsync(new ConversionSettings(true, Dataset, " ")));

        Assert.Equal(400, (int)refused.Status);
    }

    private async Task<(string Id, Guid Lead)> LeadAsync()
    {
        var id = LeadAdsTests.Id();
        fixture.Graph.Leads[id] = LeadAdsTests.Lead(id, "form-1", $"told.{id}@example.com");
        await fixture.DeliverAsync(Routes.LeadAdsWebhook, LeadAdsTests.Delivery(id));
        return (id, (await fixture.EventAsync(id, InboundState.Done)).LeadId!.Value);
    }

    // The form's second box was not ticked.
    private async Task<(string Id, Guid Lead)> ChangeAsync(string consent, LeadStatus status)
    {
        await fixture.Team.SetConversionsAsync(new ConversionSettings(true, Dataset, consent));
        var (id, lead) = await LeadAsync();
        await fixture.Team.ChangeLeadAsync(lead, new ChangeLead(status));
        await Eventually.TrueAsync(
            async () => await EventsAsync(lead) is { Count: 2 } told && told.All(each => each.State != ConversionState.Queued), Patience, () => "they wait");
        return (id, lead);
    }

    private async Task<IReadOnlyList<ConversionEvent>> EventsAsync(Guid lead) =>
        [.. (await fixture.Team.GetConversionsAsync()).Latest.Where(told => told.LeadId == lead)];

    private JsonElement[] Told(string leadgenId) =>
        [.. fixture.Graph.SentTo(Dataset).Select(body => body.GetProperty("data")[0]).Where(told => told.GetProperty("user_data").GetProperty("lead_id").GetRawText() == leadgenId)];

    private async Task<Off> SwitchOnAsync(string consent)
    {
        await fixture.Team.SetConversionsAsync(new ConversionSettings(true, Dataset, consent));
        // What waited since it was on before goes first.
        await Eventually.TrueAsync(
            async () => (await fixture.Team.GetConversionsAsync()).Latest.All(told => told.State != ConversionState.Queued), Patience, () => "others wait");
        return new(fixture.Team);
    }

    private sealed record Off(LeadHeatClient Team) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Team.SetConversionsAsync(new ConversionSettings(false, Dataset, ""));
    }
}
