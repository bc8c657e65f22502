using LeadHeat.Core.Grounding;
using LeadHeat.Worker.Models;
using static LeadHeat.Tests.Worker.FakeModel;

namespace LeadHeat.Tests.Worker;

public sealed class HostedGuardTests
{
    private static readonly Func<Microsoft.AspNetCore.Http.HttpContext, Task> Search =
        Call(("inventory_search", """{"areas":["Whitefield"],"bedsMin":2,"bedsMax":2,"priceMax":20000000}"""));

    [Fact]
    public async Task A_hosted_models_sentence_without_evidence_never_reaches_the_visitor()
    {
        await using var model = await FakeModel.StartAsync(
            Search, Say("Two homes in Whitefield fit. Only 7 units left, and you get 15% off if you book today! One costs ₹1.75 Cr. Shall I tell you more?"));
        using var agent = HostedUnderTest.Agent(model, new ModelLimits());

        var outcome = await agent.AnswerAsync();

        Assert.Equal("Two homes in Whitefield fit. One costs ₹1.75 Cr. Shall I tell you more?", outcome.Reply);
        Assert.Equal(outcome.Reply, agent.Words);
        Assert.DoesNotContain(agent.Events, told => told.Delta?.Text.Contains("15%", StringComparison.Ordinal) == true);
        var verdict = Assert.Single(outcome.Removed!);
        Assert.Equal((ClaimKind.Number, "Only 7 units left, and you get 15% off if you book today!"), (verdict.Kind, verdict.Sentence.Trim()));
    }

    [Fact]
    public async Task When_nothing_of_a_model_is_true_the_built_in_agent_answers()
    {
        await using var model = await FakeModel.StartAsync(Say("Prices start at ₹11 lakh. Hurry!"));
        using var agent = HostedUnderTest.Agent(model, new ModelLimits());

        var outcome = await agent.AnswerAsync();

        Assert.Equal(("built-in", ModelFailure.BadAnswer), (outcome.Agent, outcome.Fallback));
        Assert.DoesNotContain("lakh", agent.Words, StringComparison.Ordinal);
    }
}
