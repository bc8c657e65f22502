using System.Net;
using LeadHeat.Api.Webhooks;
using LeadHeat.Core.Webhooks;
using LeadHeat.Core.Wire;
using LeadHeat.ServiceDefaults;
using LeadHeat.Tests.AppHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadHeat.Tests.Api.Webhooks;

/// <summary>Nobody makes us send anything to where only we can reach.</summary>
[Collection("app")]
public sealed class WebhookAddressTests(AppFixture fixture)
{
    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("8.8.8.8")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    public void Addresses_of_the_internet_are_public(string address) => Assert.True(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.8.8")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001::1")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("ff02::1")]
    public void Everything_else_is_not(string address) => Assert.False(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://example.com/hook")]
    [InlineData("ftp://example.com/hook")]
    [InlineData("https://user:secret@example.com/hook")]
    [InlineData("https://127.0.0.1/hook")]
    [InlineData("https://localhost/hook")]
    [InlineData("https://[::1]/hook")]
    [InlineData("https://[::ffff:169.254.169.254]/latest/meta-data")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("not an address")]
    public async Task Such_an_address_is_not_taken(string url)
    {
        using var admin = Caller.Admin(fixture.App);

        var refused = await Assert.ThrowsAsync<LeadHeatException>(() => admin.Client.AddWebhookAsync(new AddWebhook(url, [WebhookKinds.LeadCreated])));

        Assert.Equal(400, (int)refused.Status);
    }

    [Fact]
    public async Task Name_that_leads_here_at_the_time_of_sending_is_refused_before_anything_is_sent()
    {
        await using var receiver = await Receiver.StartAsync();

        var closed = await PostAsync(receiver.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), allowPrivate: false);
        var open = await PostAsync(receiver.Url, allowPrivate: true);

        Assert.Equal((false, AddressRefused.Why), (closed.IsGood, closed.Failure));
        Assert.True(open.IsGood, open.Failure);
        Assert.Single(receiver.Told);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Redirect_is_an_answer_and_is_not_followed(int status)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var elsewhere = await Receiver.StartAsync();
        receiver.Location = elsewhere.Url;
        receiver.Answers.Enqueue(status);

        var attempt = await PostAsync(receiver.Url, allowPrivate: true);

        Assert.Equal((status, false), (attempt.Status, attempt.IsGood));
        Assert.Equal((1, 0), (receiver.Asked, elsewhere.Asked));
    }

    [Theory]
    [InlineData("", "anywhere.test", true)]
    [InlineData("hooks.example.com, *.example.org", "HOOKS.example.com", true)]
    [InlineData("hooks.example.com, *.example.org", "a.b.example.org", true)]
    [InlineData("hooks.example.com, *.example.org", "example.org", false)]
    [InlineData("hooks.example.com, *.example.org", "badexample.org", false)]
    [InlineData("hooks.example.com", "hooks.example.com.evil.test", false)]
    [InlineData("hooks.example.com", "127.0.0.1", false)]
    public void Where_hosts_are_listed_no_other_is_reached(string hosts, string host, bool allowed) =>
        Assert.Equal(allowed, new WebhookOptions { Hosts = hosts }.Allows(host));

    [Fact]
    public async Task Host_that_left_the_list_is_told_nothing_any_more()
    {
        await using var receiver = await Receiver.StartAsync();

        var attempt = await PostAsync(receiver.Url, allowPrivate: true, "hooks.example.com");

        Assert.Equal((false, AddressRefused.Why), (attempt.IsGood, attempt.Failure));
        Assert.Empty(receiver.Told);
    }

    private static async Task<WebhookAttempt> PostAsync(string url, bool allowPrivate, string hosts = "")
    {
        var services = new ServiceCollection();
        services.AddSingleton(Options.Create(new WebhookOptions { AllowPrivateAddresses = allowPrivate, Hosts = hosts }));
        services.AddClocks();
        services.AddSingleton<WebhookClient>().AddLogging();
        WebhookClient.AddTo(services);
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<WebhookClient>().PostAsync(url, Guid.NewGuid(), "{}"u8.ToArray(), "secret", CancellationToken.None);
    }
}
