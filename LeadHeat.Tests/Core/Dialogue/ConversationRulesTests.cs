using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Playbooks;
using LeadHeat.Tests.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Dialogue;

public sealed class ConversationRulesTests
{
    [Fact]
    public void Features_are_answered_from_the_listing_and_what_is_not_there_is_not_promised()
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield under 2 cr");
        var with = room.Reply.Matches.Single(match => match.Has("balcony"));

        Assert.Contains("balcony", room.Say("do any of these have a balcony?").Reply, StringComparison.Ordinal);
        Assert.Equal(with.UnitId, room.Dialogue.Focus);
        Assert.Contains("check with the team", room.Say("does it have a pool?").Reply, StringComparison.Ordinal);
        Assert.Equal(1, room.Dialogue.Requested("check"));
    }

    [Fact]
    public void Areas_are_compared_by_the_figures_of_the_inventory()
    {
        var reply = new Salesroom(Shipped.RealEstate).Say("which is better, Whitefield or Indiranagar?");

        Assert.Contains(Money.Format(14_500_000, "INR"), reply.Reply, StringComparison.Ordinal);
        Assert.Contains(Money.Format(31_000_000, "INR"), reply.Reply, StringComparison.Ordinal);
        Assert.Equal(AgentRole.Negotiator, reply.Role);
    }

    [Fact]
    public void Figures_of_an_area_are_those_of_its_units()
    {
        var figures = AreaFigures.Of([.. Salesroom.Units.Where(unit => unit is { Area: "Whitefield", Beds: 2 })], new UnitQuery(Limit: 100));

        Assert.Equal(("Whitefield", 4, 14_500_000m, 17_800_000m, 19_500_000m, true), figures.Select(area => (area.Area, area.Count, area.Low, area.Median, area.High, area.Complete)).Single());
    }

    [Fact]
    public void Few_left_is_said_once_and_counted_in_the_inventory()
    {
        var room = new Salesroom(Shipped.RealEstate).After("hello", "1 bed apartment in Dubai Marina");

        Assert.Contains(room.Reply.Rules, rule => rule.Name == "urgency");
        Assert.DoesNotContain(room.Say("up to 2 million").Rules, rule => rule.Name == "urgency");
    }

    [Fact]
    public void Each_offer_is_made_once_and_says_why()
    {
        var room = new Salesroom(Shipped.RealEstate);
        List<FiredRule> offers = [];
        foreach (var line in new[] { "2 bhk in Whitefield under 2 cr", "in 2 months", "not yet", "loan approved", "ok", "asha@example.com", "what is nearby?", "ok", "no", "ok", "hmm", "ok" })
            offers.AddRange(room.Say(line).Rules.Where(rule => rule.Name.StartsWith("coach:", StringComparison.Ordinal)));

        Assert.NotEmpty(offers);
        Assert.Equal(offers.Select(offer => offer.Name).Distinct(), offers.Select(offer => offer.Name));
        Assert.All(offers, offer => Assert.NotEmpty(offer.Why));
    }

    [Fact]
    public void Who_wants_to_think_is_asked_nothing_more()
    {
        var reply = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield").Say("we need to think about it");

        Assert.DoesNotContain('?', reply.Reply);
        Assert.Equal(1, reply.Dialogue.Objections!["timing"]);
    }

    [Theory]
    [InlineData("b2b", "We also look at HubSpot. What does yours cost?", "competitor price")]
    [InlineData("b2b", "Another vendor wrote to us, and we need something asap", "competitor urgency")]
    [InlineData("cafe", "Our other suppliers are late. Can you deliver this week?", "competitor urgency")]
    [InlineData("real-estate", "An agent of 99acres showed me something", "competitor")]
    [InlineData("real-estate", "Any discount on a 2 bhk in Whitefield?", "price")]
    [InlineData("real-estate", "2 bhk in Whitefield in about 8 months", "")]
    public void A_hurry_the_price_and_competitors_are_noticed(string playbook, string text, string signals)
    {
        var dialogue = new Salesroom(Shipped.Playbooks[playbook]).After("Hello").Say(text).Dialogue;

        Assert.Equal(signals, string.Join(' ', (dialogue.Signals ?? new Dictionary<string, int>()).Keys.Order()));
    }

    [Fact]
    public void Another_area_takes_the_place_of_one_that_is_too_far()
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield", "too far from my office", "Indiranagar then");

        Assert.Equal("Indiranagar", room.Known(FactFields.Areas));
    }

    [Fact]
    public void A_visitor_who_comes_back_is_told_what_was_looked_at_last()
    {
        var room = new Salesroom(Shipped.RealEstate).After("I'm Asha. 2 bhk in Whitefield");

        var reply = room.Say("hi again", Said.Now.AddDays(2)).Reply;

        Assert.Contains("Asha", reply, StringComparison.Ordinal);
        Assert.Contains("2 BHK in Whitefield", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("Asha", room.Say("hi", Said.Now.AddDays(2)).Reply, StringComparison.Ordinal);
    }

    [Fact]
    public void A_side_question_is_answered_from_the_documents_and_the_thread_is_taken_up()
    {
        const string Text = "Stamp duty and registration are paid by the buyer.";
        var document = new Guid(9, 9, 9, new byte[8]);
        var room = new Salesroom(Shipped.RealEstate, documents: (_, _) => new([new(document, "Fees", "real-estate", "costs", "fees.md", "Registration charges", Text, 40, Text.Length, 1, new(1, 1))]));

        var reply = room.After("2 bhk in Whitefield").Say("what are the registration charges?");

        Assert.Contains(Text, reply.Reply, StringComparison.Ordinal);
        Assert.Equal([new Citation(document, 40, Text.Length, "Fees")], reply.Citations!);
        Assert.NotNull(reply.Dialogue.LastAsked);
    }

    [Fact]
    public void A_brochure_is_sent_when_the_address_is_known()
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield", "can you send me the brochure?");

        Assert.Equal(FactFields.Email, room.Dialogue.LastAsked);
        Assert.Contains("asha@example.com", room.Say("asha@example.com").Reply, StringComparison.Ordinal);
        Assert.Equal((1, 1), (room.Dialogue.Requested("brochure"), room.Reply.Tasks.Count));
    }

    [Fact]
    public void Politeness_is_no_yes()
    {
        var room = new Salesroom(Shipped.Cafe).After("we run a cafe", "do you know a good plumber?");

        Assert.Null(room.Say("haha ok thanks").Handoff);
    }

    [Fact]
    public void Who_sells_to_us_is_no_lead()
    {
        var room = new Salesroom(Shipped.RealEstate).After("We offer SEO services to promote your business, click here, only $99 per month");

        Assert.Null(room.Known(FactFields.Budget));
        Assert.Equal(DialogueStage.Exploring, room.Dialogue.Stage);
    }
}
