using LeadHeat.Core.Records;
using LeadHeat.Core.Turns;
using LeadHeat.Worker.Models;
using Xunit;
using static LeadHeat.Tests.Worker.FakeModel;
using static LeadHeat.Tests.Worker.HostedUnderTest;

namespace LeadHeat.Tests.Worker;

/// <summary>A turn has an end, whatever the model asks for.</summary>
public sealed class HostedLimitTests
{
    [Fact]
    public async Task An_endless_loop_of_calls_is_ended_by_the_limit_and_a_person_is_called()
    {
        var price = 1_000_000;
        await using var model = await FakeModel.StartAsync(http => Call(("inventory_search", $$"""{"priceMax":{{price++}}}"""))(http));
        using var agent = Agent(model);

        var outcome = await agent.AnswerAsync();

        Assert.Equal("The bot was going in circles", outcome.Handoff!.Reason);
        Assert.Equal((outcome.Reply, ModelFailure.TooManyTools), (agent.Words, outcome.Fallback));
        Assert.Equal(TurnLimits.ToolCalls + 1, model.Requests.Count);
        Assert.Equal(TurnLimits.ToolCalls, RecordPacking.Unpack(outcome.Record!).Tools.Count);
    }

    [Fact]
    public async Task Calls_of_a_model_that_gave_up_count_for_the_agent_that_takes_over()
    {
        var price = 1_000_000;
        var left = 5;
        await using var model = await FakeModel.StartAsync(http => left-- > 0 ? Call(("inventory_search", $$"""{"priceMax":{{price++}}}"""))(http) : Cut("So")(http));
        using var agent = Agent(model);
        agent.Units = [];

        var outcome = await agent.AnswerAsync();

        Assert.NotNull(outcome.Handoff);
        Assert.True(RecordPacking.Unpack(outcome.Record!).Tools.Count <= TurnLimits.ToolCalls);
    }

    [Fact]
    public async Task A_turn_that_takes_too_long_goes_to_a_person()
    {
        using var agent = new AgentUnderTest(clock: new HurriedClock(TurnLimits.Time, TimeSpan.FromMilliseconds(200)));
        agent.Api.Delay = TimeSpan.FromSeconds(20);

        var outcome = await agent.AnswerAsync();

        Assert.Equal("The bot took too long", outcome.Handoff!.Reason);
        Assert.Equal(outcome.Reply, agent.Words);
    }
}
