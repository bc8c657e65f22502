using System.Collections.Concurrent;
using LeadHeat.Core.Turns;
using LeadHeat.Tests.Core;
using LeadHeat.Worker.Jobs;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace LeadHeat.Tests.Worker;

public sealed class WarmUpTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    // Far more than it takes, so that only the rounds end it.
    private static readonly TimeProvider Patient = new HurriedClock(slow: Longest, fast: TimeSpan.FromMinutes(2));

    [Fact]
    public async Task Every_playbook_is_talked_with_and_each_message_knows_what_was_said_before()
    {
        var turns = new ConcurrentQueue<TurnContext>();
        using var agent = new AgentUnderTest();

        await Warm((turn, _) =>
        {
            turns.Enqueue(turn);
            return agent.AnswerAsync(turn);
        }, Patient).StartAsync(CancellationToken.None);

        Assert.Equal(Shipped.Playbooks.All.Select(playbook => playbook.Name).Order(), turns.Select(turn => turn.Playbook).Distinct().Order());
        Assert.All(turns.Where(turn => turn.Text.StartsWith("Hi,", StringComparison.Ordinal)), turn => Assert.Empty(turn.Facts));
        Assert.All(turns.Where(turn => turn.Playbook == "real-estate" && turn.Text.StartsWith("my budget", StringComparison.Ordinal)), turn => Assert.NotEmpty(turn.Facts));
        Assert.True(turns.GroupBy(turn => (turn.Playbook, turn.Text)).All(times => times.Count() == 8), "the runtime counts to 30 calls of a method");
    }

    [Fact]
    public async Task Nobody_is_told_and_nothing_could_be_stored()
    {
        var outcomes = new ConcurrentQueue<TurnOutcome>();
        using var agent = new AgentUnderTest();

        await Warm(async (turn, _) =>
        {
            Assert.NotNull(turn.Rerun);
            var outcome = await agent.AnswerAsync(turn);
            outcomes.Enqueue(outcome);
            return outcome;
        }, Patient).StartAsync(CancellationToken.None);

        Assert.Equal((0, 0), (agent.Publishes, agent.Events.Count));
        Assert.All(outcomes, outcome => Assert.Equal((Guid.Empty, "built-in"), (outcome.TurnId, outcome.Agent)));
    }

    [Fact]
    public async Task A_busy_machine_starts_all_the_same()
    {
        var clock = new HurriedClock(slow: Longest, fast: TimeSpan.FromMilliseconds(1));

        var warmed = Warm(NeverAsync, clock).StartAsync(CancellationToken.None);

        await warmed.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_stop_ends_it()
    {
        using var stopping = new CancellationTokenSource();
        var warmed = Warm(NeverAsync, Patient).StartAsync(stopping.Token);

        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => warmed.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    private static WarmUp Warm(Func<TurnContext, CancellationToken, Task<TurnOutcome>> answer, TimeProvider clock) =>
        new(Shipped.Playbooks, new FakeAgent(answer), new ConfigurationBuilder().Build(), clock);

    private static async Task<TurnOutcome> NeverAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return Build.Outcome(turn);
    }
}
