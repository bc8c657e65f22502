using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using Xunit;

namespace LeadHeat.Tests.Core.Dialogue;

/// <summary>What is told is heard, what was told is not asked for again, and when somebody wants to be reached is kept for the team.</summary>
public sealed class HeardTests
{
    [Theory]
    [InlineData("real-estate", "I don't care about a gym")]
    [InlineData("real-estate", "we don't need a pool really")]
    [InlineData("real-estate", "2 kids and 1 dog")]
    [InlineData("real-estate", "gym is not important to me")]
    [InlineData("real-estate", "schools don't matter to us")]
    [InlineData("real-estate", "no need of clubhouse and all")]
    [InlineData("cafe", "I don't care about latte art")]
    [InlineData("cafe", "two baristas and me")]
    [InlineData("b2b", "we don't really need sso")]
    public async Task Telling_is_no_question_for_the_documents(string playbook, string text)
    {
        var asked = false;
        var room = new Salesroom(Shipped.Playbooks[playbook], documents: (_, _) => { asked = true; return new([]); });

        var reply = room.Say(text);

        Assert.False(asked);
        Assert.DoesNotContain(reply.Rules, rule => rule.Name is "knowledge" or "unknown");
        Assert.Null(reply.Handoff);
        await Task.CompletedTask;
    }

    [Theory]
    [InlineData("real-estate", "is there GST on ready flats?")]
    [InlineData("real-estate", "what about schools, we have 2 kids")]
    [InlineData("real-estate", "I don't care about a gym, what about the schools?")]
    [InlineData("cafe", "delivery charges")]
    [InlineData("b2b", "do we need training to use it?")]
    public void What_is_asked_is_looked_up(string playbook, string text)
    {
        var asked = false;
        new Salesroom(Shipped.Playbooks[playbook], documents: (_, _) => { asked = true; return new([]); }).Say(text);

        Assert.True(asked);
    }

    [Fact]
    public void Who_tells_of_himself_three_times_is_not_given_up() =>
        Assert.Null(new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield under 2 cr", "I don't care about a gym", "parking is not needed").Say("2 kids and 1 dog").Handoff);

    [Theory]
    [InlineData("not bothered about integrations")]
    [InlineData("I don't care about sso or integrations")]
    [InlineData("we can live without integrations")]
    public void What_nobody_cares_for_is_no_need(string text) => Assert.Null(new Salesroom(Shipped.B2b).After(text).Known("need"));

    [Theory]
    [InlineData("you already have it")]
    [InlineData("I gave it to you already")]
    [InlineData("see above")]
    [InlineData("I already told you")]
    [InlineData("its in my first message")]
    [InlineData("pehle hi bata diya")]
    public void What_is_said_to_be_here_is_asked_for_once_more_and_then_let_be(string text)
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield");
        var asked = room.Dialogue.LastAsked;

        Assert.Contains("sorry", room.Say(text).Reply, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(asked, room.Dialogue.LastAsked);
        Assert.Empty(room.Last.Turn.NewFacts);
        room.Say(text);
        Assert.NotEqual(asked, room.Dialogue.LastAsked);
        room.After("yes", "ok");
        Assert.Equal(2, room.Dialogue.Asked[asked!]);
    }

    [Fact]
    public void What_is_known_is_told_and_not_asked_for()
    {
        var reply = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield under 2 cr", "yes").Say("I told you my budget already");

        Assert.Contains("₹2 Cr", reply.Reply, StringComparison.Ordinal);
        Assert.Null(reply.Handoff);
        Assert.NotEqual(FactFields.Budget, reply.Dialogue.LastAsked);
    }

    [Theory]
    [InlineData("I gave you that already")]
    [InlineData("you have my email already")]
    [InlineData("don't ring on Fridays")]
    public void Such_talk_is_no_answer_to_an_open_question(string text) => Assert.Null(new Salesroom(Shipped.B2b).After("we have 8 sales people", text).Known("need"));

    [Theory]
    [InlineData("I already have a flat in Pune")]
    [InlineData("do you have it already?")]
    [InlineData("I told my wife already")]
    [InlineData("see the above ground pool")]
    [InlineData("First I told you March but now it will be May")]
    public void Look_alikes_are_not(string text) =>
        Assert.DoesNotContain(new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield under 2 cr").Say(text).Rules, rule => rule.Name == "said_already");

    [Theory]
    [InlineData("don't contact me in the evening")]
    [InlineData("dont message me at night")]
    [InlineData("no calls after 8 pm please")]
    [InlineData("evenings only")]
    public void When_to_be_reached_is_kept_for_the_team(string text)
    {
        var reply = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield under 2 cr").Say(text);

        Assert.Null(reply.Handoff);
        Assert.Contains(reply.Tasks, task => task.Contains(text, StringComparison.Ordinal));
        Assert.Empty(reply.Dialogue.Refused);
        Assert.Equal(0, reply.Dialogue.Requested("call"));
    }

    [Fact]
    public void Who_wants_to_be_called_at_some_times_is_called_then()
    {
        var reply = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield under 2 cr, my number is 98450 12345").Say("call me only on weekends");

        Assert.Equal(1, reply.Dialogue.Requested("call"));
        Assert.Contains(reply.Tasks, task => task.Contains("only on weekends", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_wants_no_viewing_is_booked_none() =>
        Assert.Equal(0, new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield under 2 cr").Say("nah, not interested in a viewing").Dialogue.Requested("visit"));
}
