using System.Security.Cryptography;
using System.Text;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Scanning;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Channels;

/// <summary>One app for the tests of other platforms, with Meta's secrets set and Meta played by <see cref="FakeGraph"/>.</summary>
public sealed class ChannelsFixture : IAsyncLifetime
{
    public const string Secret = "leadheat-test-app-secret";
    public const string AccountId = "102290129340398";
    public const string VerifyToken = "meatyhamhock";
    public const int MostWebhookFailures = 3;

    private static int s_numbers = Random.Shared.Next(1_000_000) * 100;

    private RunningApp? _app;

    public RunningApp App => _app ?? throw new InvalidOperationException("The app is not running.");

    /// <summary>What the app's Api is told.</summary>
    internal Dictionary<string, string?> Settings { get; private set; } = [];

    internal FakeGraph Graph { get; private set; } = null!;

    internal FakeClamd Clamd { get; } = FakeClamd.Start();

    internal LeadHeatClient Team { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Graph = await FakeGraph.StartAsync();
        using var flowKey = RSA.Create(2048);
        Settings = new()
        {
            ["Meta__AppSecret"] = Secret, ["Meta__VerifyToken"] = VerifyToken, ["Meta__AccessToken"] = FakeGraph.Token, ["Meta__GraphBaseUrl"] = Graph.BaseUrl,
            ["Meta__WhatsAppBusinessAccountId"] = AccountId,
            ["Meta__FlowPrivateKey"] = flowKey.ExportPkcs8PrivateKeyPem().Replace("\n", "\\n", StringComparison.Ordinal),
            ["Uploads__ClamAv"] = Clamd.Address, ["Webhooks__AllowPrivateAddresses"] = "true", ["Webhooks__MostFailures"] = $"{MostWebhookFailures}",
        };
        _app = await RunningApp.StartAsync(new AppOptions { Environment = Settings });
        Team = App.Team();
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await Graph.DisposeAsync();
        await Clamd.DisposeAsync();
    }

    /// <summary>A number of nobody else in these tests.</summary>
    public static string Number() => $"1202{Interlocked.Increment(ref s_numbers) % 100_000_000:D8}";

    /// <summary>Waits until nothing of other tests is still to be told of.</summary>
    public Task QuietAsync() => Quiet.UntilAsync(App);

    /// <summary>Delivers it signed as Meta does; the status.</summary>
    public Task<int> DeliverAsync(string path, string body) => DeliverAsync(path, body, MetaSignature.Of(Encoding.UTF8.GetBytes(body), Secret));

    public async Task<int> DeliverAsync(string path, string body, string? signature)
    {
        using var http = new HttpClient { BaseAddress = new Uri(App.ApiUrl) };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (signature is not null)
            request.Headers.Add(MetaSignature.Header, signature);
        using var response = await http.SendAsync(request);
        return (int)response.StatusCode;
    }

    /// <summary>The one lead of this number.</summary>
    public async Task<LeadDetail> LeadOfAsync(string number)
    {
        LeadPage found = null!;
        await Eventually.TrueAsync(
            async () => (found = await Team.GetLeadsAsync(new LeadQuery(Text: number))).Items.Count > 0, TimeSpan.FromSeconds(90), () => $"no lead of {number}");
        return await Team.GetLeadAsync(Assert.Single(found.Items).Id);
    }

    /// <summary>The lead once this holds.</summary>
    public async Task<LeadDetail> LeadOfAsync(string number, Func<LeadDetail, bool> holds)
    {
        LeadDetail lead = null!;
        await Eventually.TrueAsync(
            async () => holds(lead = await LeadOfAsync(number)), TimeSpan.FromSeconds(90), () => string.Join('\n', lead.Transcript.Items));
        return lead;
    }

    /// <summary>As if the person had written that long ago.</summary>
    public Task AgeAsync(Guid leadId, TimeSpan by) => Psql.RunAsync(App, $"""
        update messages set created_at = created_at - interval '{(int)by.TotalMinutes} minutes'
        where author = 'visitor' and conversation_id = (select conversation_id from leads where id = '{leadId}')
        """);

    public async Task<InboundItem> EventAsync(string externalId, InboundState state)
    {
        InboundPage page = null!;
        await Eventually.TrueAsync(
            async () => (page = await Team.GetInboundAsync(externalId)).Items is [{ } only] && only.State == state, TimeSpan.FromSeconds(90),
            () => $"{externalId} is {string.Join(", ", page.Items)}");
        return page.Items[0];
    }

    /// <summary>A form is known by its first lead.</summary>
    public async Task KnowFormAsync(string form)
    {
        var id = LeadAdsTests.Id();
        Graph.Leads[id] = LeadAdsTests.Lead(id, form, $"first.{id}@example.com");
        await DeliverAsync(Routes.LeadAdsWebhook, LeadAdsTests.Delivery(id));
        await EventAsync(id, InboundState.Done);
    }

    /// <summary>A comparison with Meta. One that runs by itself may be under way: only one that was asked for after it counts.</summary>
    public async Task<Reconciliation> ComparedAsync()
    {
        Reconciliation? latest = null;
        async Task<bool> IsOverAsync() => (latest = (await Team.GetReconciliationAsync()).Latest) is null or { FinishedAt: not null };
        await Eventually.TrueAsync(IsOverAsync, TimeSpan.FromSeconds(90), () => $"{latest}");
        var before = latest?.Id;
        await Team.ReconcileAsync();
        await Eventually.TrueAsync(async () => await IsOverAsync() && latest!.Id != before, TimeSpan.FromSeconds(90), () => $"{latest}");
        return latest!;
    }
}

[CollectionDefinition("channels")]
public sealed class ChannelsApp : ICollectionFixture<ChannelsFixture>, ICollectionFixture<Web.Chromium>;
