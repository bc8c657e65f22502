using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>What others have, what was wished for before and what is cut or withdrawn, beside wishes that look like it.</summary>
public sealed class NeedsOfOthersTests
{
    [Theory]
    [InlineData("we have an old flat in Malleshwaram and will leave it", null)]
    [InlineData("ab apna ghar chahiye", null)]
    [InlineData("meri wife ka office Hebbal mein hai", null)]
    [InlineData("we have seen a flat in Malleshwaram and like the area", "Malleshwaram")]
    [InlineData("scratch Whitefield, only Hebbal", "Hebbal")]
    [InlineData("Whitefield khalas, now Hebbal", "Hebbal")]
    [InlineData("Whitefield hata do, Hebbal theek hai", "Hebbal")]
    public void A_place_that_is_left_or_cut_is_no_wish(string text, string? areas) => Assert.Equal(areas, Said.Display(FactFields.Areas, text));

    [Theory]
    [InlineData("Pool and gym and all that we will never use", null)]
    [InlineData("we want a pool and a gym that we will use every day", "pool, gym")]
    public void What_nobody_will_use_is_not_wished(string text, string? features) => Assert.Equal(features, Said.Display(FactFields.Features, text));

    [Theory]
    [InlineData("there are 6 cafés on our street alone, competition is crazy", null)]
    [InlineData("the chain next door has 12 outlets", null)]
    [InlineData("my friend runs 4 cafes and he recommended you", null)]
    [InlineData("Starbucks has 400 stores here, how can I compete", null)]
    [InlineData("do you have customers with 10 outlets?", null)]
    [InlineData("you supply 30 outlets in Pune, right?", null)]
    [InlineData("we have 4 outlets", 4)]
    [InlineData("my friend and I run 3 cafes", 3)]
    [InlineData("4 outlets, one of them in Goa", 4)]
    [InlineData("can you supply 4 outlets?", 4)]
    [InlineData("I said 4 outlets, sorry, one closed in June so it's 3 now", 3)]
    [InlineData("we had 3 outlets, now it's 5", 5)]
    [InlineData("5 cafes, well 4 since we closed one", 4)]
    public void The_outlets_that_the_visitor_runs_now_count(string text, int? outlets) => Assert.Equal(outlets, Count(Shipped.Cafe, "locations", text));

    [Theory]
    [InlineData("we're 10 in the team... wait, two left last month, so 8", 8)]
    [InlineData("we are 12 people, 2 more join in May so make it 14", 14)]
    [InlineData("earlier it was 20 seats, now 25", 25)]
    [InlineData("8 reps but three are leaving so only 5", 5)]
    [InlineData("team me 14 log hain, nahi 15", 15)]
    [InlineData("40 people will use it. Sorry, I stand corrected, six of them are now with the other plant and will not be on it, so 34", 34)]
    [InlineData("we're 10 in the team, so 2 demos would be fine", 10)]
    [InlineData("my friend's company has 200 employees and uses it", null)]
    [InlineData("our client has 3000 users", null)]
    [InlineData("our company has 200 employees", 200)]
    public void The_people_that_there_are_now_count(string text, int? people) => Assert.Equal(people, Count(Shipped.B2b, "team_size", text));

    [Theory]
    [InlineData("My sister bought a 3 bedroom from you last year", null)]
    [InlineData("bhai ne 3bhk liya tha aapse", null)]
    [InlineData("humare paas abhi 2bhk hai", null)]
    [InlineData("I own a 2bhk in Hebbal already", null)]
    [InlineData("my brother's 3bhk in JP Nagar has cracks in the wall", null)]
    [InlineData("something like my brother's 3bhk", "3 BHK")]
    [InlineData("stop sending me studios", null)]
    [InlineData("my sister and I want a 3 bedroom", "3 bed")]
    [InlineData("we told you two bedrooms last week but now my mother is moving in so please make it three", "3 bed")]
    [InlineData("I had asked for 2 bhk, but we need 3 now", "3 bed")]
    [InlineData("earlier 2bhk bola tha, ab 3bhk chahiye", "3 BHK")]
    [InlineData("4bhk is too much, 3 is enough", "3 bed")]
    [InlineData("3 bedrooms minimum, 4 would be fine too", "3 or 4 bed")]
    [InlineData("minimum 3bhk, 4 also ok", "3 or 4 bed")]
    [InlineData("2bhk, no wait, make it 3", "3 bed")]
    [InlineData("I have said 2 bedrooms. Why do you show me studios??", "2 bed")]
    public void The_bedrooms_that_are_wished_for_now_count(string text, string? display) => Assert.Equal(display, Said.Display(FactFields.Beds, text));

