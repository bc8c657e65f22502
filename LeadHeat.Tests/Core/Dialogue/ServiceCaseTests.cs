using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Dialogue;

/// <summary>Who has trouble with what he bought is regretted and passed to a person at once; whom trouble makes a buyer is sold to.</summary>
public sealed class ServiceCaseTests
{
    [Theory]
    [InlineData("cafe", "our machine just died in the middle of the rush")]
    [InlineData("cafe", "my grinder is broken, can you send someone today?")]
    [InlineData("cafe", "the machine is leaking since morning")]
    [InlineData("cafe", "wrong beans delivered")]
    [InlineData("cafe", "invoice is missing")]
    [InlineData("cafe", "where is my order?")]
    [InlineData("cafe", "where are our beans?")]
    [InlineData("cafe", "where is my order from last week?")]
    [InlineData("cafe", "you sent us 5 kg instead of 15")]
    [InlineData("cafe", "no hot water from the machine since yesterday, we're losing customers")]
    [InlineData("cafe", "the technician you promised never turned up")]
    [InlineData("cafe", "grinder kharab ho gaya, koi bhej do please")]
    [InlineData("cafe", "THIRD TIME!!! third time this month the beans come on thursday instead of tuesday")]
    [InlineData("cafe", "our delivery is two days late")]
    [InlineData("b2b", "our bot stopped replying")]
    [InlineData("b2b", "we can't log in")]
    [InlineData("b2b", "import fails since yesterday")]
    [InlineData("b2b", "you charged our card twice this month")]
    [InlineData("b2b", "my password reset mail never arrives")]
    [InlineData("b2b", "leads from facebook stopped coming in yesterday")]
    [InlineData("b2b", "the chat widget does not load on our site any more")]
    [InlineData("real-estate", "the AC in the flat you rented me leaks")]
    [InlineData("real-estate", "keys were not handed over as promised")]
    [InlineData("real-estate", "tenant has not paid")]
    [InlineData("real-estate", "I bought in Business Bay through your office in March, 1.9 million, and until today NOBODY gave me the second parking card")]
    [InlineData("real-estate", "still nobody handed me the papers of my flat")]
    [InlineData("real-estate", "the bathroom in my apartment is flooding, please send a plumber")]
    [InlineData("real-estate", "I haven't got my deposit back yet")]
    [InlineData("real-estate", "when will I get possession? I booked in your project two years ago")]
    public void Trouble_with_what_was_bought_goes_to_a_person_and_is_not_sold_to(string playbook, string text)
    {
        var room = new Salesroom(Shipped.Playbooks[playbook]);

        var reply = room.Say(text);

        Assert.StartsWith("Service", reply.Handoff?.Reason, StringComparison.Ordinal);
        Assert.Contains("sorry", reply.Reply, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("number", reply.Reply, StringComparison.Ordinal);
        Assert.Equal(1, reply.Reply.Count(sign => sign == '?'));
        Assert.Equal((0, 0), (reply.Chips.Count, reply.Matches.Count));
        Assert.Equal(Intent.Complaint, room.Last.Turn.Understood.Intent);
        Assert.DoesNotContain(reply.Rules, rule => rule.Name.StartsWith("ask:", StringComparison.Ordinal));
        Assert.DoesNotContain(reply.Facts, fact => fact.Field is not ("customer_type" or "pain_points"));
        Assert.Equal(DialogueStage.Exploring, reply.Dialogue.Stage);
    }

    [Theory]
    [InlineData("cafe", "our old machine keeps breaking, what do you offer?")]
    [InlineData("cafe", "what if the machine breaks down?")]
    [InlineData("cafe", "do you repair machines?")]
    [InlineData("cafe", "our machine is old and slow, we want a new one")]
    [InlineData("cafe", "current supplier delivers late and the wrong beans")]
    [InlineData("cafe", "do you send a technician when the grinder fails?")]
    [InlineData("cafe", "machine broke last month so we need a replacement before diwali")]
    [InlineData("cafe", "hey so um we run a coffee truck and the grinder just died on us")]
    [InlineData("cafe", "is there a warranty if it leaks?")]
    [InlineData("cafe", "where are the beans from?")]
    [InlineData("cafe", "is your coffee organic? where are the beans from?")]
    [InlineData("cafe", "where is the coffee grown?")]
    [InlineData("cafe", "where do your beans come from?")]
    [InlineData("cafe", "our present supplier came late four times this month")]
    [InlineData("cafe", "can you deliver on monday instead of tuesday?")]
    [InlineData("real-estate", "does the flat come with a parking card?")]
    [InlineData("b2b", "we lose leads because our bot never replies")]
    [InlineData("b2b", "my current CRM is broken, I want to switch")]
    [InlineData("b2b", "what happens when your system is down?")]
    [InlineData("b2b", "can we log in with google?")]
    [InlineData("b2b", "hubspot import fails all the time for us, is yours better?")]
    [InlineData("b2b", "nobody replies to our leads at night")]
    [InlineData("b2b", "do you support password reset?")]
    [InlineData("real-estate", "AC included?")]
    [InlineData("real-estate", "is the deposit refundable?")]
    [InlineData("real-estate", "what if the tenant does not pay?")]
    [InlineData("real-estate", "my flat has a leaking roof so I want to move out and buy something new")]
    [InlineData("real-estate", "the last builder delayed possession by two years, is yours on time?")]
    [InlineData("real-estate", "who pays if the ac breaks?")]
    public void Trouble_that_makes_a_buyer_stays_with_sales(string playbook, string text) =>
        Assert.Null(new Salesroom(Shipped.Playbooks[playbook]).Say(text).Handoff);

    [Fact]
    public void A_customer_with_trouble_is_a_customer_and_his_trouble_is_known()
    {
        var room = new Salesroom(Shipped.Cafe).After("MACHINE YOU INSTALLED IN JUNE IS LEAKING AGAIN");
        Assert.Equal(("running café", "machine trouble"), (room.Known("customer_type"), room.Known("pain_points")));

        room.Say("the steam wand is dead as well, I'm pouring filter from a flask");
        Assert.Null(room.Known("coffee"));
        Assert.Equal("existing", room.Dialogue.CustomerType);
    }

    [Fact]
    public void Who_has_told_a_number_is_not_asked_for_one()
    {
        var reply = new Salesroom(Shipped.Cafe).After("hello, Sanjay here, 98111 22233").Say("our machine just died in the middle of the rush");

        Assert.NotNull(reply.Handoff);
        Assert.DoesNotContain("?", reply.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_about_to_buy_tells_of_trouble_as_a_reason()
    {
        var room = new Salesroom(Shipped.Cafe).After("I have a cafe in Pune, 200 cups a day", "we want to change by january");
        Assert.Equal(DialogueStage.IntentConfirmed, room.Dialogue.Stage);

        Assert.Null(room.Say("the machine is leaking since morning").Handoff);
    }

    [Theory]
    [InlineData("real-estate", "Hello, we purchased from you in March, 3BHK in Thanisandra, unit B-1104")]
    [InlineData("cafe", "hi, we bought our machine from you in june")]
    [InlineData("b2b", "we're on your paid plan already, 12 people since last year")]
    [InlineData("real-estate", "I bought in Business Bay through your office in March, 1.9 million")]
    [InlineData("cafe", "you have been delivering here since 2023, 200 cups a day")]
    [InlineData("cafe", "we always pay you promptly, on the 1st")]
    public void What_they_have_from_us_already_is_no_wish(string playbook, string text)
    {
        var room = new Salesroom(Shipped.Playbooks[playbook]);

        var reply = room.Say(text);

        Assert.DoesNotContain(room.Facts, fact => fact.Field != "customer_type");
        Assert.DoesNotContain(reply.Rules, rule => rule.Name.StartsWith("ask:", StringComparison.Ordinal));
        Assert.StartsWith("Service", room.Say("this is pathetic service, you people are useless!!").Handoff?.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("real-estate", "we bought from you in March and want another 3BHK in Thanisandra now", FactFields.Beds)]
    [InlineData("real-estate", "can a 3BHK be bought from you on instalments?", FactFields.Beds)]
    [InlineData("b2b", "we'd like to be on your paid plan, 12 people", "team_size")]
    public void Who_wants_more_is_sold_to(string playbook, string text, string field)
    {
        var room = new Salesroom(Shipped.Playbooks[playbook]);
        room.Say(text);

        Assert.Contains(room.Facts, fact => fact.Field == field);
    }

    [Theory]
    [InlineData("real-estate", "Is this a person?", "Then get me one. It's about a 2 bed in JLT", true)]
    [InlineData("b2b", "hello", "you have person i can talk? i am not good in typing", true)]
    [InlineData("cafe", "are you a robot?", "I want one please", true)]
    [InlineData("real-estate", "is there a villa in JVC?", "Then get me one", false)]
    [InlineData("b2b", "are you a robot?", "fine, I need no person", false)]
    public void Who_plainly_asks_for_a_person_gets_one(string playbook, string first, string second, bool handsOver) =>
        Assert.Equal(handsOver, new Salesroom(Shipped.Playbooks[playbook]).After(first).Say(second).Handoff is not null);

    [Fact]
    public void Another_agents_hand_over_regrets_it_too()
    {
        var room = new Salesroom(Shipped.Cafe);
        room.Say("wrong beans delivered");

        Assert.Contains("sorry", Planner.HandOver(room.Last.Turn, room.Findings, "Service").Reply, StringComparison.OrdinalIgnoreCase);
    }
}
