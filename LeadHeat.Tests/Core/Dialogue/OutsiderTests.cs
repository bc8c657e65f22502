using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using Xunit;

namespace LeadHeat.Tests.Core.Dialogue;

/// <summary>Who seeks work with us, sells to us, studies or reports is no buyer: he is asked nothing, sold nothing, and told where to turn.</summary>
public sealed class OutsiderTests
{
    [Theory]
    [InlineData("real-estate", "job", "I have 4 years in property sales, any vacancy in your esteemed organisation?", "Present salary 8500 aed, I stay in Marina in 2 bedroom sharing, can join in 30 days")]
    [InlineData("cafe", "job", "hi, are you hiring baristas?", "I pull 200 cups a day at my present place, notice period is one month")]
    [InlineData("b2b", "job", "please find my resume attached", "I led a team of 12 people, salary 60k a month")]
    [InlineData("cafe", "seller", "Good day, we are manufacturer of paper cups and lids from Coimbatore", "we are supplying to 40 cafes, 2 million cups per month, price from Rs 1.15")]
    [InlineData("b2b", "seller", "noticed your site doesn't rank for half of what it should. We can fix that for you", "We've helped 120 firms get 3x the leads in 90 days, packages start at $799/mo")]
    [InlineData("real-estate", "seller", "we would like to supply you with the best furniture for your show flats", "our packages begin at 3 lakhs for a 2 bhk")]
    [InlineData("cafe", "study", "I am a student doing a project on speciality coffee", "for example a cafe of 100 cups a day, submission is on 4 december")]
    [InlineData("real-estate", "study", "this is for my mba thesis on Whitefield", "say a 2 bhk of 80 lakhs")]
    [InlineData("real-estate", "owner", "I want to sell my flat in Indiranagar", "it's a 3 bhk, 1650 sqft, I expect 2.4 cr")]
    [InlineData("real-estate", "owner", "can you sell our flat in Whitefield?", "2 bhk, bought in 2014")]
    [InlineData("real-estate", "owner", "looking to rent out my studio in JLT", "it's furnished, 65k a year")]
    [InlineData("real-estate", "owner", "what could I get for my 2 bed in JLT if I list it with you?", "it's on the 14th floor")]
    [InlineData("real-estate", "owner", "mera flat bechna hai Whitefield mein", "2 bhk hai, 90 lakh")]
    [InlineData("b2b", "press", "I am a reporter with the Deccan Courier", "a team of 15 with 20k a year, I was told, is usual")]
    public void Who_is_no_buyer_is_asked_nothing_and_told_where_to_turn(string playbook, string kind, string first, string second)
    {
        var room = new Salesroom(Shipped.Playbooks[playbook]);

        var reply = room.Say(first);
        Assert.Contains(reply.Rules, rule => rule.Name == "outsider:" + kind);
        Assert.Contains("colleague", reply.Reply, StringComparison.Ordinal);
        reply = room.Say(second);

        Assert.DoesNotContain(reply.Rules, rule => rule.Name.StartsWith("ask:", StringComparison.Ordinal) || rule.Name.StartsWith("coach:", StringComparison.Ordinal));
        Assert.Equal((DialogueStage.Exploring, 0, null), (reply.Dialogue.Stage, reply.Matches.Count, reply.Handoff));
        Assert.Empty(room.Facts);
    }

    [Theory]
    [InlineData("I want to rent a 1 bed in JLT for 80k a year", "100k?")]
    [InlineData("I'm a student looking for a studio to rent near the university", "so only sale?")]
    [InlineData("do you have flats to let in Marina?", "2 bedrooms, 9k a month")]
    [InlineData("2 bhk kiraye pe chahiye whitefield mein", "30k mahina")]
    public void Who_wants_to_rent_is_shown_and_asked_nothing_and_told_where_to_turn(string first, string second)
    {
        var room = new Salesroom(Shipped.RealEstate);

        var reply = room.Say(first);
        Assert.Contains(reply.Rules, rule => rule.Name == "outsider:tenant");
        Assert.Contains("colleague", reply.Reply, StringComparison.Ordinal);
        Assert.Empty(reply.Matches);
        reply = room.Say(second);

        Assert.DoesNotContain(reply.Rules, rule => rule.Name.StartsWith("ask:", StringComparison.Ordinal) || rule.Name.StartsWith("coach:", StringComparison.Ordinal));
        Assert.Equal((0, null), (reply.Matches.Count, reply.Handoff));
    }

