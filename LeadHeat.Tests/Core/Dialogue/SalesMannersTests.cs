using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Playbooks;
using Xunit;

namespace LeadHeat.Tests.Core.Dialogue;

/// <summary>What a good salesperson does without thinking.</summary>
public sealed class SalesMannersTests
{
    [Theory]
    [InlineData("visit?")]
    [InlineData("price?")]
    [InlineData("where is the data stored?")]
    [InlineData("I'm the head of sales, so I decide")]
    public void Who_is_brief_is_not_apologised_to_nor_sent_away(string text)
    {
        var reply = new Salesroom(Shipped.B2b).After("we lose leads", "25 people").Say(text);

        Assert.Null(reply.Handoff);
        Assert.DoesNotContain("sorry", reply.Reply, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, reply.Dialogue.Frustration);
    }

    [Theory]
    [InlineData("please don't connect me to a colleague, they are what I complain about")]
    [InlineData("I do not want to talk to any salesperson")]
    [InlineData("no need to send your sales team, no human please")]
    [InlineData("Tell please, person with russian passport owns it there forever?")]
    [InlineData("how much you give to broker from your side?")]
    public void Who_wants_no_person_is_given_none(string text) =>
        Assert.Null(new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield").Say(text).Handoff);

    [Theory]
    [InlineData("I don't want a bot, I want a human")]
    [InlineData("this is not working, connect me to an agent")]
    [InlineData("why don't you connect me to a person")]
    [InlineData("can't I talk to a human?")]
    [InlineData("no one answers. get me a person")]
    public void Who_wants_a_person_is_given_one_however_he_says_no(string text) =>
        Assert.NotNull(new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield").Say(text).Handoff);

    [Theory]
    [InlineData("I read ONE pdf on your site and got six calls in two days. Six.")]
    [InlineData("third time this month your van came after 10")]
    public void Who_tells_what_went_wrong_hears_a_word_about_it_and_no_date(string text)
    {
        var reply = new Salesroom(Shipped.Cafe).Say(text);

        Assert.Contains("sorry", reply.Reply, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(reply.Facts, fact => fact.Field == FactFields.Timeline);
    }

    [Theory]
    [InlineData("haha ok. it is for my moka pot", false)]
    [InlineData("lol yes please", true)]
    [InlineData("ok", true)]
    public void A_smile_is_no_yes(string text, bool agrees) =>
        Assert.Equal(agrees, new Salesroom(Shipped.Cafe).After("is decaf really zero caffeine or is that a lie they tell?").Say(text).Handoff is not null);

    [Fact]
    public void One_sharp_question_calls_nobody_and_two_complaints_do()
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield");

        Assert.Null(room.Say("WHY does your bot never answer").Handoff);
        Assert.NotNull(new Salesroom(Shipped.RealEstate).After("this is useless!!").Say("you are not listening, ridiculous!!").Handoff);
    }

    [Fact]
    public void A_refused_number_is_not_asked_for_again_by_any_door()
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield under 2 cr", "I don't want to share my number");

        foreach (var line in new[] { "can I visit on Sunday?", "please call me", "show me more", "in 3 months" })
            Assert.NotEqual(FactFields.Phone, room.Say(line).Dialogue.LastAsked);
        Assert.Contains("on Sunday", room.Say("ravi.k@example.com").Reply, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_refuses_twice_is_asked_nothing_until_he_tells_something()
    {
        var room = new Salesroom(Shipped.B2b).After("hello", "I'd rather not say", "none of your business");

        Assert.DoesNotContain(room.Say("ok").Rules, rule => rule.Name.StartsWith("ask:", StringComparison.Ordinal));
        Assert.Contains(room.Say("we are 12 people").Rules, rule => rule.Name.StartsWith("ask:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Thursday afternoon would be good", "on Thursday afternoon")]
    [InlineData("Sunday works for me", "on Sunday")]
    [InlineData("sunday ko dekhne aa sakte hai", "on Sunday")]
    public void A_day_that_suits_is_the_day_of_the_visit(string text, string day)
    {
        var reply = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield under 2 cr", "98450 12345").Say(text);

        Assert.Contains(day, reply.Reply, StringComparison.Ordinal);
        Assert.Equal(1, reply.Dialogue.Requested("visit"));
        Assert.Contains(day, Assert.Single(reply.Tasks), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_visit_said_twice_is_one_task_and_another_day_is_another()
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield under 2 cr", "98450 12345", "can I visit on Saturday?");

        Assert.Empty(room.Say("can I visit on Saturday?").Tasks);
        Assert.Contains("on Sunday", Assert.Single(room.Say("rather Sunday").Tasks), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_listing_does_not_say_becomes_a_task_once()
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield under 2 cr");

        Assert.Contains("pool", Assert.Single(room.Say("does the first one have a pool?").Tasks), StringComparison.Ordinal);
        Assert.Empty(room.Say("does the first one have a pool?").Tasks);
    }

    [Fact]
    public void A_question_beside_facts_is_answered_or_admitted()
    {
        var room = new Salesroom(Shipped.Cafe);

        Assert.Equal(StateUpdate.AskedPerson, room.Say("we open in Pune in 2 months, do you have oat milk?").Dialogue.LastAsked);
        var again = room.Say("and do you have paper cups?");
        Assert.NotEqual(StateUpdate.AskedPerson, again.Dialogue.LastAsked);
        Assert.Contains("paper cups", Assert.Single(again.Tasks), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_in_answer_to_the_offer_of_a_person_accepts_it() =>
        Assert.NotNull(new Salesroom(Shipped.Cafe).After("we run a cafe", "do you have oat milk?").Say("98450 12345").Handoff);

    [Theory]
    [InlineData("do you have flats in Mumbai?", "Mumbai")]
    [InlineData("Pune me 2 bhk chahiye", "Pune")]
    public void A_place_that_is_not_served_is_said_so(string text, string place)
    {
        var reply = new Salesroom(Shipped.RealEstate).Say(text).Reply;

        Assert.Contains(place, reply, StringComparison.Ordinal);
        Assert.Contains("Bangalore", reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I live in Mumbai and look for a 2 BHK in Whitefield")]
    [InlineData("we are moving from Delhi, 2 bhk")]
    public void Where_somebody_comes_from_is_no_place_to_search(string text) =>
        Assert.DoesNotContain(new Salesroom(Shipped.RealEstate).Say(text).Rules, rule => rule.Name == "elsewhere");

    [Fact]
    public void Those_that_are_named_are_compared_with_what_one_saves()
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield under 2 cr");
        var (first, third) = (room.Reply.Matches[0], room.Reply.Matches[2]);

        var reply = room.Say("compare the first and the third").Reply;

        Assert.Contains("the first one", reply, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("third one", reply, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Money.Format(Math.Abs(first.Price - third.Price), "INR"), reply, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cheapest_one_is_the_cheapest_of_those_shown()
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield under 2 cr", "98450 12345");
        var cheapest = Planner.LastShown(room.Last.Turn.Context).MinBy(unit => unit.Price)!;

        Assert.Contains(cheapest.Title, room.Say("book a visit to the cheapest one on Sunday").NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_sells_to_us_books_nothing()
    {
        var room = new Salesroom(Shipped.B2b).After("Dear sir, we offer seo services and web design services at low cost");

        var reply = room.Say("can we schedule a call to present our services?");

        Assert.Equal((0, DialogueStage.Exploring), (reply.Dialogue.Requested("call"), reply.Dialogue.Stage));
        Assert.DoesNotContain('?', reply.Reply);
    }

    [Fact]
    public void What_is_to_be_sent_is_sent_to_the_known_address()
    {
        var reply = new Salesroom(Shipped.B2b).After("we lose leads", "maya@acme.example").Say("Please send the security questionnaire.");

        Assert.Contains("maya@acme.example", reply.Reply, StringComparison.Ordinal);
        Assert.Single(reply.Tasks);
    }

    [Fact]
    public void No_reply_is_said_twice_in_a_conversation_of_questions()
    {
        var room = new Salesroom(Shipped.Cafe);
        string[] lines = ["do you have oat milk?", "do you have paper cups?", "do you have napkins?", "do you have ovens?", "do you have chairs?"];

        var replies = lines.Select(line => room.Say(line).Reply).ToList();

        Assert.All(replies.Zip(replies.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    [Theory]
    [InlineData("19 dollars per user and month. It includes the inbox.", "Starter: 19 dollars per user and month.")]
    [InlineData("The plan is for founders. It costs 19 dollars per user.", "The plan is for founders. It costs 19 dollars per user.")]
    public void An_answer_begins_where_it_can_be_understood(string passage, string begins)
    {
        KnowledgeHit[] hits = [new(Guid.Empty, "Plans", "b2b", "pricing", "pricing.md", "Starter", passage, 0, passage.Length, 1, new(1, 0.9))];
        var room = new Salesroom(Shipped.B2b, documents: (_, _) => new(hits));

        Assert.StartsWith(begins, room.Say("how much is it per user?").Reply, StringComparison.Ordinal);
    }
}
