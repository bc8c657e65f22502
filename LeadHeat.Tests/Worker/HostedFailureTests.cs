using LeadHeat.Worker.Models;
using Xunit;
using static LeadHeat.Tests.Worker.FakeModel;
using static LeadHeat.Tests.Worker.HostedUnderTest;

namespace LeadHeat.Tests.Worker;

/// <summary>However a model fails, the turn is answered: by asking it again, or by the built-in agent.</summary>
public sealed class HostedFailureTests
{
    [Fact]
    public async Task Too_many_requests_are_waited_out_as_asked()
    {
        await using var model = await FakeModel.StartAsync(Refuse(429, retryAfter: "1"), Say("Here I am."));
        using var agent = Agent(model);
        var began = DateTimeOffset.UtcNow;

        var outcome = await agent.AnswerAsync();

        Assert.Equal("Here I am.", outcome.Reply);
        Assert.True(DateTimeOffset.UtcNow - began >= TimeSpan.FromSeconds(0.9), "it did not wait");
    }

    [Theory]
    [InlineData(429, "3600", ModelFailure.RateLimited, 1)]
    [InlineData(429, null, ModelFailure.RateLimited, 3)]
    [InlineData(500, null, ModelFailure.ServerError, 3)]
    [InlineData(503, "Wed, 21 Oct 2099 07:28:00 GMT", ModelFailure.ServerError, 1)]
    [InlineData(401, null, ModelFailure.Refused, 1)]
    [InlineData(404, null, ModelFailure.Refused, 1)]
    public async Task A_model_that_refuses_is_replaced_within_the_turn(int status, string? retryAfter, string reason, int attempts)
    {
        await using var model = await FakeModel.StartAsync(Refuse(status, retryAfter));
        using var agent = Agent(model);

        await FallsBackAsync(agent, reason);

        Assert.Equal(attempts, model.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_errs_once_is_asked_again()
    {
        await using var model = await FakeModel.StartAsync(Refuse(500), Say("Here I am."));
        using var agent = Agent(model);

        Assert.Equal("Here I am.", (await agent.AnswerAsync()).Reply);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_of_ten_megabytes_is_no_answer(bool inPieces)
    {
        await using var model = await FakeModel.StartAsync(Flood(10_000_000, inPieces));
        using var agent = Agent(model);

        await FallsBackAsync(agent, ModelFailure.BadAnswer);
    }

    [Fact]
    public async Task Words_of_a_cut_answer_are_void()
    {
        await using var model = await FakeModel.StartAsync(Cut("Here are the best homes. There is one that"));
        using var agent = Agent(model);

        await FallsBackAsync(agent, ModelFailure.CutOff);

        Assert.Contains("Here are", string.Concat(agent.Events.Select(told => told.Delta?.Text)), StringComparison.Ordinal);
        Assert.Single(agent.Events, told => told.Step is { Name: "restarted" });
    }

    [Fact]
    public async Task A_connection_that_breaks_before_the_first_word_is_tried_again()
    {
        await using var model = await FakeModel.StartAsync(http => { http.Abort(); return Task.CompletedTask; }, Say("Here I am."));
        using var agent = Agent(model);

        Assert.Equal("Here I am.", (await agent.AnswerAsync()).Reply);
    }

    [Fact]
    public async Task An_answer_without_an_end_is_no_answer()
    {
        await using var model = await FakeModel.StartAsync(Stop("I was about to"));
        using var agent = Agent(model);

        await FallsBackAsync(agent, ModelFailure.CutOff);
    }

    [Fact]
    public async Task What_is_no_json_is_no_answer()
    {
        await using var model = await FakeModel.StartAsync(Babble());
        using var agent = Agent(model);

        await FallsBackAsync(agent, ModelFailure.BadAnswer);
    }

    [Fact]
    public async Task An_empty_answer_is_no_answer()
    {
        await using var model = await FakeModel.StartAsync(Say("  "));
        using var agent = Agent(model);

        await FallsBackAsync(agent, ModelFailure.BadAnswer);
    }

    [Theory]
    [InlineData("")]
    [InlineData("One moment")]
    public async Task A_slow_model_is_not_waited_for(string words)
    {
        await using var model = await FakeModel.StartAsync(Hang(words));
        using var agent = Agent(model, Hasty);

        await FallsBackAsync(agent, ModelFailure.TooSlow);
    }

    [Fact]
    public async Task A_model_that_cannot_be_reached_is_replaced()
    {
        var model = await FakeModel.StartAsync(Say("Never"));
        using var agent = Agent(model);
        await model.DisposeAsync();

        await FallsBackAsync(agent, ModelFailure.Unreachable);
    }

    [Fact]
    public async Task The_same_call_over_and_over_is_ended_sooner()
    {
        await using var model = await FakeModel.StartAsync(Call(("inventory_search", """{"areas":["Whitefield"]}""")));
        using var agent = Agent(model);

        await FallsBackAsync(agent, ModelFailure.Looping);

        Assert.Equal(3, model.Requests.Count);
    }

    [Fact]
    public async Task A_model_that_keeps_failing_is_left_alone_for_a_while()
    {
        await using var model = await FakeModel.StartAsync(Refuse(401));
        var clock = new ShiftedClock();
        using var agent = Agent(model, Hasty with { FirstWords = TimeSpan.FromSeconds(20), Turn = TimeSpan.FromSeconds(50), Failures = 2, Rest = TimeSpan.FromHours(1) }, clock);

        await FallsBackAsync(agent, ModelFailure.Refused);
        await FallsBackAsync(agent, ModelFailure.Refused);
        await FallsBackAsync(agent, ModelFailure.Resting);
        Assert.Equal(2, model.Requests.Count);

        model.Then(Say("I am well again."));
        clock.Shift = TimeSpan.FromHours(1);
        await Eventually.TrueAsync(async () => (await agent.AnswerAsync()).Agent == "hosted", TimeSpan.FromSeconds(60), () => "it is never tried again");
    }

    private static async Task FallsBackAsync(AgentUnderTest agent, string reason)
    {
        var outcome = await agent.AnswerAsync();

        Assert.Equal(("built-in", reason), (outcome.Agent, outcome.Fallback));
        Assert.Equal(outcome.Reply, agent.Words);
        Assert.Equal(2, outcome.Matches.Count);
    }
}
