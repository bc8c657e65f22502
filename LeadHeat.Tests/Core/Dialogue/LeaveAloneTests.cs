using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using Xunit;

namespace LeadHeat.Tests.Core.Dialogue;

/// <summary>Who is let down hears a word of regret; who only asks, has told all or takes leave is left alone.</summary>
public sealed class LeaveAloneTests
{
    [Theory]
    [InlineData("Your Mr Fadi promised to call me on Sunday. Then on Monday. It is now Friday.")]
    [InlineData("I booked a viewing for Tuesday 11am, sat there for 25 minutes and nobody turned up")]
    [InlineData("your salesman was supposed to ring us on Monday")]
    [InlineData("visit pe gaye the, koi nahi aaya")]
    public void A_broken_promise_is_regretted_and_not_booked_again(string text)
    {
        var reply = new Salesroom(Shipped.RealEstate).Say(text);

        Assert.Contains("sorry", reply.Reply, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(StateUpdate.AskedPerson, reply.Dialogue.LastAsked);
        Assert.Equal((0, 0), (reply.Dialogue.Requested("visit"), reply.Dialogue.Requested("call")));
    }

    [Theory]
    [InlineData("nobody called me, please call me today", "call")]
    [InlineData("the previous agent never called back, can you call me?", "call")]
    [InlineData("can I visit on Tuesday?", "visit")]
    public void A_wish_beside_it_is_one(string text, string request) =>
        Assert.Equal(1, new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield under 2 cr", "98450 12345").Say(text).Dialogue.Requested(request));

    [Fact]
    public void Who_says_in_anger_what_he_wants_is_shown_it()
    {
        var room = new Salesroom(Shipped.RealEstate).After("your man promised to call me and never did");

        var reply = room.Say("I asked for a 2 bedroom in Whitefield, I was sent studios in Deira!");

        Assert.Null(reply.Handoff);
        Assert.Contains("sorry", reply.Reply, StringComparison.OrdinalIgnoreCase);
        Assert.All(reply.Matches, card => Assert.Equal("Whitefield", card.Area));
        Assert.NotNull(room.Say("useless. I told him this already, twice").Handoff);
    }

    [Fact]
    public void Who_writes_in_capitals_from_the_first_line_is_not_shouting()
    {
        var room = new Salesroom(Shipped.Cafe).After("GOOD AFTERNOON. WRITING FOR MY BOSS, OWNER OF FOUR CAFES IN CHENNAI");

        foreach (var line in new[] { "AT LUNCH THE SERVICE IS TOO SLOW", "SORRY FOR CAPITALS, KEYBOARD PROBLEM, I AM NOT SHOUTING", "WE REQUIRE TRAINING FOR THE STAFF", "AND A NEW MENU" })
            Assert.Null(room.Say(line).Handoff);
        Assert.NotNull(new Salesroom(Shipped.Cafe).After("WHY IS NOBODY ANSWERING ME!!").Say("THIS IS USELESS!!").Handoff);
    }

    [Theory]
    [InlineData("real-estate", "I'm not a buyer, I'm writing a piece for our college magazine on flats in Bangalore", "say somebody takes one for 60 lakhs, what are the fees?")]
    [InlineData("b2b", "I'm an intern and was told to make a list of ten tools, so please don't put me into any system", "what would it cost for 15 users?")]
    [InlineData("cafe", "hi, not buying anything, I am a journalist", "what does an espresso machine cost?")]
    public void Who_buys_nothing_is_asked_nothing_and_stays_exploring(string playbook, string first, string second)
    {
        var room = new Salesroom(Shipped.Playbooks[playbook]);

        foreach (var line in new[] { first, second })
        {
            var reply = room.Say(line);
            Assert.DoesNotContain(reply.Rules, rule => rule.Name.StartsWith("ask:", StringComparison.Ordinal) || rule.Name.StartsWith("coach:", StringComparison.Ordinal));
            Assert.Equal(DialogueStage.Exploring, reply.Dialogue.Stage);
        }
        Assert.Empty(room.Facts);
    }

    [Fact]
    public void Who_then_looks_for_something_himself_is_a_buyer() =>
        Assert.Contains(new Salesroom(Shipped.RealEstate).After("I'm not a buyer, I'm writing an article").Say("by the way I'm looking for a 2 bhk in Whitefield myself").Facts, fact => fact.Field == FactFields.Beds);

    [Theory]
    [InlineData("super, that's all I was after, no need to note my number or anything. bye!")]
    [InlineData("thank you, that was everything I needed")]
    [InlineData("ok gtg, byee")]
    [InlineData("thanks, got to run")]
    public void Who_takes_leave_is_asked_nothing(string text)
    {
        var reply = new Salesroom(Shipped.B2b).After("does it have an app?", "15 users").Say(text);

        Assert.Contains(reply.Rules, rule => rule.Name == "goodbye");
        Assert.Null(reply.Dialogue.LastAsked);
    }

    [Theory]
    [InlineData("no mail, no phone. I'll read your site", "cheers", true)]
    [InlineData("we are 8 reps", "cheers", false)]
    [InlineData("we are 8 reps", "thanks, can I see a demo?", false)]
    public void Thanks_of_who_has_told_nothing_of_himself_takes_leave(string before, string text, bool leaves) =>
        Assert.Equal(leaves, new Salesroom(Shipped.B2b).After("we lose leads", before).Say(text).Rules.Any(rule => rule.Name == "goodbye"));

    [Fact]
    public void What_is_told_again_is_understood()
    {
        var reply = new Salesroom(Shipped.B2b).After("my boss decides", "we lose leads").Say("my boss decides");

        Assert.Equal(0, reply.Dialogue.Fired.Count(mark => mark == StateUpdate.Lost));
    }

    [Fact]
    public void A_yes_about_places_books_no_visit()
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk flat in Whitefield", "budget 2 cr tak", "in 3 months");
        Assert.Equal(StateUpdate.AskedOffer, room.Dialogue.LastAsked);

        Assert.Equal(0, room.Say("plot Jigani ya Attibele mein chalega").Dialogue.Requested("visit"));
    }

    [Fact]
    public void Who_refuses_number_and_address_is_not_asked_for_a_name()
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield", "no phone number and no email please", "under 2 cr");

        foreach (var line in new[] { "in 3 months", "loan approved", "to live in", "ok" })
            Assert.NotEqual(FactFields.Name, room.Say(line).Dialogue.LastAsked);
    }

    [Theory]
    [InlineData("you deliver to UAE?")]
    [InlineData("and without caffeine, this you have also?")]
    [InlineData("sunday ko delivery milega?")]
    public void What_is_asked_in_another_order_is_answered_or_admitted(string text) =>
        Assert.Equal(StateUpdate.AskedPerson, new Salesroom(Shipped.Cafe).After("we open a cafe in Pune").Say(text).Dialogue.LastAsked);

    [Theory]
    [InlineData("the boys need a garden, non negotiable", false)]
    [InlineData("is the price negotiable?", true)]
    public void A_wish_that_is_not_negotiable_asks_for_no_discount(string text, bool asks) =>
        Assert.Equal(asks, new Salesroom(Shipped.RealEstate).After("villa in Whitefield").Say(text).Reply.Contains("price", StringComparison.OrdinalIgnoreCase));
}
