using System.Security.Cryptography;
using LeadHeat.Core.Channels.Flows;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Channels;

/// <summary>Questions of forms on WhatsApp that Meta has signed and that our key does not open.</summary>
[Collection("channels")]
public sealed class UnreadFormTests(ChannelsFixture fixture)
{
    [Fact]
    public async Task Question_that_is_encrypted_for_another_key_is_counted_with_the_key_to_enter_at_Meta_and_nothing_of_it_is_kept()
    {
        var (before, kept) = (await CountAsync(UnreadBecause.OtherKey), await KeptAsync());

        Assert.Equal(421, await fixture.DeliverAsync(Routes.FlowsWebhook, Question()));
        Assert.Equal(421, await fixture.DeliverAsync(Routes.FlowsWebhook, Question()));

        var unread = (await fixture.Team.GetRefusedAsync()).Unread!.Single(forms => forms.Why == UnreadBecause.OtherKey);
        Assert.Equal((before + 2, (await fixture.Team.GetFlowSetUpAsync("real-estate")).PublicKey), (unread.Count, unread.PublicKey));
        Assert.InRange(unread.LatestAt, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.Contains("Enter our public key at Meta again", unread.Reason, StringComparison.Ordinal);
        Assert.Equal(kept, await KeptAsync());
    }

    [Fact]
    public async Task Question_that_comes_while_no_key_is_set_is_counted_and_says_what_to_set()
    {
        await using var unset = await SecondApi.StartAsync(
            fixture.App, fixture.App.ServiceConnectionString("leadsdb"), fixture.App.ConnectionString("redis"), new(fixture.Settings) { ["Meta__FlowPrivateKey"] = "" });
        var before = await CountAsync(UnreadBecause.NoKey);

        Assert.Equal(503, await unset.DeliverAsync(Routes.FlowsWebhook, Question(), ChannelsFixture.Secret));

        Assert.Equal(before + 1, await CountAsync(UnreadBecause.NoKey));
        Assert.Contains("Set Meta__FlowPrivateKey", (await unset.Team.GetRefusedAsync()).Unread!.Single(forms => forms.Why == UnreadBecause.NoKey).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notice_goes_once_a_question_can_be_read_and_comes_again_with_the_next_that_cannot()
    {
        var body = Question();
        Assert.Equal(421, await fixture.DeliverAsync(Routes.FlowsWebhook, body));
        var before = await CountAsync(UnreadBecause.OtherKey);

        Assert.Equal(432, await fixture.DeliverAsync(Routes.FlowsWebhook, body, null));
        Assert.Equal(before, await CountAsync(UnreadBecause.OtherKey));
        using var ours = RSA.Create();
        ours.ImportFromPem((await fixture.Team.GetFlowSetUpAsync("real-estate")).PublicKey);
        Assert.Equal(200, await fixture.DeliverAsync(Routes.FlowsWebhook, Question(ours)));
        Assert.Equal((0, 0), (await CountAsync(UnreadBecause.OtherKey), await CountAsync(UnreadBecause.NoKey)));

        Assert.Equal(421, await fixture.DeliverAsync(Routes.FlowsWebhook, body));
        Assert.Equal(1, await CountAsync(UnreadBecause.OtherKey));
    }

    [Fact]
    public async Task Form_of_before_the_secret_was_changed_is_counted_and_opens_where_the_earlier_secret_is_kept()
    {
        const string earlier = "the-secret-of-before";
        using var ours = RSA.Create();
        ours.ImportFromPem((await fixture.Team.GetFlowSetUpAsync("real-estate")).PublicKey);
        var question = Question(ours, new FlowToken(null, "real-estate", FlowToken.CurrentVersion).Sign(earlier));
        var before = await CountAsync(UnreadBecause.OtherToken);

        Assert.Equal(427, await fixture.DeliverAsync(Routes.FlowsWebhook, question));
        Assert.Equal(before + 1, await CountAsync(UnreadBecause.OtherToken));
        Assert.Contains("Meta__EarlierAppSecrets", (await fixture.Team.GetRefusedAsync()).Unread!.Single(forms => forms.Why == UnreadBecause.OtherToken).Reason, StringComparison.Ordinal);
        await using var kept = await SecondApi.StartAsync(
            fixture.App, fixture.App.ServiceConnectionString("leadsdb"), fixture.App.ConnectionString("redis"), new(fixture.Settings) { ["Meta__EarlierAppSecrets"] = $"older, {earlier}" });

        Assert.Equal(200, await kept.DeliverAsync(Routes.FlowsWebhook, question, ChannelsFixture.Secret));
        // Nothing that is delivered is taken for signed by it.
        Assert.Equal(432, await kept.DeliverAsync(Routes.FlowsWebhook, question, earlier));
    }

    private static string Question(RSA? key = null, string? token = null)
    {
        using var other = RSA.Create(2048);
        var (body, cipher, _) = FlowTests.Encrypted(new { version = "3.0", action = token is null ? "ping" : "INIT", flow_token = token }, key ?? other);
        cipher.Dispose();
        return body;
    }

    private async Task<int> CountAsync(UnreadBecause why) => (await fixture.Team.GetRefusedAsync()).Unread?.SingleOrDefault(forms => forms.Why == why)?.Count ?? 0;

    private Task<string?> KeptAsync() => Psql.RunAsync(fixture.App, """
        select concat_ws(' ', (select count(*) from refused_bodies), (select count(*) from deliveries), (select sum(count) from refused_deliveries))
        """);
}
