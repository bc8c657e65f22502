using LeadHeat.Core.Access;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Limits;

/// <summary>The limits as callers meet them, in an app whose limits are low.</summary>
[Collection("own app")]
public sealed class RateLimitTests
{
    private const string Session = """{"playbook":"real-estate","channel":"web"}""";

    private const string Secret = "of-this-test";

    private static readonly AppOptions Low = new()
    {
        Environment =
        {
            ["RateLimits__Public__PermitLimit"] = "3", ["RateLimits__Public__WindowSeconds"] = "3600",
            ["RateLimits__User__PermitLimit"] = "4", ["RateLimits__User__WindowSeconds"] = "3600",
            ["RateLimits__Webhook__PermitLimit"] = "3", ["RateLimits__Webhook__WindowSeconds"] = "3600", ["Meta__AppSecret"] = Secret,
            ["RateLimits__Chat__PermitLimit"] = "2", ["RateLimits__Chat__WindowSeconds"] = "3600",
            ["RateLimits__Pages__PermitLimit"] = "5", ["RateLimits__Pages__WindowSeconds"] = "3600",
        },
    };

    [Fact]
    public async Task Limits_hold_for_addresses_members_and_contacts_and_also_while_redis_is_away()
    {
        await using var app = await RunningApp.StartAsync(Low);
        await AddressesAsync(app);
        await ContactsAsync(app);
        await WebhooksAsync(app);
        var (member, row, password) = await Caller.MemberAsync(app, "agent");
        using (member)
            await UsedUpAsync(member, 4);
        // The pages of the same member are counted by themselves.
        using var web = Caller.Service(app);
        using var page = Caller.Page(app, (await web.Client.SignInAsync(new SignIn(row.Email, password))).AccessToken);
        await UsedUpAsync(page, 5);

        app.Kill("redis");
        using var visitor = Caller.Service(app, "203.0.113.9");
        for (var i = 0; i < 3; i++)
            Assert.Equal(200, (await visitor.PostAsync(Routes.Sessions, Session)).Status);
        (await visitor.PostAsync(Routes.Sessions, Session)).Refusal(429);
    }

    private static async Task UsedUpAsync(Caller member, int limit)
    {
        for (var left = limit - 1; left >= 0; left--)
            AssertLimit(await member.GetAsync(Routes.Me), 200, limit, left);
        AssertLimit(await member.GetAsync(Routes.Me), 429, limit, 0);
    }

    // What Meta has signed comes in, however many strangers knock.
    private static async Task WebhooksAsync(RunningApp app)
    {
        const string Body = """{"object":"page","entry":[]}""";
        using var stranger = Caller.Nobody(app);
        for (var i = 0; i < 5; i++)
            AssertLimit(await stranger.PostAsync(Routes.LeadAdsWebhook, Body), i < 3 ? 401 : 429, 3, Math.Max(0, 2 - i));
        AssertLimit(await stranger.GetAsync(Routes.LeadAdsWebhook + "?hub.mode=subscribe&hub.challenge=1&hub.verify_token=guess"), 429, 3, 0);
        using var http = new HttpClient { BaseAddress = new(app.ApiUrl) };
        using var signed = new HttpRequestMessage(HttpMethod.Post, Routes.LeadAdsWebhook) { Content = new StringContent(Body, System.Text.Encoding.UTF8, "application/json") };
        signed.Headers.Add(MetaSignature.Header, MetaSignature.Of(System.Text.Encoding.UTF8.GetBytes(Body), Secret));
        using var answer = await http.SendAsync(signed);
        Assert.Equal(200, (int)answer.StatusCode);
    }

    private static async Task AddressesAsync(RunningApp app)
    {
        for (var i = 0; i < 5; i++)
        {
            // Whoever is no trusted proxy is counted by the address of the connection, whatever the headers say.
            using var nobody = Caller.Spoofing(app, Caller.AnyAddress());
            AssertLimit(await nobody.PostAsync(Routes.Sessions, Session), i < 3 ? 200 : 429, 3, Math.Max(0, 2 - i));
        }

        using var admin = Caller.Admin(app);
        for (var i = 0; i < 5; i++)
        {
            var answer = await admin.PostAsync(Routes.Sessions, Session);
            Assert.Equal((200, null), (answer.Status, answer.Header("RateLimit-Limit")));
        }
    }

    private static async Task ContactsAsync(RunningApp app)
    {
        using var web = Caller.Service(app);
        var session = await web.Client.StartSessionAsync(new StartSession("real-estate", Channel.Web, null));
        for (var i = 0; i < 3; i++)
        {
            // Another address each time: the contact is counted all the same.
            using var elsewhere = Caller.Service(app);
            var turn = $$"""{"sessionId":"{{session.SessionId}}","text":"Hello {{i}}","clientMessageId":"m{{i}}"}""";
            AssertLimit(await elsewhere.PostAsync(Routes.Turns, turn), i < 2 ? 200 : 429, 2, Math.Max(0, 1 - i));
        }
    }

    private static void AssertLimit(Answer answer, int status, int limit, int remaining)
    {
        Assert.Equal((status, $"{limit}", $"{remaining}"), (answer.Status, answer.Header("RateLimit-Limit"), answer.Header("RateLimit-Remaining")));
        Assert.InRange(int.Parse(answer.Header("RateLimit-Reset")!, System.Globalization.CultureInfo.InvariantCulture), 1, 3600);
        if (status != 429)
            return;
        answer.Refusal(429);
        Assert.Equal(answer.Header("RateLimit-Reset"), answer.RetryAfter);
    }
}
