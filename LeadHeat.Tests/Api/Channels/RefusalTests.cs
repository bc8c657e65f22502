using System.Net;
using System.Text;
using LeadHeat.Api.Inbound;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Channels;

/// <summary>What was not let in because of its signature is not lost: it waits until the secret is right.</summary>
[Collection("channels")]
public sealed class RefusalTests(ChannelsFixture fixture)
{
    private readonly string _secret = $"another-{Guid.NewGuid():N}";

    [Fact]
    public async Task Refused_delivery_is_kept_as_its_bytes_came_with_why_and_goes_in_once_when_the_secret_is_right()
    {
        var (message, number) = (WhatsApp.Id(), ChannelsFixture.Number());
        var body = WhatsApp.Messages(number, (message, "a flat in Whitefield é"));
        Assert.Equal(401, await fixture.DeliverAsync(Routes.WhatsAppWebhook, body, Signed(body)));
        var kept = await FindAsync(message);
        Assert.Equal(
            (InboundChannel.Whatsapp, SignatureVerdict.Wrong, Encoding.UTF8.GetByteCount(body), true, true),
            (kept.Delivery.Channel, kept.Delivery.Verdict, kept.Delivery.Length, kept.Delivery.IsWhole, kept.Delivery.CanBeTried));
        Assert.Equal(body, kept.Body);
        Assert.Equal(["Content-Type", MetaSignature.Header], kept.Headers.Keys.Order());
        var still = await Assert.ThrowsAsync<LeadHeatException>(() => fixture.Team.ReplayRefusedAsync(kept.Delivery.Id));
        Assert.Equal(HttpStatusCode.Conflict, still.Status);
        Assert.Contains("Meta__AppSecret", still.Message, StringComparison.Ordinal);
        Assert.Empty((await fixture.Team.GetInboundAsync(message)).Items);

        await using var mended = await WithSecretAsync(_secret);
        var tries = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => mended.Team.ReplayRefusedAsync()));

        Assert.Equal(1, tries.Sum(tried => tried.Taken));
        var taken = await fixture.EventAsync(message, InboundState.Done);
        Assert.Equal(kept.Delivery.ReceivedAt, taken.ReceivedAt);
        var letIn = await fixture.Team.GetInboundAsync(taken.Id);
        Assert.Equal((DeliveryVerdict.VerifiedLater, MetaSignature.MarkOf(_secret)), (letIn.Verdict, letIn.SignedBy));
        Assert.Equal("+" + number, (await fixture.LeadOfAsync(number)).Contact.Phone);
        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<LeadHeatException>(() => mended.Team.ReplayRefusedAsync(kept.Delivery.Id))).Status);
    }

    [Fact]
    public async Task What_Meta_has_not_signed_says_so_and_cannot_be_tried()
    {
        var body = LeadAdsTests.Delivery(LeadAdsTests.Id());
        using var http = new HttpClient { BaseAddress = new Uri(fixture.App.ApiUrl) };
        foreach (var (header, value) in ((string, string)[])[("X-Unsigned", "1"), (MetaSignature.OldHeader, "sha1=" + new string('a', 40)), (MetaSignature.Header, "x")])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Routes.LeadAdsWebhook) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            request.Headers.Add(header, value);
            using var answer = await http.SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        var kept = (await fixture.Team.GetRefusedAsync()).Items.Take(3).ToArray();

        Assert.Equal([SignatureVerdict.Malformed, SignatureVerdict.Sha1, SignatureVerdict.Missing], kept.Select(one => one.Verdict));
        Assert.All(kept, one => Assert.False(one.CanBeTried));
        Assert.Equal(3, kept.Select(one => one.Reason).Distinct().Count());
    }

    [Fact]
    public async Task Of_what_anybody_can_send_only_the_beginning_and_only_the_newest_is_kept()
    {
        var mark = WhatsApp.Id();
        var body = WhatsApp.Messages(ChannelsFixture.Number(), (mark, new string('x', Refusals.LongestBody)));
        Assert.Equal(401, await fixture.DeliverAsync(Routes.WhatsAppWebhook, body, Signed(body)));
        var longOne = await FindAsync(mark);
        Assert.Equal((body.Length, false, Refusals.LongestBody), (longOne.Delivery.Length, longOne.Delivery.IsWhole, longOne.Body.Length));
        await Psql.RunAsync(fixture.App, $"""
            insert into refused_bodies (id, channel, verdict, headers, body, length, is_whole, received_at)
            select gen_random_uuid(), channel, verdict, headers, body, length, is_whole, received_at from refused_bodies, generate_series(1, {Refusals.MostKept + 20})
            where id = '{longOne.Delivery.Id}'
            """);

        Assert.Equal(401, await fixture.DeliverAsync(Routes.WhatsAppWebhook, body, Signed(body)));
        Assert.Equal(401, await fixture.DeliverAsync(Routes.WhatsAppWebhook, body, null));

        Assert.Equal($"{Refusals.MostKept}", await Psql.RunAsync(fixture.App, "select count(*) from refused_bodies where channel = 'whatsapp' and verdict = 'wrong' and not is_flow"));
        await Psql.RunAsync(fixture.App, "delete from refused_bodies where channel = 'whatsapp'");
    }

    [Fact]
    public async Task What_comes_while_no_secret_is_set_is_kept_and_goes_in_once_there_is_one_that_fits()
    {
        await using var unset = await WithSecretAsync("");
        var (ours, others) = (LeadAdsTests.Id(), LeadAdsTests.Id());
        foreach (var id in (string[])[ours, others])
            fixture.Graph.Leads[id] = LeadAdsTests.Lead(id, "no-secret", $"no.secret.{id}@example.com");
        Assert.Equal(503, await unset.DeliverAsync(Routes.LeadAdsWebhook, LeadAdsTests.Delivery(ours), ChannelsFixture.Secret));
        Assert.Equal(503, await unset.DeliverAsync(Routes.LeadAdsWebhook, LeadAdsTests.Delivery(others), _secret));
        Assert.Equal(503, await unset.DeliverAsync(Routes.LeadAdsWebhook, LeadAdsTests.Delivery(LeadAdsTests.Id()), secret: null));

        var unsigned = (await fixture.Team.GetRefusedAsync()).Items[0];
        var (kept, wrong) = (await FindAsync(ours), await FindAsync(others));
        Assert.Equal((SignatureVerdict.Missing, false), (unsigned.Verdict, unsigned.CanBeTried));
        Assert.Equal((SignatureVerdict.NoSecret, true, LeadAdsTests.Delivery(ours)), (kept.Delivery.Verdict, kept.Delivery.CanBeTried, kept.Body));
        var still = await Assert.ThrowsAsync<LeadHeatException>(() => unset.Team.ReplayRefusedAsync(kept.Delivery.Id));
        Assert.Equal(HttpStatusCode.Conflict, still.Status);
        Assert.Contains("No secret was set", still.Message, StringComparison.Ordinal);
        Assert.Contains("Set Meta__AppSecret", still.Message, StringComparison.Ordinal);

        await fixture.Team.ReplayRefusedAsync(kept.Delivery.Id);

        Assert.NotNull((await fixture.EventAsync(ours, InboundState.Done)).LeadId);
        Assert.Equal(HttpStatusCode.Conflict, (await Assert.ThrowsAsync<LeadHeatException>(() => fixture.Team.ReplayRefusedAsync(wrong.Delivery.Id))).Status);
        Assert.Empty((await fixture.Team.GetInboundAsync(others)).Items);
    }

    [Fact]
    public async Task Question_of_a_form_that_is_refused_is_kept_to_be_looked_into_and_cannot_be_tried()
    {
        await using var unset = await WithSecretAsync("");
        var bodies = Enumerable.Range(0, 2).Select(_ => $$"""{"encrypted_flow_data":"{{Guid.NewGuid():N}}"}""").ToArray();
        Assert.Equal(432, await fixture.DeliverAsync(Routes.FlowsWebhook, bodies[0], Signed(bodies[0])));
        Assert.Equal(503, await unset.DeliverAsync(Routes.FlowsWebhook, bodies[1], ChannelsFixture.Secret));

        var kept = new[] { await FindAsync(bodies[0]), await FindAsync(bodies[1]) };
        var tried = await fixture.Team.ReplayRefusedAsync();

        Assert.Equal([SignatureVerdict.Wrong, SignatureVerdict.NoSecret], kept.Select(one => one.Delivery.Verdict));
        Assert.All(kept, one => Assert.Equal((InboundChannel.Whatsapp, true, false), (one.Delivery.Channel, one.Delivery.IsFlow, one.Delivery.CanBeTried)));
        Assert.All(kept, one => Assert.Contains("form on WhatsApp", one.Delivery.Reason, StringComparison.Ordinal));
        Assert.Equal(0, tried.Taken);
        Assert.Equal(HttpStatusCode.Conflict, (await Assert.ThrowsAsync<LeadHeatException>(() => fixture.Team.ReplayRefusedAsync(kept[1].Delivery.Id))).Status);
    }

    private string Signed(string body) => MetaSignature.Of(Encoding.UTF8.GetBytes(body), _secret);

    private async Task<RefusedDetail> FindAsync(string mark)
    {
        foreach (var one in (await fixture.Team.GetRefusedAsync()).Items)
        {
            if (await fixture.Team.GetRefusedAsync(one.Id) is { } found && found.Body.Contains(mark, StringComparison.Ordinal))
                return found;
        }

        throw new InvalidOperationException($"{mark} is not kept.");
    }

    // As after a new start with the right secret.
    private Task<SecondApi> WithSecretAsync(string secret) => SecondApi.StartAsync(
        fixture.App, fixture.App.ServiceConnectionString("leadsdb"), fixture.App.ConnectionString("redis"), new(fixture.Settings) { ["Meta__AppSecret"] = secret });
}
