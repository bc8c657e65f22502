using LeadHeat.Core.Conversations;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Records;
using LeadHeat.Core.Turns;
using LeadHeat.Worker.Models;
using Microsoft.AspNetCore.Http;
using Xunit;
using static LeadHeat.Tests.Worker.FakeModel;

namespace LeadHeat.Tests.Worker;

public sealed class HostedAgentTests
{
    private static readonly ModelLimits Hasty = new()
    {
        FirstWords = TimeSpan.FromSeconds(1),
        Silence = TimeSpan.FromSeconds(1),
        Turn = TimeSpan.FromSeconds(5),
        FirstPause = TimeSpan.FromMilliseconds(10),
        LongestPause = TimeSpan.FromSeconds(2),
    };

    [Fact]
    public async Task The_model_speaks_and_code_computes()
    {
        await using var model = await FakeModel.StartAsync(
            Call(("normalize_budget", """{"text":"under 2 Cr"}"""), ("geo_match", """{"areas":["Whitefield"]}""")),
            Call(("inventory_search", """{"city":"Bangalore","areas":["Whitefield"],"bedsMin":2,"bedsMax":2,"priceMax":20000000}""")),
            Call(("lead_score", """{"facts":[{"field":"beds","value":"2","quote":"2BHK"}],"asks":"purpose"}""")),
            Say("Two homes in Whitefield fit. Is it to live in?"));
        using var agent = Agent(model);

        var outcome = await agent.AnswerAsync();

        Assert.Equal(("hosted", null, "Two homes in Whitefield fit. Is it to live in?"), (outcome.Agent, outcome.Fallback, outcome.Reply));
        Assert.Equal(["normalize_budget", "geo_match", "inventory_search", "lead_score"], outcome.Tools.Select(tool => tool.Name));
        Assert.Equal(["found 2 units in Whitefield", $"score {Score(agent).Score}, qualified"], outcome.Tools.Skip(2).Select(tool => tool.Summary));
        Assert.Equal(2, outcome.Matches.Count);
        Assert.Equal((480, 120), (outcome.InputTokens, outcome.OutputTokens));
        Assert.Equal(outcome.Reply, agent.Words);
    }

    [Fact]
    public async Task Its_score_is_the_built_in_agents_score()
    {
        await using var model = await FakeModel.StartAsync(
            Call(("inventory_search", """{"areas":["Whitefield"],"bedsMin":2,"bedsMax":2,"priceMax":20000000}""")), Say("I would give this lead all points there are."));
        using var hosted = Agent(model);
        using var builtIn = new AgentUnderTest();

        await hosted.AnswerAsync();
        await builtIn.AnswerAsync();

        Assert.Equal(Score(builtIn), Score(hosted));
    }

