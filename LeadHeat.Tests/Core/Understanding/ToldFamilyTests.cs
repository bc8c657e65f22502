using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>What is only told, beside what is wished: the home of now, what was sent, what others do, what is an example.</summary>
public sealed class ToldFamilyTests
{
    [Theory]
    [InlineData("now we are in a rented place in Banaswadi", null)]
    [InlineData("hum abhi Marathahalli mein rehte hain, Varthur mein lena hai", "Varthur")]
    [InlineData("abhi hum Banaswadi mein kiraye pe hain", null)]
    [InlineData("fed up of paying rent at Al Nahda, want our own 2 bed in Mirdif", "Mirdif")]
    [InlineData("current rental is in Bellandur, want to move to HSR", "HSR Layout")]
    [InlineData("my landlord in Al Barsha is throwing us out", null)]
    [InlineData("looking for a rented place in Banaswadi", "Banaswadi")]
    [InlineData("flat on rent in Indiranagar chahiye", "Indiranagar")]
    [InlineData("want to buy a flat to rent out in JVC", "Jumeirah Village Circle")]
    [InlineData("rent around 120k a year in jlt", "Jumeirah Lake Towers")]
    public void Where_a_home_is_rented_now_is_no_wish(string text, string? areas) => Assert.Equal(areas, Said.Display(FactFields.Areas, text));

    [Theory]
    [InlineData("I asked for a 2 bedroom in Business Bay, I was sent three studios in Deira", "Business Bay", "2 bed")]
    [InlineData("you people keep sending me 1 bhk in Electronic City, I told 3 bhk in Hebbal", "Hebbal", "3 BHK")]
    [InlineData("they showed us a 1 bed in Marina when we clearly asked for a 3 bed in Mudon", "Mudon", "3 bed")]
    [InlineData("why do I get 3 bhk flats in Whitefield when I said Hebbal?", "Hebbal", null)]
    [InlineData("you sent me a nice 2 bhk in Hebbal yesterday, is it still available?", "Hebbal", "2 BHK")]
    [InlineData("can you send me 2 bhk options in Whitefield?", "Whitefield", "2 BHK")]
    public void What_was_sent_is_not_what_was_asked_for(string text, string areas, string? beds) =>
        Assert.Equal((areas, beds), (Said.Display(FactFields.Areas, text), Said.Display(FactFields.Beds, text)));

    [Theory]
    [InlineData("saw your board near the Hebbal flyover", null)]
    [InlineData("is your office in Indiranagar?", null)]
    [InlineData("noticed your hoarding near Silk Board and I want a 2bhk in HSR", "HSR Layout")]
    [InlineData("looking for 2bhk near Hebbal flyover", "Hebbal")]
    public void Where_our_board_hangs_is_no_wish(string text, string? areas) => Assert.Equal(areas, Said.Display(FactFields.Areas, text));

    [Theory]
    [InlineData("Electronic City rehne do phir. plot Jigani ya Attibele mein chalega", "Jigani or Attibele")]
    [InlineData("Varthur jaane do, Bellandur ka dikhao", "Bellandur")]
    [InlineData("Whitefield chhodo, Hebbal dekhte hain", "Hebbal")]
    [InlineData("leave Marina, show me JLT", "Jumeirah Lake Towers")]
    [InlineData("Mudon has no metro so Al Furjan please", "Al Furjan")]
    [InlineData("Yelahanka doesn't have good schools so Sahakar Nagar", "Sahakar Nagar")]
    [InlineData("does Mudon have no metro?", "Mudon")]
    [InlineData("we want Hebbal, we leave in March", "Hebbal")]
    public void A_place_that_is_let_be_or_lacks_something_is_none(string text, string areas) => Assert.Equal(areas, Said.Display(FactFields.Areas, text));

    [Fact]
    public void Of_the_places_known_the_one_that_is_let_be_goes()
    {
        var known = Said.Known(FactFields.Areas, new(Items: ["Jumeirah Village Circle", "Al Furjan"]), "");

        var said = Language.Understand("the second then, JVC has no station", Shipped.RealEstate, LeadHeat.Core.Dialogue.DialogueState.Start, [known], Said.Now);

        Assert.Equal(["Al Furjan"], said.Find(FactFields.Areas)!.Value.Items!);
    }

    [Theory]
    [InlineData("cafe", "coffee", "nobody in Goa drinks only black single origin. So scrap that: house espresso blend, plus cold brew", "house espresso blend,cold brew")]
    [InlineData("cafe", "coffee", "V60 and these things no, my customer don't like", null)]
    [InlineData("cafe", "coffee", "I want only single origins", "single origin")]
    [InlineData("cafe", "equipment", "the people before me left a lovely La Marzocco behind so I don't need a machine, just a grinder", "grinder")]
    [InlineData("cafe", "equipment", "the old tenant left his machine, I only need a grinder", "grinder")]
    [InlineData("cafe", "equipment", "we need a machine, grinder we already have", "espresso machine")]
    [InlineData("cafe", "equipment", "machine wagairah kuch bhi nahi hai, poora setup chahiye", "full set-up")]
    [InlineData("cafe", "equipment", "shop is ready 15 september, everything should come before", null)]
    [InlineData("cafe", "equipment", "we need everything, we start from zero", "full set-up")]
    [InlineData("cafe", "equipment", "no machine needed, just your beans", "no equipment")]
    [InlineData("b2b", "need", "follow-ups get lost in WhatsApp groups", "follow-ups")]
    [InlineData("b2b", "need", "we want a whatsapp bot for our website", "chat on the website")]
    [InlineData("real-estate", "property_type", "looking for an independent house I don't want apartment at all", "independent house")]
    [InlineData("real-estate", "property_type", "apartment we don't want, only villa", "villa")]
    [InlineData("real-estate", "property_type", "you have sent me plots, I want a villa", "villa")]
    public void What_stands_there_already_or_is_for_others_is_no_need(string playbook, string field, string text, string? values) =>
        Assert.Equal(values, Said.In(Shipped.Playbooks[playbook], text).Find(field)?.Value.Items is { } items ? string.Join(',', items) : null);

    [Theory]
    [InlineData("real-estate", "I'm not a buyer, I'm writing a piece on what a 2 bhk flat in Hebbal for 60 lakhs costs to register")]
    [InlineData("real-estate", "say somebody takes a 2 bhk for 60 lakhs, just as an example, how much stamp duty is it?")]
    [InlineData("b2b", "I'm a journalist, what does it cost for 50 seats?")]
    [InlineData("b2b", "what would it cost for 15 users? only for my table, we're not buying anything")]
    public void Who_buys_nothing_wishes_for_nothing(string playbook, string text) => Assert.Empty(Said.In(Shipped.Playbooks[playbook], text).Values);

    [Theory]
    [InlineData("b2b", "we are not buying this month, maybe in March")]
    [InlineData("real-estate", "how much stamp duty do I pay? I'm looking for a 2 bhk")]
    [InlineData("b2b", "say a team of 20, what would it cost?")]
    public void Who_buys_later_or_asks_for_himself_does(string playbook, string text) => Assert.NotEmpty(Said.In(Shipped.Playbooks[playbook], text).Values);

    [Theory]
    [InlineData("one please", "1 bed")]
    [InlineData("somebody takes one for his mother", null)]
    [InlineData("I want one near a school", null)]
    public void One_may_be_a_home(string text, string? beds) => Assert.Equal(beds, Said.Display(FactFields.Beds, text, FactFields.Beds));
}
