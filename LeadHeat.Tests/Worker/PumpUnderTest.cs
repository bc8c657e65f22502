using LeadHeat.Core.Turns;
using LeadHeat.Worker.Agent;
using LeadHeat.Worker.Jobs;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadHeat.Tests.Worker;

/// <summary>One worker's pump on a real Redis, with a fake Api, and an agent that does what the test says.</summary>
internal sealed class PumpUnderTest : IAsyncDisposable
{
    private readonly RedisServer _server;
    private readonly RedisJobs _jobs;
    private readonly RunningTurns _running;
    private readonly JobPump _pump;
    private readonly LeaseKeeper _leases;

    private PumpUnderTest(PrivateRedis redis, FakeApi api, string name, TimeSpan? longestNap, ITurnAgent agent)
    {
        var (worker, client, clock) = (new WorkerName(name), api.Client(), TimeProvider.System);
        _server = new RedisServer(redis.ConnectionString);
        _jobs = longestNap is { } nap ? new RedisJobs(_server, worker) { LongestNap = nap } : new RedisJobs(_server, worker);
        _running = new RunningTurns(_jobs);
        _pump = new JobPump(
            _jobs, _running, new TurnClaims(client, worker, clock, NullLogger<TurnClaims>.Instance),
            new TurnRunner(agent, client, worker, clock, NullLogger<TurnRunner>.Instance), clock, NullLogger<JobPump>.Instance);
        _leases = new LeaseKeeper(_running, _jobs, client, worker, clock, NullLogger<LeaseKeeper>.Instance);
    }

    public static async Task<PumpUnderTest> StartAsync(
        PrivateRedis redis, FakeApi api, Func<TurnContext, Task<TurnOutcome>>? answer = null, string name = "worker-1",
        TimeSpan? longestNap = null)
    {
        var pump = new PumpUnderTest(redis, api, name, longestNap, new FakeAgent((turn, _) => answer?.Invoke(turn) ?? Task.FromResult(Build.Outcome(turn))));
        await pump._leases.StartAsync(CancellationToken.None);
        await pump._pump.StartAsync(CancellationToken.None);
        return pump;
    }

    public Task StopAsync() => _pump.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _pump.StopAsync(CancellationToken.None);
        await _leases.StopAsync(CancellationToken.None);
        _pump.Dispose();
        _leases.Dispose();
        _running.Dispose();
        _jobs.Dispose();
        _server.Dispose();
    }
}
