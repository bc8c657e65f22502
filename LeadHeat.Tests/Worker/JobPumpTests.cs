using LeadHeat.Core.Turns;
using StackExchange.Redis;
using Xunit;

namespace LeadHeat.Tests.Worker;

public sealed class JobPumpTests : IAsyncLifetime
{
    private readonly FakeApi _api = new();
    private PrivateRedis _redis = null!;

    public async Task InitializeAsync()
    {
        _redis = await PrivateRedis.StartAsync();
        _api.Requeue = id => Add(id);
    }

    public async Task DisposeAsync() => await _redis.DisposeAsync();

    [Fact]
    public async Task A_queued_turn_is_answered_once_and_acknowledged()
    {
        var turn = QueueTurn();

        await using var pump = await PumpUnderTest.StartAsync(_redis, _api);

        await EventuallyAsync(async () => !_api.Outcomes.IsEmpty && await PendingAsync() == 0, "the job is acknowledged");
        Assert.Equal([turn], _api.Outcomes.Select(outcome => outcome.TurnId));
    }

    [Fact]
    public async Task A_published_wake_up_ends_the_nap()
    {
        // By itself it would look an hour later.
        await using var pump = await PumpUnderTest.StartAsync(_redis, _api, longestNap: TimeSpan.FromHours(1));

        for (var turn = 0; turn < 10; turn++)
            await AnswerOneAsync();
    }

    [Fact]
    public async Task Many_jobs_are_claimed_in_few_calls()
    {
        var turns = Enumerable.Range(0, 100).Select(_ => QueueTurn()).ToHashSet();

        await using var pump = await PumpUnderTest.StartAsync(_redis, _api);

        await EventuallyAsync(() => _api.Outcomes.Count == 100, "all are answered");
        Assert.Equal(turns, _api.Outcomes.Select(outcome => outcome.TurnId).ToHashSet());
        Assert.True(_api.Claims.Count < 50, $"{_api.Claims.Count} claims for 100 turns");
    }

    [Fact]
    public async Task What_needs_no_work_is_acknowledged_and_not_run()
    {
        Add(Guid.NewGuid());
        await _redis.Database.StreamAddAsync(JobNames.Stream, "nonsense", "1");

        await using var pump = await PumpUnderTest.StartAsync(_redis, _api);

        await EventuallyAsync(async () => !_api.Claims.IsEmpty && await PendingAsync() == 0, "both are acknowledged");
        Assert.Empty(_api.Outcomes);
    }

    [Fact]
    public async Task A_turn_that_another_worker_holds_is_left_and_looked_at_again()
    {
        var turn = QueueTurn();
        _api.HeldBy(turn, "worker-2", TimeSpan.FromMinutes(10));

        await using var pump = await PumpUnderTest.StartAsync(_redis, _api);

        await EventuallyAsync(() => !_api.Claims.IsEmpty, "it was asked for");
        Assert.Equal(1, await PendingAsync());
        _api.HeldBy(turn, "worker-2", TimeSpan.Zero);
        await EventuallyAsync(() => !_api.Outcomes.IsEmpty, "it is answered once the other worker's lease is over");
    }

    [Fact]
    public async Task A_dead_workers_job_is_finished_by_another()
    {
        var turn = QueueTurn();
        await _redis.Database.StreamCreateConsumerGroupAsync(JobNames.Stream, JobNames.Group, StreamPosition.Beginning);
        await _redis.Database.StreamReadGroupAsync(JobNames.Stream, JobNames.Group, "dead", StreamPosition.NewMessages, 10);

        await using var pump = await PumpUnderTest.StartAsync(_redis, _api);

        await EventuallyAsync(async () => !_api.Outcomes.IsEmpty && await PendingAsync() == 0, "the job is taken over");
        Assert.Equal(turn, Assert.Single(_api.Outcomes).TurnId);
    }

    [Fact]
    public async Task A_worker_that_comes_back_under_its_name_goes_on_at_once()
    {
        var turn = QueueTurn();
        await _redis.Database.StreamCreateConsumerGroupAsync(JobNames.Stream, JobNames.Group, StreamPosition.Beginning);
        await _redis.Database.StreamReadGroupAsync(JobNames.Stream, JobNames.Group, "worker-1", StreamPosition.NewMessages, 10);

        await using var pump = await PumpUnderTest.StartAsync(_redis, _api);

        // A job that lies no longer than this is nobody's to take over: only its own worker goes on with it.
        await EventuallyAsync(
            async () =>
            {
                await RejuvenateAsync("worker-1");
                return !_api.Outcomes.IsEmpty;
            },
            "the job is finished");
    }

