using LeadHeat.Core.Leads;
using LeadHeat.Core.Webhooks;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Webhooks;

/// <summary>The team's own programs hear what happens to leads. Of the app's MostFailures see the fixture.</summary>
[Collection("channels")]
public sealed class WebhookTests(ChannelsFixture fixture)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Life_of_a_lead_is_told_in_its_order_and_signed()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var added = await AddAsync(receiver, [.. WebhookKinds.All]);

        var lead = await WriteAsync();
        await fixture.Team.ChangeLeadAsync(lead, new ChangeLead(LeadStatus.Working));
        await fixture.Team.ChangeHandlingAsync(lead, Handling.Human);
        await fixture.Team.ChangeLeadAsync(lead, new ChangeLead(LeadStatus.Lost, LostReason: "Bought elsewhere"));
        await Eventually.TrueAsync(() => Of(receiver, lead).Count(told => told.Kind == WebhookKinds.LeadStatusChanged) == 2, Patience, () => string.Join(", ", receiver.Told.Select(told => told.Kind)));

        var heard = Of(receiver, lead);
        Assert.Equal([WebhookKinds.LeadCreated, WebhookKinds.MessageReceived], heard.Take(2).Select(told => told.Kind));
        Assert.Equal(
            [("new", "working"), ("working", "lost")],
            heard.Where(told => told.Kind == WebhookKinds.LeadStatusChanged)
                .Select(told => (told.Json.GetProperty("change").GetProperty("from").GetString(), told.Json.GetProperty("change").GetProperty("to").GetString())));
        Assert.Single(heard, told => told.Kind == WebhookKinds.Handoff);
        Assert.Equal("looking for a 2 bhk", heard[1].Json.GetProperty("message").GetProperty("text").GetString());
        Assert.All(heard, told => Assert.Equal(WebhookSignature.Of(told.Timestamp, told.Body, added.Secret), told.Signature));
        Assert.Equal(heard.Count, heard.Select(told => told.Delivery).Distinct().Count());
    }

    [Fact]
    public async Task What_fails_is_sent_again_and_what_came_after_it_waits()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answers.Enqueue(503);
        await using var added = await AddAsync(receiver, WebhookKinds.LeadCreated, WebhookKinds.MessageReceived);

        var lead = await WriteAsync();
        await Eventually.TrueAsync(() => Of(receiver, lead).Count == 3, Patience, () => string.Join(", ", receiver.Told.Select(told => $"{told.Kind} {told.Answer}")));

        var heard = Of(receiver, lead);
        Assert.Equal(
            [(WebhookKinds.LeadCreated, 503), (WebhookKinds.LeadCreated, 200), (WebhookKinds.MessageReceived, 200)], heard.Select(told => (told.Kind, told.Answer)));
        Assert.Equal((heard[0].Delivery, Convert.ToHexString(heard[0].Body)), (heard[1].Delivery, Convert.ToHexString(heard[1].Body)));
        var first = (await LogAsync(added.Id)).Single(line => line.Kind == WebhookKinds.LeadCreated);
        Assert.Equal((WebhookDeliveryState.Delivered, 2, 200, "thanks"), (first.State, first.Attempts, first.Status, first.Answer));
    }

    [Fact]
    public async Task Nobody_is_told_what_nobody_asked_for()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var added = await AddAsync(receiver, WebhookKinds.LeadStatusChanged);

        var lead = await WriteAsync();

        Assert.Equal("0", await Psql.RunAsync(fixture.App, $"select count(*) from webhook_deliveries where lead_id = '{lead}'"));
    }

    [Fact]
    public async Task Webhook_that_fails_too_often_is_off_until_it_is_switched_on_and_then_hears_all_that_waited()
    {
        await using var receiver = await Receiver.StartAsync();
        foreach (var status in Enumerable.Repeat(500, ChannelsFixture.MostWebhookFailures))
            receiver.Answers.Enqueue(status);
        await using var added = await AddAsync(receiver, WebhookKinds.LeadCreated);
        var lead = await WriteAsync();

        await Eventually.TrueAsync(async () => !(await FindAsync(added.Id)).IsOn, Patience, () => string.Join(", ", receiver.Told));
        var off = await FindAsync(added.Id);
        await fixture.Team.ChangeWebhookAsync(added.Id, new ChangeWebhook(IsOn: true));

        Assert.Contains("attempts in a row have failed", off.OffBecause, StringComparison.Ordinal);
        Assert.Equal(1, off.Waiting);
        await Eventually.TrueAsync(() => Of(receiver, lead).Any(told => told.Answer == 200), Patience, () => "it was not sent");
        await Eventually.TrueAsync(async () => await FindAsync(added.Id) is { IsOn: true, Failures: 0, OffBecause: null, Waiting: 0 }, Patience, () => "it still fails");
    }

    [Fact]
    public async Task Delivery_is_replayed_with_the_same_id_and_bytes_and_its_answer_is_cut()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Words = new string('x', 5000);
        await using var added = await AddAsync(receiver, WebhookKinds.LeadCreated);
        await fixture.Team.TryWebhookAsync(added.Id);
        await Eventually.TrueAsync(async () => await LogAsync(added.Id) is [{ State: WebhookDeliveryState.Delivered }], Patience, () => "the ping was not sent");
        var line = Assert.Single(await LogAsync(added.Id));

        await fixture.Team.ReplayWebhookDeliveryAsync(added.Id, line.Id);
        await Eventually.TrueAsync(() => receiver.Told.Count >= 2, Patience, () => "it was not sent again");

        Assert.Equal((WebhookKinds.Ping, 1024), (line.Kind, line.Answer!.Length));
        Assert.All(receiver.Told, told => Assert.Equal(line.Id, told.Delivery));
        Assert.Single(receiver.Told.Select(told => Convert.ToHexString(told.Body)).Distinct());
        Assert.DoesNotContain(added.Secret, await Psql.RunAsync(fixture.App, $"select encode(secret, 'escape') from webhooks where id = '{added.Id}'"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Webhook_that_names_no_known_kind_is_refused()
    {
        var refused = await Assert.ThrowsAsync<LeadHeatException>(() => fixture.Team.AddWebhookAsync(new AddWebhook("http://127.0.0.1:1/", ["lead.exploded"])));

        Assert.Equal(400, (int)refused.Status);
    }

    private async Task<Added> AddAsync(Receiver receiver, params string[] kinds)
    {
        // Other tests' leads are none of its business before either.
        await fixture.QuietAsync();
        var added = await fixture.Team.AddWebhookAsync(new AddWebhook(receiver.Url, kinds));
        return new(fixture.Team, added.Webhook.Id, added.Secret);
    }

    private async Task<Guid> WriteAsync()
    {
        var number = ChannelsFixture.Number();
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(number, (WhatsApp.Id(), "looking for a 2 bhk")));
        return (await fixture.LeadOfAsync(number)).Id;
    }

    private async Task<Webhook> FindAsync(Guid id) => (await fixture.Team.GetWebhooksAsync()).Items.Single(webhook => webhook.Id == id);

    private async Task<IReadOnlyList<WebhookDelivery>> LogAsync(Guid id) => (await fixture.Team.GetWebhookDeliveriesAsync(id)).Items;

    private static List<Told> Of(Receiver receiver, Guid lead) => [.. receiver.Told.Where(told => told.LeadId == lead)];

    // Other tests' leads are none of its business afterwards.
    private sealed record Added(LeadHeatClient Team, Guid Id, string Secret) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Team.DeleteWebhookAsync(Id);
    }
}
