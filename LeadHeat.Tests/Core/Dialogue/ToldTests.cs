using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using Xunit;

namespace LeadHeat.Tests.Core.Dialogue;

/// <summary>What visitors tell of themselves is heard, also where no field takes it and where a question stands beside it.</summary>
public sealed class ToldTests
{
    [Theory]
    [InlineData("b2b", "we're a coaching institute in pune, 40 branches, each has its own counsellors")]
    [InlineData("cafe", "I quit my job and want to do something with coffee")]
    [InlineData("real-estate", "we just had our second baby and the one bedroom is too small")]
    [InlineData("real-estate", "my parents are getting old and can't climb stairs any more")]
    public void What_no_field_takes_is_heard_and_one_thing_is_asked(string playbook, string text)
    {
        var reply = new Salesroom(Shipped.Playbooks[playbook]).Say(text);

        Assert.Contains(reply.Rules, rule => rule.Name == "told");
        Assert.Contains(reply.Rules, rule => rule.Name.StartsWith("ask:", StringComparison.Ordinal));
        Assert.Null(reply.Handoff);
    }

    [Theory]
    [InlineData("asdf qwer zxcv uiop hjkl")]
    [InlineData("our fghj wert zxcvb tyui")]
    [InlineData("hmm blue")]
    public void What_cannot_be_read_is_asked_back(string text) =>
        Assert.DoesNotContain(new Salesroom(Shipped.B2b).Say(text).Rules, rule => rule.Name == "told");

    [Theory]
    [InlineData("we get 300 leads a month from facebook, half are junk", "lead scoring")]
    [InlineData("in our trade the slowest reply loses", "follow-ups")]
    [InlineData("my reps answer after two days on average", "follow-ups")]
    [InlineData("nobody replies to our leads at night", "follow-ups")]
    public void A_pain_is_a_need_and_no_complaint_about_us(string text, string need)
    {
        var room = new Salesroom(Shipped.B2b);

        var reply = room.Say(text);

        Assert.Equal(need, room.Known("need"));
        Assert.DoesNotContain("sorry", reply.Reply, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(reply.Rules, rule => rule.Name.StartsWith("ask:", StringComparison.Ordinal));
    }

    [Fact]
    public void Facts_before_a_question_are_heard_and_the_question_is_tried()
    {
        var room = new Salesroom(Shipped.B2b);

        var reply = room.Say("our sales team of 8 uses excel, how long to set up?");

        Assert.Equal(("8 people", "excel"), (room.Known("team_size"), room.Known("current_tool")));
        Assert.Contains("8 people", reply.Reply, StringComparison.Ordinal);
        Assert.Equal(StateUpdate.AskedPerson, reply.Dialogue.LastAsked);
    }

    [Fact]
    public void What_cannot_be_advised_is_admitted_behind_what_was_heard()
    {
        var reply = new Salesroom(Shipped.Cafe).Say("we are opening in March, seats 30, what machine would you suggest?");

        Assert.Contains("café", reply.Reply, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("March", reply.Reply, StringComparison.Ordinal);
        Assert.Equal(StateUpdate.AskedPerson, reply.Dialogue.LastAsked);
    }

    [Fact]
    public void What_is_only_asked_about_is_not_praised() =>
        Assert.DoesNotContain("Decaf", new Salesroom(Shipped.Cafe).Say("do you sell decaf?").Reply, StringComparison.Ordinal);

    [Theory]
    [InlineData("I'm an NRI in Singapore and want to come back next year")]
    [InlineData("I just sold my flat in Mumbai and have the money in the bank")]
    public void Where_somebody_comes_from_is_no_place_to_search(string text) =>
        Assert.DoesNotContain(new Salesroom(Shipped.RealEstate).Say(text).Rules, rule => rule.Name == "elsewhere");
}
