using LeadHeat.Core.Conversations;
using Xunit;
using static LeadHeat.Tests.Worker.FakeModel;
using static LeadHeat.Tests.Worker.HostedUnderTest;

namespace LeadHeat.Tests.Worker;

/// <summary>Who somebody is and how to reach them is none of the model's business.</summary>
public sealed class HostedPrivacyTests
{
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
}