    [Theory]
    [InlineData("real-estate", "I got a new job in Whitefield, need a 2 bhk flat")]
    [InlineData("real-estate", "is there a vacancy in the tower, a 2 bhk?")]
    [InlineData("real-estate", "I'm selling my flat in Indiranagar to buy a villa")]
    [InlineData("real-estate", "once we sell our house we need a 2 bhk flat")]
    [InlineData("real-estate", "what could I let my flat for, if I buy a 1 bed in JVC?")]
    [InlineData("real-estate", "what can I get for my budget of 1.2 cr, a flat in Whitefield?")]
    [InlineData("real-estate", "2 bed in JVC to rent out later")]
    [InlineData("real-estate", "we live on rent in Koramangala, looking for a 3 bhk")]
    [InlineData("real-estate", "tired of paying rent, want something of our own in HSR")]
    [InlineData("real-estate", "want to buy a flat and put it on rent")]
    [InlineData("real-estate", "how much rent can I get from a 2 bhk in hsr?")]
    [InlineData("real-estate", "my rental contract ends in June")]
    [InlineData("real-estate", "I am a journalist and want to buy a 2 bhk")]
    [InlineData("real-estate", "Good afternoon. I'm a dentist in Leeds and a colleague did well with two flats in Dubai, so I thought I'd ask")]
    [InlineData("real-estate", "my wife is a dentist, we have looked for somewhere near her clinic")]
    [InlineData("real-estate", "I run a hospital canteen in Whitefield and would like a villa")]
    [InlineData("real-estate", "is this the school side of JVC? 2 bed, 1.3m")]
    [InlineData("cafe", "we do manicure and coffee, a machine for 40 cups")]
    [InlineData("b2b", "dentists are our customers, 12 sales people")]
    [InlineData("cafe", "can you supply 40 kg a month to our cafes?")]
    [InlineData("cafe", "we're hiring baristas, can you train them?")]
    [InlineData("cafe", "do you supply paper cups and lids?")]
    [InlineData("b2b", "we are a marketing agency, we help brands grow, 12 people")]
    [InlineData("b2b", "our site doesn't convert, can your chat help?")]
    [InlineData("b2b", "we are a recruitment agency with 9 people who look for candidates")]
    [InlineData("b2b", "working on a project to replace our CRM")]
    public void A_customer_is_not_taken_for_one(string playbook, string text) =>
        Assert.DoesNotContain(new Salesroom(Shipped.Playbooks[playbook]).Say(text).Rules, rule => rule.Name.StartsWith("outsider:", StringComparison.Ordinal));

    [Theory]
    [InlineData("real-estate", "I need an appointment with the dentist tomorrow in Marina")]
    [InlineData("cafe", "table for two at eight please")]
    [InlineData("real-estate", "is this the hospital?")]
    [InlineData("b2b", "where is my pizza")]
    [InlineData("real-estate", "can I book a dentist for Monday")]
    public void Who_meant_another_house_is_told_so(string playbook, string text) =>
        Assert.Contains(new Salesroom(Shipped.Playbooks[playbook]).Say(text).Rules, rule => rule.Name == "outsider:astray");

    [Fact]
    public void Who_was_taken_for_a_stranger_is_a_customer_once_a_wish_is_told()
    {
        var room = new Salesroom(Shipped.RealEstate).After("is this the hospital?");

        var reply = room.Say("no? then a studio or a 1 bed in Business Bay, between £220k and £260k");

        Assert.DoesNotContain(reply.Rules, rule => rule.Name.StartsWith("outsider:", StringComparison.Ordinal));
        Assert.Contains(room.Facts, fact => fact.Field == FactFields.Budget);
    }

    [Fact]
    public void Who_wants_to_rent_after_all_is_told_that_the_homes_are_for_sale()
    {
        var reply = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield").Say("for rent please");

        Assert.Contains("for sale", reply.Reply, StringComparison.Ordinal);
        Assert.Empty(reply.Matches);
    }

