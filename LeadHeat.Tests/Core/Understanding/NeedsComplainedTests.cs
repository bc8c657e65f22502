using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Needs that are told by what goes wrong, without their words; and what sounds like it and is none.</summary>
public sealed class NeedsComplainedTests
{
    [Theory]
    [InlineData("quote requests from the site land in a shared mailbox, half of them nobody ever picks up", "lead capture")]
    [InlineData("every branch writes its enquiries in its own notebook", "lead capture")]
    [InlineData("leads sit in an inbox no one opens", "lead capture")]
    [InlineData("requests from the ads nobody reads", "lead capture")]
    [InlineData("I want to put all enquiries into one list", "lead capture")]
    [InlineData("our enquiries come in over five channels and get buried", "lead capture")]
    [InlineData("it has to nudge my guys on day 2 and day 5", "follow-ups")]
    [InlineData("they never try a customer twice", "follow-ups")]
    [InlineData("counsellor log dobara phone hi nahi karte, bachcha doosri jagah admission le leta hai", "follow-ups")]
    [InlineData("my reps never call anybody a second time", "follow-ups")]
    [InlineData("they send the quote and nobody rings again", "follow-ups")]
    [InlineData("one call and then the boys give up", "follow-ups")]
    [InlineData("customers wait three days for an answer", "follow-ups")]
    [InlineData("aur site pe raat ko bhi koi parents se baat kare, chat wala, woh bhi chahiye", "chat on the website")]
    [InlineData("something that answers visitors on the site at night", "chat on the website")]
    [InlineData("on our website people ask things at midnight and nobody answers them", "chat on the website")]
    [InlineData("I want the system to tell us who will really sign so my boys call him first", "lead scoring")]
    [InlineData("most of them are tourists, we need the serious ones first", "lead scoring")]
    [InlineData("we waste hours with people who never buy, just junk", "lead scoring")]
    [InlineData("separate the serious ones from the timewasters", "lead scoring")]
    [InlineData("It must exchange data with our SAP, otherwise our IT says no", "integrations")]
    [InlineData("we have Zoho since 2 years and we keep it, so yours must connect to it", "integrations")]
    [InlineData("it has to speak to our ERP", "integrations")]
    [InlineData("the tool should sync with Tally", "integrations")]
    public void A_business_tells_its_need_by_its_trouble(string text, string need) => Assert.Contains(need, Items(Shipped.B2b, "need", text));

    [Theory]
    [InlineData("my mailbox is full, write to my other address")]
    [InlineData("nobody told me that there is a demo")]
    [InlineData("please never call me twice a day")]
    [InlineData("I called you twice and nobody answered")]
    [InlineData("who decides? our director signs")]
    [InlineData("do you exchange data with SAP?")]
    [InlineData("we are 40 people, most are students")]
    [InlineData("what happens with our data when we leave?")]
    [InlineData("remind me on Monday")]
    [InlineData("who will sign the contract on your side?")]
    public void What_is_no_trouble_of_theirs_is_no_need(string text) => Assert.Empty(Items(Shipped.B2b, "need", text));

    [Theory]
    [InlineData("MACHINE NOT HEATING", "machine trouble")]
    [InlineData("the boiler doesn't get hot any more", "machine trouble")]
    [InlineData("our grinder is making a terrible noise", "machine trouble")]
    [InlineData("the machine shows error E04", "machine trouble")]
    [InlineData("machine garam nahi ho rahi", "machine trouble")]
    [InlineData("the pump isn't building pressure", "machine trouble")]
    [InlineData("every second week the technician is here", "machine trouble")]
    [InlineData("the machine takes forever to be ready in the morning", "machine trouble")]
    [InlineData("we ran out of beans again waiting for the roaster", "late deliveries")]
    [InlineData("beans come two days late every week", "late deliveries")]
    [InlineData("the shots are different every day", "inconsistent taste")]
    [InlineData("our boys can't steam milk", "staff skills")]
    public void A_cafe_tells_its_pain_by_what_happens(string text, string pain) => Assert.Contains(pain, Items(Shipped.Cafe, "pain_points", "we run a café. " + text));

    [Theory]
    [InlineData("how hot does the boiler get?")]
    [InlineData("does the machine show errors on a screen?")]
    [InlineData("is a day late a problem for orders?")]
    [InlineData("we'd like different coffees")]
    public void What_is_only_asked_is_no_pain(string text) => Assert.Empty(Items(Shipped.Cafe, "pain_points", "we run a café. " + text));

    [Theory]
    [InlineData("its only me, my flat and my aeropress lol", "casual")]
    [InlineData("just me and my moka pot", "casual")]
    [InlineData("heyy do u sell to normal people. i need 250 g at a time", "casual")]
    [InlineData("i have rented one shop in Sharjah near the university, it will be coffee place inshallah, now still empty", "new")]
    [InlineData("found a space, it is still bare, will be a small coffee bar", "new")]
    public void Who_writes_is_told_by_what_he_has(string text, string type) => Assert.Equal(type, Said.In(Shipped.Cafe, text).Find("customer_type")?.Value.Text);

