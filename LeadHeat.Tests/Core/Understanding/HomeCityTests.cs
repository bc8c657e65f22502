using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Where a visitor's own business is decides what a bare amount and a national number mean, also where the business that is asked has no places of its own.</summary>
public sealed class HomeCityTests
{
    [Theory]
    [InlineData("cafe", "our café is in Business Bay, Dubai, not more than 3,000 a month, call 052 640 1187", "Dubai", "AED", "+971526401187")]
    [InlineData("cafe", "Opening a coffee shop in Abu Dhabi in March. Budget is 40,000, my number is 050 661 2384", "Abu Dhabi", "AED", "+971506612384")]
    [InlineData("b2b", "We're a Dubai based brokerage, budget up to 2,500 a month, reach me on 055 204 8816", "Dubai", "AED", "+971552048816")]
    [InlineData("b2b", "our office is in Sharjah. budget 9000 a year, whatsapp 0543318092", "Sharjah", "AED", "+971543318092")]
    [InlineData("cafe", "we run two outlets in the UAE, we spend max 5000 a month, budget 5000, phone 052 991 7403", "United Arab Emirates", "AED", "+971529917403")]
    [InlineData("cafe", "hamara cafe dubai mein hai, budget 3000 per month, call 0526401187", "Dubai", "AED", "+971526401187")]
    [InlineData("b2b", "our team is in Bengaluru, budget 50,000 a month, call 98450 12345", "Bangalore", "INR", "+919845012345")]
    [InlineData("b2b", "Location: Mumbai. Budget 40,000 a month, mobile 98201 14455", "Mumbai", "INR", "+919820114455")]
    [InlineData("cafe", "I'm from Dubai but our café is in Pune, budget of 30,000 a month, call 98450 12345", "Pune", "INR", "+919845012345")]
    [InlineData("cafe", "need a machine for a small café in London, budget 4,000, call me on 07400 123456", "London", "GBP", "+447400123456")]
    public void Own_city_decides_currency_and_number(string playbook, string text, string city, string currency, string phone)
    {
        var understood = Said.In(Shipped.Playbooks[playbook], text);

        Assert.Equal(city, understood.Find(FactFields.City)?.Value.Text);
        Assert.Equal(currency, understood.Find(FactFields.Budget)?.Value.Unit);
        Assert.Equal(phone, understood.Find(FactFields.Phone)?.Value.Text);
    }

    [Theory]
    [InlineData("cafe", "my supplier in Dubai charges too much, our budget is 3,000 a month")]
    [InlineData("cafe", "a friend's café in Dubai pays more, my budget is 3,000 a month")]
    [InlineData("cafe", "we saw a café in Abu Dhabi with your machine, our budget is 3,000 a month")]
    [InlineData("cafe", "do you have an office in Dubai? budget is 3,000 a month")]
    [InlineData("cafe", "We're not in Dubai. Our budget is 3,000 a month")]
    [InlineData("cafe", "I'm in Dubai till Friday, budget is 3,000 a month")]
    [InlineData("cafe", "we used to run a café in Dubai, now our budget is 3,000 a month")]
    [InlineData("cafe", "my brother opened a café in London, my budget is 3,000 a month")]
    [InlineData("cafe", "we have outlets in Dubai and Mumbai, budget is 3,000 a month")]
    [InlineData("cafe", "the café in Dubai is lovely. My budget is 3,000 a month")]
    [InlineData("cafe", "Do you get your beans from Dubai? My budget is 3,000 a month")]
    [InlineData("cafe", "We closed our Dubai outlet, my budget is 3,000 a month")]
    [InlineData("cafe", "Have an outlet in Dubai? My budget is 3,000 a month")]
    [InlineData("cafe", "we are looking for a company in Dubai that roasts, my budget is 3,000 a month")]
    [InlineData("b2b", "we work with an agency in Dubai, our budget is 3,000 a month")]
    [InlineData("b2b", "our biggest client is in Dubai, our budget is 3,000 a month")]
    [InlineData("b2b", "their head office is in London, our budget is 3,000 a month")]
    [InlineData("b2b", "we got a quote from a company in Bangalore, our budget is 3,000 a month")]
    [InlineData("b2b", "our leads come from Dubai mostly, our budget is 3,000 a month")]
    [InlineData("b2b", "our supplier is based out of Dubai, our budget is 3,000 a month")]
    [InlineData("b2b", "we moved out of Dubai, our budget is 3,000 a month")]
    [InlineData("b2b", "do you operate out of Dubai? our budget is 3,000 a month")]
    [InlineData("cafe", "we had two coffee bars in Dubai, our budget is 3,000 a month")]
    [InlineData("cafe", "my sister stays in Dubai, our budget is 3,000 a month")]
    [InlineData("cafe", "we stay in Dubai till Friday, our budget is 3,000 a month")]
    [InlineData("b2b", "I spoke to the Dubai office, our budget is 3,000 a month")]
    [InlineData("b2b", "I'm with a client's fit out firm in Dubai, our budget is 3,000 a month")]
    [InlineData("b2b", "we envy a fit out firm in Dubai, our budget is 3,000 a month")]
    [InlineData("b2b", "none of us in the company likes Dubai, our budget is 3,000 a month")]
    public void Places_of_others_say_nothing_of_the_visitors(string playbook, string text)
    {
        var understood = Said.In(Shipped.Playbooks[playbook], text);

        Assert.Null(understood.Find(FactFields.City));
        Assert.Equal(Shipped.Playbooks[playbook].Currency, understood.Find(FactFields.Budget)?.Value.Unit);
    }

