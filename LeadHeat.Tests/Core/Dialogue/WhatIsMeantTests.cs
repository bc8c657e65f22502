using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Understanding;
using LeadHeat.Tests.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Dialogue;

/// <summary>What a message is about decides what is answered: who we are, what we have, what was offered; not a word in it.</summary>
public sealed class WhatIsMeantTests
{
    [Theory]
    [InlineData("real-estate", "what is this exactly", "home")]
    [InlineData("real-estate", "hi, what do you guys actually do?", "home")]
    [InlineData("cafe", "hey, what do you people do", "roast")]
    [InlineData("cafe", "so what does your company do?", "roast")]
    [InlineData("cafe", "aap log kya karte ho", "roast")]
    [InlineData("b2b", "what's this then?", "enquir")]
    [InlineData("b2b", "tell me about your company please", "enquir")]
    [InlineData("b2b", "ok but what are you selling", "enquir")]
    public void Who_asks_what_we_do_is_told(string playbook, string text, string word)
    {
        var reply = new Salesroom(Shipped.Playbooks[playbook]).Say(text);

        Assert.Contains(word, reply.Reply, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(reply.Rules, rule => rule.Name == "about_us");
        Assert.Null(reply.Handoff);
    }

    [Theory]
    [InlineData("real-estate", "what is this area like?")]
    [InlineData("real-estate", "what do you do with my number?")]
    [InlineData("cafe", "what is this charge for cleaning")]
    [InlineData("cafe", "what do you do when a machine breaks?")]
    [InlineData("b2b", "tell me about your company account limits")]
    [InlineData("b2b", "what do you do that hubspot doesn't?")]
    public void Who_asks_about_one_thing_of_ours_is_not_told_all(string playbook, string text) =>
        Assert.DoesNotContain(new Salesroom(Shipped.Playbooks[playbook]).Say(text).Rules, rule => rule.Name == "about_us");

    [Theory]
    [InlineData("ok whats the shelf life")]
    [InlineData("ok what about decaf")]
    [InlineData("okay how long do beans keep")]
    [InlineData("right, which grinder goes with it")]
    [InlineData("great, when do you roast")]
    [InlineData("ok and who cleans the machine")]
    public void An_ok_before_a_question_accepts_no_offer(string text) =>
        Assert.Equal(0, CallOffered().Say(text).Dialogue.Requested(StateUpdate.Call));

    [Theory]
    [InlineData("ok")]
    [InlineData("yes please")]
    [InlineData("sure, go ahead")]
    [InlineData("ok, please do")]
    [InlineData("yes, when can you call?")]
    [InlineData("great, do it")]
    public void A_plain_yes_accepts_it(string text) => Assert.Equal(1, CallOffered().Say(text).Dialogue.Requested(StateUpdate.Call));

    [Theory]
    [InlineData("stamp duty bangalore")]
    [InlineData("registration charges in bangalore")]
    [InlineData("service charges jvc")]
    [InlineData("home loan bangalore")]
    [InlineData("golden visa dubai")]
    [InlineData("Dubai brokerage")]
    [InlineData("What are service charges like in JVC normally?")]
    public void A_subject_with_a_place_is_asked_of_the_documents_and_searches_no_homes(string text)
    {
        var room = new Salesroom(Shipped.RealEstate);
        room.Say(text);

        Assert.Contains(room.Last.Runs, run => run.Wish.Tool == ToolNames.KnowledgeSearch);
        Assert.DoesNotContain(room.Last.Runs, run => run.Wish.Tool == ToolNames.InventorySearch);
    }

    [Theory]
    [InlineData("2 bhk whitefield")]
    [InlineData("flat in bangalore")]
    [InlineData("show me Whitefield, brokerage is fine")]
    [InlineData("looking in Whitefield with a home loan")]
    [InlineData("Whitefield")]
    [InlineData("villa in Whitefield with possession soon")]
    public void What_is_searched_for_is_searched_for(string text)
    {
        var room = new Salesroom(Shipped.RealEstate);
        room.Say(text);

        Assert.Contains(room.Last.Runs, run => run.Wish.Tool == ToolNames.InventorySearch);
    }

    [Theory]
    [InlineData("there is too much noise at our corner")]
    [InlineData("too much traffic on that road")]
    [InlineData("my wife says too much dust there")]
    [InlineData("we have too much stuff for a small flat")]
    [InlineData("too much paperwork last time")]
    [InlineData("the stairs are too much work for my mother")]
    [InlineData("the ceiling was too high to clean")]
    [InlineData("that floor is too high for my mother")]
    public void Too_much_of_something_is_no_objection_to_the_price(string text) => Assert.False(Said.RealEstate(text).Has(Cues.Expensive));

    [Theory]
    [InlineData("that's too much")]
    [InlineData("too much for us")]
    [InlineData("2 crore is too much money")]
    [InlineData("the price is too high")]
    [InlineData("way too much, sorry")]
    [InlineData("too high for my budget")]
    public void Too_much_alone_is_one(string text) => Assert.True(Said.RealEstate(text).Has(Cues.Expensive));

    [Theory]
    [InlineData("rent, not buy. 2bhk in indiranagar, 60k max")]
    [InlineData("not buying, renting. 2bhk")]
    [InlineData("I want to rent not purchase")]
    [InlineData("only for renting, no purchase")]
    [InlineData("2bhk chahiye, buy nahi, rent pe")]
    [InlineData("we would rather rent than buy")]
    public void Who_would_rent_hears_that_homes_are_sold_here(string text) =>
        Assert.Contains(new Salesroom(Shipped.RealEstate).Say(text).Rules, rule => rule.Name == "outsider:tenant");

    [Theory]
    [InlineData("buy, not rent. 2bhk in indiranagar")]
    [InlineData("we would rather buy than rent")]
    [InlineData("rent nahi, buy karna hai")]
    [InlineData("tired of renting, want to buy 2bhk")]
    [InlineData("want to buy and rent it out")]
    [InlineData("what would it rent for?")]
    public void Who_would_buy_is_shown_homes(string text) =>
        Assert.DoesNotContain(new Salesroom(Shipped.RealEstate).Say(text).Rules, rule => rule.Name == "outsider:tenant");

    [Theory]
    [InlineData("ok show me something there then")]
    [InlineData("show me what you have")]
    [InlineData("show me some of them")]
    [InlineData("I want to look at some homes")]
    [InlineData("find me something there")]
    [InlineData("ok so show me")]
    public void Who_asks_to_be_shown_what_stands_there_hears_of_it(string text)
    {
        var reply = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield under 2 cr").Say(text);

        Assert.Contains("shown", reply.Rules.Select(rule => rule.Name));
    }

    private static Salesroom CallOffered()
    {
        var room = new Salesroom(Shipped.Cafe).After("we run a cafe in Pune");
        for (var turn = 0; turn < 12 && room.Dialogue.LastAsked != "coach:callback"; turn++)
            room.Say(turn % 2 == 0 ? "is the grinder loud?" : "that's too expensive");
        Assert.Equal("coach:callback", room.Dialogue.LastAsked);
        return room;
    }
}
