using FsCheck;
using FsCheck.Fluent;
using LeadHeat.Api;
using LeadHeat.Api.Limits;
using LeadHeat.Tests.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadHeat.Tests.Api.Limits;

/// <summary>Both keepers of the limits against the plainest reading of the rule: count what was admitted within the window.</summary>
public sealed class SlidingWindowTests
{
    [Fact]
    public void A_process_admits_what_the_rule_admits() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(
        ArbMap.Default.ArbFor<byte>(), ArbMap.Default.ArbFor<byte>(), ArbMap.Default.ArbFor<byte[]>(), Follow));

    private static void Follow(byte most, byte length, byte[] pauses)
    {
        var clock = new SteppedClock();
        var local = new LocalLimits(clock);
        var permit = new Permit("a", 1 + most % 8, TimeSpan.FromMilliseconds(1 + length));
        List<TimeSpan> admitted = [];
        foreach (var pause in pauses)
        {
            clock.Advance(TimeSpan.FromMilliseconds(pause / 4));
            var now = clock.GetElapsedTime(0);
            var before = admitted.Count(at => at > now - permit.Window);

            var verdict = local.Take([permit]);

            Assert.Equal(before < permit.Limit, verdict.Admitted);
            if (verdict.Admitted)
                admitted.Add(now);
            var inside = admitted.Where(at => at > now - permit.Window).ToList();
            Assert.Equal(permit.Limit - inside.Count, verdict.Remaining);
            Assert.Equal(inside[0] + permit.Window - now, verdict.Reset);
        }
    }

    [Fact]
    public void Two_permits_are_given_together_or_not_at_all()
    {
        var local = new LocalLimits(new SteppedClock());
        var (wide, narrow) = (new Permit("address", 5, TimeSpan.FromMinutes(1)), new Permit("contact", 1, TimeSpan.FromMinutes(1)));

        Assert.True(local.Take([wide, narrow]).Admitted);
        Assert.Equal(new Verdict(false, 1, 0, TimeSpan.FromMinutes(1)), local.Take([wide, narrow]));

        Assert.Equal(3, local.Take([wide]).Remaining);
    }

    [Fact]
    public void What_strangers_leave_behind_goes_when_their_time_is_over()
    {
        var clock = new SteppedClock();
        var local = new LocalLimits(clock);
        for (var i = 0; i < 100_000; i++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(10));
            local.Take([new Permit($"public:{i}", 60, TimeSpan.FromSeconds(1))]);
        }

        Assert.InRange(local.Count, 1, 2048);
    }

    [Fact]
    public async Task Instances_that_share_a_redis_admit_together_what_one_would()
    {
        await using var server = await PrivateRedis.StartAsync();
        using var first = Connect(server);
        using var second = Connect(server);
        RedisLimits[] instances = [Patient(first), Patient(second)];
        var permit = new Permit("shared", 20, TimeSpan.FromMilliseconds(300));
        List<(Verdict Verdict, long Micros)> decided = [];

        // For some windows, however long they take here.
        while (decided.Count(one => one.Verdict.Admitted) < 3 * permit.Limit)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => instances[i % 2].TryTakeAsync([permit]).AsTask()));
            decided.AddRange(answers.Select(answer => answer ?? throw new InvalidOperationException("Redis did not answer in time.")));
        }

        var window = permit.Window.Ticks / TimeSpan.TicksPerMicrosecond;
        var admitted = decided.Where(one => one.Verdict.Admitted).Select(one => one.Micros).Order().ToList();
        Assert.All(admitted, at => Assert.InRange(admitted.Count(other => other > at - window && other <= at), 1, permit.Limit));
        // Nobody is refused while there is room.
        Assert.All(decided.Where(one => !one.Verdict.Admitted), one =>
            Assert.Equal(permit.Limit, admitted.Count(at => at > one.Micros - window && at <= one.Micros)));
        Assert.Contains(decided, one => !one.Verdict.Admitted);
    }

    [Fact]
    public async Task A_redis_that_is_away_or_forgot_its_scripts_stops_nobody()
    {
        await using var server = await PrivateRedis.StartAsync();
        using var connection = Connect(server);
        var permit = new Permit("a", 2, TimeSpan.FromMinutes(1));

        Assert.Equal(1, (await Patient(connection).TryTakeAsync([permit]))!.Value.Verdict.Remaining);
        await server.Database.ExecuteAsync("SCRIPT", "FLUSH");
        Assert.Equal(0, (await Patient(connection).TryTakeAsync([permit]))!.Value.Verdict.Remaining);
        await server.StopAsync();

        Assert.Null(await new RedisLimits(connection, TimeProvider.System).TryTakeAsync([permit]));
    }

    [Fact]
    public void What_was_admitted_here_counts_before_anybody_else_is_asked()
    {
        var clock = new SteppedClock();
        var local = new LocalLimits(clock);
        var permit = new Permit("a", 2, TimeSpan.FromMinutes(1));
        Assert.Null(local.Refusal([permit]));
        local.Take([permit]);
        clock.Advance(TimeSpan.FromSeconds(20));
        local.Take([permit]);

        Assert.Equal(new Verdict(false, 2, 0, TimeSpan.FromSeconds(40)), local.Refusal([permit]));
        clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Null(local.Refusal([permit]));
    }

    // It waits for a slow machine, so that Redis alone decides.
    private static RedisLimits Patient(RedisConnection connection) => new(connection, TimeProvider.System) { LongestWait = TimeSpan.FromSeconds(60) };

    private static RedisConnection Connect(PrivateRedis server) => new(
        new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:redis", server.ConnectionString)]).Build(),
        NullLogger<RedisConnection>.Instance);
}
