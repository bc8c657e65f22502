using LeadHeat.Core.Channels;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api;

/// <summary>
/// The database refuses something for a while, in a way that no background service knows: whichever meets that begins again and does what it is for.
/// Each on a database of its own, and without Redis, so that nothing else can do it instead.
/// </summary>
[Collection("channels")]
public sealed class RestartedServicesTests(ChannelsFixture fixture)
{
    private const string NoRedis = "127.0.0.1:1";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task Messages_are_sent_to_WhatsApp_after_their_sender_failed()
    {
        var (database, number) = (await OwnDatabase.MigratedAsync(fixture.App), ChannelsFixture.Number());
        await using var api = await SecondApi.StartAsync(fixture.App, database.Service, NoRedis, fixture.Settings);
        Assert.Equal(200, await api.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(number, (WhatsApp.Id(), "hello")), ChannelsFixture.Secret));
        string? lead = null;
        await Eventually.TrueAsync(async () => (lead = await database.RunAsync("select id from leads")) is not null, Soon, () => "no lead came");

        await WithoutAsync(database, "outgoing", () => FailedAsync(api, "WhatsAppSender"));
        await api.Team.SendMessageAsync(Guid.Parse(lead!), new("We have two of them.", "1"));

        await Eventually.TrueAsync(() => fixture.Graph.SentTo(number).Length == 1, Soon, () => api.Output);
    }

    [Fact]
    public async Task Visitor_who_waits_is_told_the_end_of_the_turn_after_the_watch_over_turns_failed()
    {
        var database = await OwnDatabase.MigratedAsync(fixture.App);
        await using var api = await SecondApi.StartAsync(fixture.App, database.Service, NoRedis, []);
        var visitor = new LeadHeatClient(api.Service());
        var session = await visitor.StartSessionAsync(new("real-estate"));
        var told = visitor.SendTurnAsync(new(session.SessionId, "Hello", "1")).GetAsyncEnumerator();
        var next = told.MoveNextAsync().AsTask();
        await Eventually.TrueAsync(async () => await database.RunAsync("select id from turns") is not null, Soon, () => "there is no turn");

        await WithoutAsync(database, "turns", () => FailedAsync(api, "TurnWatch"));
        // As another Api writes it, of which this one hears nothing.
        await database.RunAsync("update turns set state = 'dead', attempts = 5, finished_at = now()");

        Assert.True(await next.WaitAsync(Soon), api.Output);
        Assert.Equal(TurnEventKind.Error, told.Current.Kind);
        await told.DisposeAsync();
    }

    [Fact]
    public async Task Simulator_sends_its_next_run_after_one_that_failed()
    {
        var database = await OwnDatabase.MigratedAsync(fixture.App);
        Dictionary<string, string?> settings = new() { ["Simulator__Enabled"] = "true", ["Meta__AppSecret"] = ChannelsFixture.Secret };
        await using var api = await SecondApi.StartAsync(fixture.App, database.Service, NoRedis, settings);

        await WithoutAsync(database, "whatsapp_templates", async () =>
        {
            await api.Team.StartSimulatorAsync(new(Count: 5, Rate: 100));
            await FailedAsync(api, "SimulatorRunner");
        });
        await Eventually.TrueAsync(async () => await api.Team.GetSimulatorAsync() is { Running: false, Failure: not null }, Soon, () => "the first run does not say that it failed");
        await api.Team.StartSimulatorAsync(new(Count: 5, Rate: 100));

        await Eventually.TrueAsync(async () => await api.Team.GetSimulatorAsync() is { Running: false, Planned: > 0, Failure: null } over && over.Sent == over.Planned, Soon, () => api.Output);
    }

    /// <summary>Meanwhile the Api may not read the table.</summary>
    private static async Task WithoutAsync(OwnDatabase database, string table, Func<Task> meanwhile)
    {
        await database.RunAsync($"revoke select on {table} from leadheat_api");
        await meanwhile();
        await database.RunAsync($"grant select on {table} to leadheat_api");
    }

    private static Task FailedAsync(SecondApi api, string service) =>
        Eventually.TrueAsync(() => api.Output.Contains($"{service} failed and begins again", StringComparison.Ordinal), Soon, () => $"{service} goes on:\n{api.Output}");
}