    [Fact]
    public async Task A_quote_that_nobody_wrote_is_refused()
    {
        await using var model = await FakeModel.StartAsync(
            Call(("lead_score", """{"facts":[{"field":"purpose","value":"investment","quote":"as an investment"},{"field":"budget","value":"9 Cr","quote":"9 Cr"}]}""")),
            Say("Noted."));
        using var agent = Agent(model);

        var outcome = await agent.AnswerAsync();

        Assert.DoesNotContain(outcome.Facts, fact => fact.Field == FactFields.Purpose);
        Assert.Equal(20_000_000, outcome.Facts.Single(fact => fact.Field == FactFields.Budget).Value.Max);
        Assert.Contains("purpose: the quote stands in no message of the visitor.", model.Read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quoted_fact_is_noted_with_its_words_and_read_by_code()
    {
        var turn = Build.Turn("We would take a couple of bedrooms in whitefield");
        await using var model = await FakeModel.StartAsync(
            Call(("lead_score", """{"facts":[{"field":"beds","value":"2","quote":"A couple of bedrooms"}]}""")), Say("Noted."));
        using var agent = Agent(model);

        var outcome = await agent.AnswerAsync(turn);

        var beds = outcome.Facts.Single(fact => fact.Field == FactFields.Beds);
        Assert.Equal(new Evidence(turn.MessageId, 14, 20, "a couple of bedrooms"), Assert.Single(beds.Evidence));
        Assert.Equal((2m, 2m), (beds.Value.Min, beds.Value.Max));
    }

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
        using var agent = Agent(model);

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

    [Theory]
    [InlineData("inventory_search", """{"bedsMin":"two"}""", "'bedsMin' must be number or null.")]
    [InlineData("inventory_search", """{"bedsMax":500}""", "'bedsMax' must be at most 20.")]
    [InlineData("inventory_search", """{"colour":"red"}""", "There is no argument 'colour'")]
    [InlineData("inventory_search", """{"areas":"Whitefield"}""", "'areas' must be array or null.")]
    [InlineData("normalize_budget", """{}""", "'text' is missing.")]
    [InlineData("lead_score", """{"facts":[{"field":"beds","value":"2"}]}""", "'facts[0].quote' is missing.")]
    [InlineData("inventory_search", """{"bedsMin":""", "The arguments are not readable")]
    [InlineData("inventory_search", """[1,2]""", "The arguments are not readable")]
    [InlineData("send_money", """{"to":"me"}""", "There is no tool 'send_money'")]
    public async Task A_wrong_call_is_told_what_is_wrong(string tool, string arguments, string fault)
    {
        await using var model = await FakeModel.StartAsync(Call((tool, arguments)), Say("Sorry, once more."));
        using var agent = Agent(model);

        var outcome = await agent.AnswerAsync();

        Assert.Equal("Sorry, once more.", outcome.Reply);
        Assert.False(Assert.Single(outcome.Tools).Ok);
        Assert.StartsWith(fault, outcome.Tools[0].Summary, StringComparison.Ordinal);
        Assert.Contains("\"role\":\"tool\"", model.Requests.Last().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endless_loop_of_calls_is_ended_by_the_limit_and_a_person_is_called()
    {
        var price = 1_000_000;
        await using var model = await FakeModel.StartAsync(http => Call(("inventory_search", $$"""{"priceMax":{{price++}}}"""))(http));
        using var agent = Agent(model, Hasty with { FirstWords = TimeSpan.FromSeconds(20), Turn = TimeSpan.FromSeconds(50) });

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

    [Fact]
    public async Task Details_in_the_history_and_in_what_tools_find_are_kept_from_the_model_too()
    {
        await using var model = await FakeModel.StartAsync(Call(("inventory_search", """{"areas":["Whitefield"]}""")), Say("Thanks, [name-2]. Bye"));
        using var agent = Agent(model);
        agent.Units = [Build.Unit("A-1") with { Title = "Ask for priya@owner.example, +91 98111 22233" }];
        MessageView Said(string text, MessageAuthor author = MessageAuthor.Visitor) => new(Guid.NewGuid(), author, null, text, [], [], [], null, Build.Now);
        var turn = Build.Turn("Something in Whitefield?", history:
        [
            Said("My name is Asha Rao, reach me at +971 50 123 4567"), Said("Thanks, Asha, I have noted it.", MessageAuthor.Bot),
            Said("sorry, asha.rao@example.com is better"),
        ]);

        var outcome = await agent.AnswerAsync(turn);

        foreach (var detail in new[] { "Asha", "Rao", "123 4567", "example.com", "priya", "98111" })
            Assert.DoesNotContain(detail, model.Read, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Thanks, Asha. Bye", outcome.Reply);
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
        using var agent = Agent(model, Hasty with { Failures = 2, Rest = TimeSpan.FromMilliseconds(500) });

        await FallsBackAsync(agent, ModelFailure.Refused);
        await FallsBackAsync(agent, ModelFailure.Refused);
        await FallsBackAsync(agent, ModelFailure.Resting);
        Assert.Equal(2, model.Requests.Count);

        model.Then(Say("I am well again."));
        await Eventually.TrueAsync(async () => (await agent.AnswerAsync()).Agent == "hosted", TimeSpan.FromSeconds(10), () => "it is never tried again");
    }

    [Fact]
    public async Task Contact_details_stay_here()
    {
        var history = new MessageView(Guid.NewGuid(), MessageAuthor.Visitor, null, "Call me: +91 98450 12345", [], [], [], null, Build.Now);
        var turn = Build.Turn("I'm Asha Rao, asha.rao@example.com, I need a 2BHK in Whitefield", history: [history]);
        await using var model = await FakeModel.StartAsync(
            Call(("lead_score", """{"facts":[{"field":"email","value":"[email]","quote":"[email]"}]}""")), Say("Thanks [name], I write to [email]. [sic]"));
        using var agent = Agent(model);

        var outcome = await agent.AnswerAsync(turn);

        Assert.Equal("Thanks Asha Rao, I write to asha.rao@example.com. [sic]", outcome.Reply);
        Assert.Equal(outcome.Reply, agent.Words);
        foreach (var detail in (string[])["asha", "rao", "example.com", "98450"])
            Assert.DoesNotContain(detail, model.Read, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("[phone]", model.Read, StringComparison.Ordinal);
        Assert.Contains("Whitefield", model.Read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hand_over_is_told_in_the_playbooks_words()
    {
        await using var model = await FakeModel.StartAsync(
            http => Call(("hand_over", """{"reason":"Wants legal advice"}"""))(http), Say("Never said"));
        using var agent = Agent(model);

        var outcome = await agent.AnswerAsync(Build.Turn("Is the title of this plot disputed?"));

        Assert.Equal("Wants legal advice", outcome.Handoff!.Reason);
        Assert.Equal((outcome.Handoff.Message, outcome.Handoff.Message), (outcome.Reply, agent.Words));
        Assert.Single(model.Requests);
    }

    [Fact]
    public async Task Who_asks_for_a_person_is_not_left_to_a_model()
    {
        await using var model = await FakeModel.StartAsync(Say("I can do that as well!"));
        using var agent = Agent(model);

        var outcome = await agent.AnswerAsync(Build.Turn("I want to talk to a human"));

        Assert.NotNull(outcome.Handoff);
        Assert.Empty(model.Requests);
    }

    internal static AgentUnderTest Agent(FakeModel model, ModelLimits? limits = null)
    {
        var connection = ModelConnection.Parse($"Endpoint={model.Endpoint};Key=secret;Model=fake-model");
        limits ??= Hasty;
        return new AgentUnderTest(new HostedChatClient(connection, new HttpClient(), limits, TimeProvider.System), limits);
    }

    private static async Task FallsBackAsync(AgentUnderTest agent, string reason)
    {
        var outcome = await agent.AnswerAsync();

        Assert.Equal(("built-in", reason), (outcome.Agent, outcome.Fallback));
        Assert.Equal(outcome.Reply, agent.Words);
        Assert.Equal(2, outcome.Matches.Count);
    }

    private static ScoreData Score(AgentUnderTest agent) => Assert.Single(agent.Events, told => told.Kind == TurnEventKind.Score).Score!;
}
