using LeadHeat.Core.Dialogue;
using Xunit;

namespace LeadHeat.Tests.Core.Dialogue;

/// <summary>Who wants to be left alone, or his data deleted, is handed to a person and asked nothing.</summary>
public sealed class PrivacyWishTests
{
    [Theory]
    [InlineData("delete my data", "Wants their data deleted")]
    [InlineData("please delete all the information you have about me", "Wants their data deleted")]
    [InlineData("remove me from your list", "Wants their data deleted")]
    [InlineData("stop messaging me", "Wants no more messages")]
    [InlineData("don't text me again", "Wants no more messages")]
    [InlineData("unsubscribe", "Wants no more messages")]
    [InlineData("don't contact me", "Wants no more messages")]
    public void A_person_sees_to_it(string text, string reason)
    {
        var reply = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield under 2 cr").Say(text);

        Assert.Equal(reason, reply.Handoff?.Reason);
        Assert.DoesNotContain("?", reply.Reply, StringComparison.Ordinal);
        Assert.DoesNotContain("number or e-mail", reply.Reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("b2b", "can we delete my data later?")]
    [InlineData("b2b", "if we leave, do you delete my data?")]
    [InlineData("real-estate", "remove that, my budget is 2 cr")]
    [InlineData("real-estate", "stop sending me studios")]
    [InlineData("real-estate", "don't contact me before six")]
    [InlineData("real-estate", "dont contact me evenings")]
    [InlineData("real-estate", "don't message me, call me")]
    [InlineData("real-estate", "I'll stop by on Saturday")]
    public void Other_talk_is_none(string playbook, string text) => Assert.DoesNotContain("Wants", new Salesroom(Shipped.Playbooks[playbook]).Say(text).Handoff?.Reason ?? "", StringComparison.Ordinal);

    [Fact]
    public void Who_has_taken_leave_is_asked_nothing_more()
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield under 2 cr", "not interested");

        Assert.DoesNotContain("?", room.Say("no").Reply, StringComparison.Ordinal);
        Assert.NotEmpty(room.Say("ok show me a 3 bhk in Indiranagar").Matches);
    }

    [Fact]
    public void A_number_with_too_few_digits_is_asked_for_again()
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield under 2 cr");

        Assert.Contains("digit", room.Say("98450 1234").Reply, StringComparison.Ordinal);
        Assert.Equal("phone", room.Dialogue.LastAsked);
    }

    [Fact]
    public void A_confirmed_address_raises_no_doubt() =>
        Assert.DoesNotContain("objection:", string.Join(' ', new Salesroom(Shipped.Cafe).After("we run a cafe, my mail is amit@gmial.com").Say("no its correct").Rules.Select(rule => rule.Name)), StringComparison.Ordinal);

    [Fact]
    public void A_home_elsewhere_is_not_answered_with_homes_here()
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk", "in mumbai");

        Assert.Empty(room.Say("1.5 cr").Matches);
        Assert.NotEmpty(room.Say("ok, Whitefield then, 2 cr").Matches);
    }
}