    [Fact]
    public void His_name_and_how_to_reach_him_are_kept()
    {
        var room = new Salesroom(Shipped.RealEstate).After("are you hiring agents?");

        room.Say("my name is Joseph Kurian, joseph.kurian@mailpost.example, I want 11k aed in Dubai Marina");

        Assert.Equal([FactFields.Email, FactFields.Name], room.Facts.Select(fact => fact.Field).Order());
    }

    [Fact]
    public void Who_then_wants_a_home_is_a_buyer()
    {
        var room = new Salesroom(Shipped.RealEstate).After("are you hiring agents?");

        var reply = room.Say("ok. my brother and me, we need a 2 bhk flat in Whitefield too");

        Assert.DoesNotContain(reply.Rules, rule => rule.Name.StartsWith("outsider:", StringComparison.Ordinal));
        Assert.Contains(room.Facts, fact => fact.Field == FactFields.Beds);
    }

    [Fact]
    public void Who_is_on_the_way_to_buy_may_have_a_home_to_sell()
    {
        var room = new Salesroom(Shipped.RealEstate).After("a 3 bhk in Whitefield please");

        var reply = room.Say("I have to sell my flat in Indiranagar for it, so 2.2 cr at most");

        Assert.DoesNotContain(reply.Rules, rule => rule.Name.StartsWith("outsider:", StringComparison.Ordinal));
        Assert.Contains(room.Facts, fact => fact.Field == FactFields.Budget);
    }

    [Theory]
    [InlineData("real-estate", "2 bhk in Whitefield", "we finalised one already, through my co-brother. so no need of sending anymore details")]
    [InlineData("real-estate", "2 bhk in Whitefield, 1.5 cr, in march", "thanks, we've already bought a flat")]
    [InlineData("real-estate", "3 bhk in Whitefield", "we are no longer looking, sorry")]
    [InlineData("real-estate", "3 bhk in Whitefield", "we went with another broker in the end")]
    [InlineData("cafe", "we run 3 outlets, 200 cups a day", "we've gone with another roaster, thanks")]
    [InlineData("b2b", "a CRM for 12 people", "not looking any more, we signed with somebody else")]
    public void Who_has_found_already_is_no_lead_any_more(string playbook, string first, string found)
    {
        var room = new Salesroom(Shipped.Playbooks[playbook]).After(first);
        Assert.True(room.Dialogue.Stage > DialogueStage.Exploring);

        var reply = room.Say(found);

        Assert.Contains("outsider:settled", reply.Dialogue.Fired);
        Assert.Equal((DialogueStage.Exploring, null), (reply.Dialogue.Stage, reply.Handoff));
        reply = room.Say("your photos were very nice");
        Assert.DoesNotContain(reply.Rules, rule => rule.Name.StartsWith("ask:", StringComparison.Ordinal) || rule.Name.StartsWith("coach:", StringComparison.Ordinal));
        Assert.Equal(DialogueStage.Exploring, reply.Dialogue.Stage);
    }

    [Theory]
    [InlineData("real-estate", "we already bought a flat in Hebbal, now we want a villa")]
    [InlineData("real-estate", "I found one on your website that I like, the second tower")]
    [InlineData("real-estate", "we haven't bought anything yet")]
    [InlineData("real-estate", "we went with another broker last year, he cheated us. a 2 bhk please")]
    [InlineData("real-estate", "we already have a loan")]
    [InlineData("cafe", "we already bought the machine, only beans needed")]
    [InlineData("cafe", "we have already found a place and signed the lease")]
    [InlineData("b2b", "we went with Zoho and need something better")]
    public void Who_still_looks_is_a_lead(string playbook, string text) =>
        Assert.DoesNotContain(new Salesroom(Shipped.Playbooks[playbook]).Say(text).Rules, rule => rule.Name.StartsWith("outsider:", StringComparison.Ordinal));

    [Fact]
    public void What_a_student_asks_and_no_document_says_is_for_a_person() =>
        Assert.Equal(StateUpdate.AskedPerson, new Salesroom(Shipped.Cafe).After("I am a student doing a project on speciality coffee").Say("how many people work at your roastery?").Dialogue.LastAsked);
}
