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

        Assert.Equal($"{Refusals.MostKept}", await Psql.RunAsync(fixture.App, "select count(*) from refused_bodies where channel = 'whatsapp' and verdict = 'wrong'"));
        await Psql.RunAsync(fixture.App, "delete from refused_bodies where channel = 'whatsapp'");
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
