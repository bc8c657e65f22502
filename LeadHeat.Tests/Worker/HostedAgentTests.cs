using LeadHeat.Core.Facts;
using LeadHeat.Core.Turns;
using Xunit;
using static LeadHeat.Tests.Worker.FakeModel;
using static LeadHeat.Tests.Worker.HostedUnderTest;

namespace LeadHeat.Tests.Worker;

/// <summary>What a hosted model may say and call, and what code computes for it.</summary>
public sealed class HostedAgentTests
{
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

    private static ScoreData Score(AgentUnderTest agent) => Assert.Single(agent.Events, told => told.Kind == TurnEventKind.Score).Score!;
}