    [Fact]
    public async Task Five_failures_end_on_the_teams_list()
    {
        var turn = QueueTurn();

        await using var pump = await PumpUnderTest.StartAsync(_redis, _api, _ => throw new InvalidOperationException("what a visitor wrote"));

        await EventuallyAsync(async () => _api.IsDead(turn) && await PendingAsync() == 0, "the turn is dead");
        Assert.Equal(Enumerable.Repeat(new TurnFailed("worker-1", "InvalidOperationException"), TurnLimits.Attempts), _api.Failures);
    }

    [Fact]
    public async Task A_lost_group_is_made_again_and_nothing_is_lost()
    {
        await using var pump = await PumpUnderTest.StartAsync(_redis, _api);
        await AnswerOneAsync();

        await _redis.Database.ExecuteAsync("FLUSHALL");

        await AnswerOneAsync();
    }

    [Fact]
    public async Task Jobs_go_on_when_redis_is_back()
    {
        await using var pump = await PumpUnderTest.StartAsync(_redis, _api);
        await AnswerOneAsync();

        await _redis.StopAsync();
        await _redis.RunAsync();

        await AnswerOneAsync();
    }

    [Fact]
    public async Task An_outcome_is_stored_when_the_api_is_back()
    {
        var turn = QueueTurn();
        await using var pump = await PumpUnderTest.StartAsync(_redis, _api, running =>
        {
            _api.IsAway = true;
            return Task.FromResult(Build.Outcome(running));
        });
        await EventuallyAsync(() => _api.IsAway, "the turn ran");

        _api.IsAway = false;

        await EventuallyAsync(async () => !_api.Outcomes.IsEmpty && await PendingAsync() == 0, "the outcome is stored");
        Assert.Equal(turn, Assert.Single(_api.Outcomes).TurnId);
    }

    [Fact]
    public async Task The_job_in_hand_is_finished_when_the_worker_stops()
    {
        var finish = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        QueueTurn();
        await using var pump = await PumpUnderTest.StartAsync(_redis, _api, async turn =>
        {
            begun.SetResult();
            await finish.Task;
            return Build.Outcome(turn);
        });
        await begun.Task;

        var stopping = pump.StopAsync();
        Assert.False(stopping.IsCompleted);
        finish.SetResult();
        await stopping;

        Assert.Single(_api.Outcomes);
        await EventuallyAsync(async () => await PendingAsync() == 0, "the job is acknowledged");
    }

    [Fact]
    public async Task A_long_turn_keeps_its_lease_and_its_job()
    {
        var finish = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        var turn = QueueTurn();
        await using var pump = await PumpUnderTest.StartAsync(_redis, _api, async running =>
        {
            begun.SetResult();
            await finish.Task;
            return Build.Outcome(running);
        });
        await begun.Task;
        await using var other = await PumpUnderTest.StartAsync(_redis, _api, name: "worker-2");

        await EventuallyAsync(() => _api.Renewals.Count >= 4, "the lease was renewed for longer than a lease is");
        Assert.Single(_api.Claims);
        finish.SetResult();

        await EventuallyAsync(async () => await PendingAsync() == 0, "the job is acknowledged");
        Assert.Equal(turn, Assert.Single(_api.Outcomes).TurnId);
    }

    private static Task EventuallyAsync(Func<bool> condition, string what) => Eventually.TrueAsync(condition, TimeSpan.FromSeconds(60), () => what);

    private static Task EventuallyAsync(Func<Task<bool>> condition, string what) => Eventually.TrueAsync(condition, TimeSpan.FromSeconds(60), () => what);

    private async Task AnswerOneAsync()
    {
        var before = _api.Outcomes.Count;
        QueueTurn();
        await EventuallyAsync(() => _api.Outcomes.Count == before + 1, "the turn is answered");
    }

    private Guid QueueTurn()
    {
        var id = Guid.NewGuid();
        _api.Queue(id);
        Add(id);
        return id;
    }

    private void Add(Guid turnId)
    {
        _redis.Database.StreamAdd(JobNames.Stream, [new(JobNames.TurnField, turnId.ToString()), new(JobNames.TraceField, "")]);
        _redis.Database.Publish(RedisChannel.Literal(JobNames.Wake), "");
    }

    private async Task RejuvenateAsync(string worker)
    {
        foreach (var entry in await _redis.Database.StreamPendingMessagesAsync(JobNames.Stream, JobNames.Group, 10, RedisValue.Null))
            await _redis.Database.StreamClaimIdsOnlyAsync(JobNames.Stream, JobNames.Group, worker, 0, [entry.MessageId]);
    }

    private async Task<long> PendingAsync() =>
        (await _redis.Database.StreamPendingAsync(JobNames.Stream, JobNames.Group)).PendingMessageCount;
}
