using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using Xunit;

namespace LeadHeat.Tests.Core.Dialogue;

/// <summary>One conversation for each business that ends in a qualified lead with a booked next step.</summary>
public sealed class DemoConversationTests
{
    [Fact]
    public void A_family_buys_a_home()
    {
        var room = Play(
            Shipped.RealEstate, "Hi! We're looking for a 2 BHK in Whitefield, under 2 crore", "Does the first one have parking?", "Hmm, that's a bit expensive for us",
            "It's for our own family, we'd like to move within 3 months", "Loan is already approved by HDFC", "I like it. Can we see it on Saturday morning?",
            "I'm Asha Rao, 98450 12345");

        Assert.Equal((Heat.Hot, DialogueStage.Qualified, "buyer"), (room.Score.Heat, room.Dialogue.Stage, room.Dialogue.CustomerType));
        Assert.Equal((ConversationPhase.Decision, AgentRole.Scheduler), (room.Dialogue.Phase, room.Reply.Role));
        Assert.Contains("on Saturday morning with Asha Rao", Assert.Single(room.Reply.Tasks), StringComparison.Ordinal);
        Assert.Equal((1, 1), (room.Dialogue.Requested("visit"), room.Dialogue.Objections!["price"]));
    }

    [Fact]
    public void A_new_cafe_tastes_the_coffee()
    {
        var room = Play(
            Shipped.Cafe, "Hi, I'm opening a small café in Pune in about two months", "Probably 120 cups a day to start with",
            "I'd love a specialty coffee, and we still need the espresso machine and grinders", "Budget is around 8 lakhs", "I'm Neha Kulkarni, neha@dailygrind.in", "9820098200",
            "yes please, a tasting on Tuesday would be lovely");

        Assert.Equal((Heat.Hot, DialogueStage.Qualified, "new"), (room.Score.Heat, room.Dialogue.Stage, room.Dialogue.CustomerType));
        Assert.Equal("Confirm the tasting on Tuesday with Neha Kulkarni.", Assert.Single(room.Reply.Tasks));
    }

    [Fact]
    public void A_head_of_sales_sees_a_demo()
    {
        var room = Play(
            Shipped.B2b, "Hi, we keep losing leads from our website", "About 25 sales people", "I'm the head of sales at Acme Robotics, so I decide",
            "we want to be live by January, budget around $15k a year", "Can I see a demo on Thursday at 11 am?", "I'm Maya Fernandes, maya@acmerobotics.io");

        Assert.Equal((Heat.Hot, DialogueStage.Qualified), (room.Score.Heat, room.Dialogue.Stage));
        Assert.Equal("Confirm the demo on Thursday at 11 am with Maya Fernandes.", Assert.Single(room.Reply.Tasks));
    }

    private static Salesroom Play(Playbook playbook, params string[] messages)
    {
        var room = new Salesroom(playbook);
        foreach (var message in messages)
        {
            var reply = room.Say(message);
            Assert.True(reply.Reply.Count(sign => sign == '?') <= 1, $"two questions at once: {reply.Reply}");
            Assert.Null(reply.Handoff);
        }
        Assert.NotNull(room.Known(FactFields.Name));
        return room;
    }
}