    [Theory]
    [InlineData("cafe", "New café in Dubai, 120 cups a day", "Dubai")]
    [InlineData("cafe", "can you deliver to our coffee shop in Al Quoz, Dubai?", "Dubai")]
    [InlineData("cafe", "we are Bean & Bloom, a small café in Jumeirah 1, Dubai", "Dubai")]
    [InlineData("cafe", "our Dubai outlet needs beans", "Dubai")]
    [InlineData("cafe", "we moved to Abu Dhabi", "Abu Dhabi")]
    [InlineData("cafe", "in Dubai, UAE", "Dubai")]
    [InlineData("cafe", "Dubai mein apna cafe hai", "Dubai")]
    [InlineData("b2b", "i run a real estate company in downtown dubai", "Dubai")]
    [InlineData("b2b", "we're a 20-person agency in London", "London")]
    [InlineData("b2b", "We're based in Bangalore", "Bangalore")]
    [InlineData("b2b", "our agency is based out of Dubai", "Dubai")]
    [InlineData("b2b", "I'm based out of Sharjah", "Sharjah")]
    [InlineData("cafe", "we operate out of Abu Dhabi", "Abu Dhabi")]
    [InlineData("cafe", "we stay in Jayanagar, Bangalore", "Bangalore")]
    [InlineData("cafe", "my wife and I stay in Pune", "Pune")]
    [InlineData("cafe", "We've had three coffee bars in Bangalore since 2019", "Bangalore")]
    [InlineData("cafe", "I have had a bakery in Kochi for years", "Kochi")]
    [InlineData("b2b", "I look after the Dubai office of an insurance broker", "Dubai")]
    [InlineData("b2b", "we're the Mumbai office of a shipping line", "Mumbai")]
    [InlineData("b2b", "there are 20 of us in Dubai", "Dubai")]
    [InlineData("b2b", "I run an interior fit out firm based out of Dubai", "Dubai")]
    [InlineData("b2b", "we're a lettings agency in London", "London")]
    [InlineData("b2b", "we are a packaging machines company in Pune", "Pune")]
    public void Own_place_is_told_in_many_ways(string playbook, string text, string city) =>
        Assert.Equal(city, Said.In(Shipped.Playbooks[playbook], text).Find(FactFields.City)?.Value.Text);

    [Fact]
    public void Known_city_goes_on_to_decide()
    {
        var understood = Later(Shipped.Cafe, "not more than 3,000 a month, call 052 640 1187");

        Assert.Equal("AED", understood.Find(FactFields.Budget)?.Value.Unit);
        Assert.Equal("+971526401187", understood.Find(FactFields.Phone)?.Value.Text);
    }

    [Fact]
    public void City_is_heard_in_the_middle_of_a_complaint()
    {
        var room = new Dialogue.Salesroom(Shipped.Cafe).After("Our machine is dead again, the one you installed", "We're a café in Dubai, Al Barsha. I'm sending people away", "call me on 052 640 1187");

        Assert.Equal("Dubai", room.Known(FactFields.City));
        Assert.Equal("+971526401187", room.Facts.Single(fact => fact.Field == FactFields.Phone).Value.Text);
    }

    [Fact]
    public void Said_currency_outweighs_the_city() =>
        Assert.Equal("USD", Said.In(Shipped.Cafe, "our café is in Dubai, budget $3,000 a month").Find(FactFields.Budget)?.Value.Unit);

    [Fact]
    public void Country_of_the_known_city_does_not_replace_it() => Assert.Null(Later(Shipped.Cafe, "we are in the UAE").Find(FactFields.City));

    [Fact]
    public void All_names_are_read_in_any_case()
    {
        foreach (var city in Shipped.Cafe.HomeCities)
        {
            foreach (var name in city.Aliases.Prepend(city.Name))
            {
                Assert.Equal(city.Name, Said.In(Shipped.Cafe, $"our café is in {name}").Find(FactFields.City)?.Value.Text);
                Assert.Equal(city.Name, Said.In(Shipped.Cafe, $"our cafe is in {name.ToLowerInvariant()}").Find(FactFields.City)?.Value.Text);
            }
        }
    }

    [Fact]
    public void City_is_never_asked_for()
    {
        foreach (var playbook in (Playbook[])[Shipped.Cafe, Shipped.B2b])
        {
            var field = playbook.Field(FactFields.City)!;
            Assert.Empty(field.Ask);
            Assert.False(field.Required);
        }
    }

    private static Understood Later(Playbook playbook, string text) =>
        Language.Understand(text, playbook, DialogueState.Start, [Said.Known(FactFields.City, new(Text: "Dubai"), "Dubai")], Said.Now);
}