    [Theory]
    [InlineData("between fourteen hundred and sixteen hundred square feet", "1,400 to 1,600 sq ft")]
    [InlineData("between twelve and fifteen hundred square feet", "1,200 to 1,500 sq ft")]
    [InlineData("two thousand four hundred sqft plot", "about 2,400 sq ft")]
    [InlineData("between twelve and fifteen sqm", "12 to 15 m²")]
    [InlineData("approx 140 sqm plus terrace", "about 140 m²")]
    public void A_size_is_read_in_words(string text, string display) => Assert.Equal(display, Said.Display(FactFields.Size, text));

    [Theory]
    [InlineData("need a plot around 2400 sqft. dont send me flats again", "plot")]
    [InlineData("don't send villas, only apartments", "apartment")]
    [InlineData("no more flats please. plot only", "plot")]
    [InlineData("why do you send me villas, I asked for a flat", "apartment")]
    [InlineData("why don't you show me villas", "villa")]
    [InlineData("you did not send me any flats", "apartment")]
    public void What_is_not_to_be_shown_is_no_wish(string text, string type) => Assert.Equal([type], Said.RealEstate(text).Find(FactFields.PropertyType)?.Value.Items);

    [Theory]
    [InlineData("Actually scratch the garden, wife says too much work. A balcony will do", "balcony")]
    [InlineData("drop the garden, keep the parking", "parking")]
    [InlineData("leave out the balcony. parking is a must", "parking")]
    public void What_is_cut_is_no_wish(string text, string feature) => Assert.Equal([feature], Said.RealEstate(text).Find(FactFields.Features)?.Value.Items);

    [Theory]
    [InlineData("east facing 3bhk vastu compliant", null)]
    [InlineData("furnished 2 bed rent in vartur", "Varthur")]
    public void What_a_home_is_like_is_no_place(string text, string? area) => Assert.Equal(area, Said.Display(FactFields.Areas, text));

    [Theory]
    [InlineData("no longer on Salesforce, we've been using Pipedrive since March", "Pipedrive")]
    [InlineData("we don't use Zoho any more, we use HubSpot", "HubSpot")]
    [InlineData("sab Excel me hai, 8 log hain", "Excel")]
    [InlineData("abhi to hum Zoho use karte hain, team me 14 log hain", "Zoho")]
    public void The_tool_in_use_now_counts(string text, string tool) => Assert.Equal(tool, Said.In(Shipped.B2b, text).Find("current_tool")?.Value.Text);

    [Theory]
    [InlineData("a friend at Delta Foods told me about you", null)]
    [InlineData("my wife works at Infosys and told me about this", null)]
    [InlineData("heard about you from Delta Foods", null)]
    [InlineData("an old friend of mine at Gulf Trading LLC told me", null)]
    [InlineData("I work at Gulf Trading LLC", "Gulf Trading LLC")]
    [InlineData("I'm at Delta Foods, head of sales", "Delta Foods")]
    [InlineData("hi from Delta Foods", "Delta Foods")]
    public void A_house_of_somebody_else_is_not_the_visitors(string text, string? company) => Assert.Equal(company, Said.In(Shipped.B2b, text).Find(FactFields.Company)?.Value.Text);

    private static decimal? Count(Playbook playbook, string field, string text) => Said.In(playbook, text).Find(field)?.Value.Min;
}