    [Theory]
    [InlineData("my cousin paid 1.9cr for her 3bhk in sarjapur road last yr")]
    [InlineData("my friend bought his 3bhk in hebbal for 2 cr")]
    [InlineData("our neighbours got 2.1 crore for their 4bhk in whitefield")]
    [InlineData("my brother owns a flat in JP Nagar")]
    [InlineData("my colleague lives in Hebbal and pays 40k")]
    public void What_friends_paid_for_is_no_wish(string text)
    {
        var found = Said.RealEstate(text);
        Assert.Null(found.Find(FactFields.Beds));
        Assert.Null(found.Find(FactFields.Areas));
        Assert.Null(found.Find(FactFields.Budget));
    }

    [Theory]
    [InlineData("my brother owns a flat in JP Nagar, we want to be near him", "JP Nagar")]
    [InlineData("my friend has bought in Jumeirah Village Circle. For me the same", "Jumeirah Village Circle")]
    [InlineData("my brother and I want a flat in Hebbal", "Hebbal")]
    [InlineData("my sister needs a flat in Hebbal", "Hebbal")]
    public void What_is_wanted_beside_them_is(string text, string areas) => Assert.Equal(areas, Said.Display(FactFields.Areas, text));

    [Theory]
    [InlineData("looking for a site", "property_type", "plot")]
    [InlineData("need some corner site in Hebbal", "property_type", "plot")]
    [InlineData("site chahiye, 30x40", "property_type", "plot")]
    public void A_site_to_build_on_is_a_plot(string text, string field, string type) => Assert.Contains(type, Items(Shipped.RealEstate, field, text));

    [Theory]
    [InlineData("can I have a site visit on Saturday?")]
    [InlineData("saw it on your site")]
    [InlineData("I am at the site now")]
    public void Another_site_is_none(string text) => Assert.Empty(Items(Shipped.RealEstate, "property_type", text));

    [Theory]
    [InlineData("we will build own house and stay there. nothing to resell", "purpose", "live")]
    [InlineData("we want to stay there ourselves, not to resell", "purpose", "live")]
    [InlineData("I want put some money in a property in Dubai, not for me to live", "purpose", "invest")]
    [InlineData("want to put my savings into a flat", "purpose", "invest")]
    [InlineData("I have 250 thousand dollars, they are on my account, I don't need the bank", "preapproved", "cash")]
    [InlineData("the money is in my account", "preapproved", "cash")]
    [InlineData("no bank needed", "preapproved", "cash")]
    public void What_for_and_how_it_is_paid_is_told_roundabout(string text, string field, string value) => Assert.Equal(value, Said.RealEstate(text).Find(field)?.Value.Text);

    [Theory]
    [InlineData("I need the bank for it", "preapproved", "cash")]
    [InlineData("don't put me on a list", "purpose", "invest")]
    [InlineData("is the bank account needed for the booking?", "preapproved", "cash")]
    public void What_only_sounds_like_it_is_not(string text, string field, string value) => Assert.NotEqual(value, Said.RealEstate(text).Find(field)?.Value.Text);

    [Theory]
    [InlineData("200 cup in one day. no no let me be realistic, 150", 150)]
    [InlineData("300 cups a day, actually no, 250", 250)]
    [InlineData("100 cups. sorry no, 80", 80)]
    [InlineData("200 cups a day, no wait, we open at 8", 200)]
    public void The_number_after_second_thoughts_counts(string text, int cups) => Assert.Equal(cups, Said.In(Shipped.Cafe, text).Find("volume")?.Value.Min);

    [Theory]
    [InlineData("6 in sales. workshop is 14 but they don't need it", 6)]
    [InlineData("we have 12 on the phones", 12)]
    [InlineData("9 in the field", 9)]
    public void Those_who_sell_are_the_team(string text, int people) => Assert.Equal(people, Said.In(Shipped.B2b, text).Find("team_size")?.Value.Min);

    [Theory]
    [InlineData("so give me espresso machine and grinder. no leave the grinder, my brother has good one from his old restaurant", "espresso machine")]
    [InlineData("machine and grinder. ok skip the grinder", "espresso machine")]
    [InlineData("a grinder and a machine. leave the machine, we have one", "grinder")]
    public void What_is_left_out_after_all_is_not_wanted(string text, string equipment) => Assert.Equal([equipment], Items(Shipped.Cafe, "equipment", "we open a new cafe. " + text));

    [Theory]
    [InlineData("somebody should talk to our visitors at night")]
    [InlineData("site pe koi parents se baat kare")]
    [InlineData("we need someone who answers our customers on weekends, a bot")]
    public void Who_is_to_talk_to_their_customers_is_no_person_of_ours(string text) => Assert.False(Said.In(Shipped.B2b, text).AsksForHuman);

    private static IReadOnlyList<string> Items(Playbook playbook, string field, string text) => Said.In(playbook, text).Find(field)?.Value.Items ?? [];
}
