using LeadHeat.AppHost.Local.Engine;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api;
using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.AppHost;
using Npgsql;
using StackExchange.Redis;
using Xunit.Abstractions;

namespace LeadHeat.Tests.Faults;

/// <summary>
/// Visitors talk while something breaks; then one ledger decides: acknowledged is stored, stored is answered or on its way, nothing is lost,
/// doubled or out of order. docs/reliability.md has the figures of the whole suite.
/// </summary>
[Collection("own app")]
[Trait("Suite", "Faults")]
public sealed class FaultSuiteTests(FaultSuiteTests.FaultedApp faulted, ITestOutputHelper output) : IClassFixture<FaultSuiteTests.FaultedApp>
{
    private static readonly int Visitors = FaultScale.Of(10, 100);

    private RunningApp App => faulted.App;

    [Fact]
    public Task Workers_killed_again_and_again_lose_nothing() => HoldsAsync("workers killed", FaultScale.Of(10, 500), FaultScale.Of(6, 20), async traffic =>
    {
        var kills = FaultScale.Of(4, 50);
        for (var kill = 1; kill <= kills; kill++)
        {
            await traffic.ReachedAsync((double)kill / (kills + 2));
            await UntilUpAsync($"worker-{kill % 2}");
            App.Kill($"worker-{kill % 2}");
        }
    });

    [Fact]
    public Task A_worker_that_sleeps_beyond_its_lease_writes_nothing_late() => HoldsAsync("worker stopped and woken", Visitors, 6, async traffic =>
    {
        await traffic.ReachedAsync(0.2);
        await UntilUpAsync("worker-0");
        var pid = App.Pids("worker-0").Single();
        RunningApp.Send(UnixSignal.Stop, pid);
        await Task.Delay(FaultScale.Seconds(14, 90));
        RunningApp.Send(UnixSignal.Continue, pid);
    });

    [Fact]
    public Task A_Redis_that_forgets_everything_loses_nothing() => HoldsAsync("Redis killed, then emptied", Visitors, 6, async traffic =>
    {
        await traffic.ReachedAsync(0.3);
        App.Kill("redis");
        await Eventually.TrueAsync(EmptyRedisAsync, FaultScale.Limit, () => App.Output);
    });

    [Fact]
    public Task A_Redis_that_is_away_loses_nothing() => HoldsAsync("Redis away", Visitors, 6, async traffic =>
    {
        await traffic.ReachedAsync(0.3);
        App.Kill("redis", UnixSignal.Stop);
        await Task.Delay(FaultScale.Seconds(8, 60));
        App.Kill("redis", UnixSignal.Continue);
    });

    [Fact]
    public Task A_Postgres_that_is_killed_under_load_loses_nothing() => HoldsAsync("Postgres killed", Visitors, 6, async traffic =>
    {
        await traffic.ReachedAsync(0.3);
        App.Kill("postgres");
    });

    [Fact]
    public Task A_Postgres_without_free_connections_loses_nothing() => HoldsAsync("Postgres out of connections", Visitors, 6, async traffic =>
    {
        await traffic.ReachedAsync(0.3);
        List<NpgsqlConnection> taken = [];
        try
        {
            while (taken.Count < 500)
            {
                taken.Add(new NpgsqlConnection(App.ConnectionString("leadsdb") + ";Pooling=false"));
                await taken[^1].OpenAsync();
            }
        }
        catch (NpgsqlException)
        {
            await Task.Delay(FaultScale.Seconds(5, 30));
        }

        foreach (var connection in taken)
            await connection.DisposeAsync();
    });

    [Fact]
    public Task A_rolling_restart_is_not_noticed() => HoldsAsync("rolling restart", FaultScale.Of(20, 500), 6, async traffic =>
    {
        string[] order = ["worker-0", "worker-1", "api", "web"];
        foreach (var (place, name) in order.Index())
        {
            await traffic.ReachedAsync(0.15 * (place + 1));
            await UntilUpAsync(name);
            App.Kill(name, UnixSignal.Terminate);
        }
    });

    [Fact]
    public async Task Slow_cut_and_half_open_connections_lose_nothing()
    {
        await using var proxy = new TcpFaultProxy(new Uri(App.ApiUrl), Line.Good, Line.Slow, Line.Cut, Line.Good, Line.HalfOpen);
        using var handler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromSeconds(1) };
        using var http = new HttpClient(handler) { BaseAddress = proxy.Address, Timeout = TimeSpan.FromSeconds(15) };
        http.DefaultRequestHeaders.Add(Routes.ApiKeyHeader, App.ServiceKey());

        await HoldsAsync("slow, cut and half-open connections", Visitors, 6, _ => Task.CompletedTask, new LeadHeatClient(http));

        Assert.True(proxy.Connections > Visitors, $"{proxy.Connections} connections");
    }

    /// <summary>Both Apis sweep, pump, count and clean up; the one that leads is killed, and its visitors are the other one's.</summary>
    [Fact]
    public async Task Two_of_every_scheduler_do_each_thing_once()
    {
        await using var second = await SecondApi.StartAsync(App, App.ServiceConnectionString("leadsdb"), App.ConnectionString("redis"), []);
        using var http = second.Service();
        await HoldsAsync("two of every scheduler, one killed", Visitors, 6, async traffic =>
        {
            for (var kill = 1; kill <= FaultScale.Of(1, 5); kill++)
            {
                await traffic.ReachedAsync(0.15 * kill);
                await UntilUpAsync("api");
                App.Kill("api");
            }
        }, new LeadHeatClient(http));
    }

    private async Task HoldsAsync(string name, int visitors, int each, Func<Traffic, Task> fault, LeadHeatClient? api = null)
    {
        var traffic = await Traffic.StartAsync(App, visitors, each, api);
        await fault(traffic);
        output.WriteLine(await FaultLedger.DecideAsync(App, traffic, name));
    }

    private Task UntilUpAsync(string name) => Eventually.TrueAsync(() => App.Pids(name).Count > 0, FaultScale.Limit, () => App.Output);

    private async Task<bool> EmptyRedisAsync()
    {
        try
        {
            using var redis = await ConnectionMultiplexer.ConnectAsync($"{App.ConnectionString("redis")},allowAdmin=true,abortConnect=true");
            await redis.GetServer(redis.GetEndPoints()[0]).FlushAllDatabasesAsync();
            return true;
        }
        catch (RedisException)
        {
            return false;
        }
    }

    /// <summary>One run for all of these: each leaves it whole.</summary>
    public sealed class FaultedApp : IAsyncLifetime
    {
        private RunningApp? _app;

        public RunningApp App => _app ?? throw new InvalidOperationException("The app is not running.");

        public async Task InitializeAsync() => _app = await RunningApp.StartAsync();

        public async Task DisposeAsync() => await App.DisposeAsync();
    }
}
