using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>What somebody takes back or puts right, in the same message or in a later one, beside what only looks like it.</summary>
public sealed class NeedsTakenBackTests
{
    [Theory]
    [InlineData("a balcony is a must, couldn't care less about a pool", "balcony")]
    [InlineData("balcony yes, I don't really care about a gym", "balcony")]
    [InlineData("pool and gym please. hmm, forget the pool", "gym")]
    [InlineData("a garden, a pool. Actually cancel the garden", "pool")]
    [InlineData("pool, parking, gym. no wait, leave the pool out", "parking, gym")]
    [InlineData("gym and pool. pool vendam", "gym")]
    [InlineData("gym, pool... pool nahi chahiye", "gym")]
    [InlineData("parking for sure. A garden we can do without", "parking")]
    [InlineData("balcony instead of the garden", "balcony")]
    [InlineData("parking and a balcony, the garden can go", "parking, balcony")]
    [InlineData("who needs a concierge, give me parking", "parking")]
    [InlineData("no use for a gym, but power backup is a must", "power backup")]
    [InlineData("don't need a fancy gym, only parking", "parking")]
    [InlineData("what we don't need is a pool. Parking yes", "parking")]
    [InlineData("a garden would be nice, the pool is out of order anyway", "garden, pool")]
    [InlineData("please don't forget the pool", null)]
    [InlineData("we need power backup, tired of power cuts", "power backup")]
    [InlineData("a pool, and we could also use a gym", "pool, gym")]
    public void A_wish_that_is_taken_back_is_none(string text, string? features)
    {
        if (features is not null)
            Assert.Equal(features.Split(", "), Said.RealEstate(text).Find(FactFields.Features)?.Value.Items);
    }

    [Theory]
    [InlineData("make it a townhouse instead of the villa, the villas are too much upkeep", "townhouse")]
    [InlineData("don't need a built house, just a plot", "plot")]
    [InlineData("What we don't want is a flat. A villa please", "villa")]
    [InlineData("tired of flats, we want a villa", "villa")]
    [InlineData("a villa. no wait, a townhouse", "townhouse")]
    [InlineData("flat, or a penthouse. On second thought, a villa", "villa")]
    [InlineData("a villa or a townhouse", "villa townhouse")]
    [InlineData("a villa, no problem with the budget, or a townhouse", "villa townhouse")]
    [InlineData("what we want is a flat", "apartment")]
    [InlineData("don't show me other villas, only flats", "apartment")]
    [InlineData("I don't want to see any villas, a flat please", "apartment")]
    public void The_type_that_is_meant_in_the_end_counts(string text, string types) => Assert.Equal(types.Split(' '), Said.RealEstate(text).Find(FactFields.PropertyType)?.Value.Items);

    [Theory]
    [InlineData("for investment... no, we talked again, we'll live in it ourselves", "live")]
    [InlineData("to live in. Wait, no: to rent out", "invest")]
    [InlineData("for investment, no rush", "invest")]
    [InlineData("investment, can't wait to live there later", "invest")]
    public void The_purpose_that_is_meant_in_the_end_counts(string text, string purpose) => Assert.Equal(purpose, Said.RealEstate(text).Find(FactFields.Purpose)?.Value.Text);

    [Theory]
    [InlineData("jp nagar or jayanagar. and leave out jayanagar, no parking there", "JP Nagar")]
    [InlineData("Hebbal, Jayanagar. no wait, cancel Hebbal", "Jayanagar")]
    [InlineData("Whitefield or Hebbal. Not interested in Hebbal any more", "Whitefield")]
    [InlineData("jp nagar or jayanagar. no wait make that 3bhk", "JP Nagar|Jayanagar")]
    [InlineData("Whitefield, no wait, Hebbal", "Hebbal")]
    public void A_place_that_is_taken_back_is_none(string text, string areas) => Assert.Equal(areas.Split('|'), Said.RealEstate(text).Find(FactFields.Areas)?.Value.Items);

    [Theory]
    [InlineData("And Basavanagudi only, her sister lives there", "Basavanagudi")]
    [InlineData("just Basavanagudi then", "Basavanagudi")]
    [InlineData("Jayanagar we can drop", "Basavanagudi")]
    [InlineData("leave out Jayanagar please", "Basavanagudi")]
    public void Of_places_that_are_known_those_that_remain_count(string text, string area)
    {
        var understood = With(Shipped.RealEstate, FactFields.Areas, ["Jayanagar", "Basavanagudi"], text);
        var known = Said.Known(FactFields.Areas, new(Items: ["Jayanagar", "Basavanagudi"]), "Jayanagar or Basavanagudi");
        var merged = FactMerge.Merge([known], understood.ToFacts(Guid.Empty, Said.Now), understood.Has(Cues.Correction));
        Assert.Equal([area], merged.All.Single(fact => fact.Field == FactFields.Areas).Value.Items);
    }

    [Theory]
    [InlineData("Sorry, cancel the cold brew", "filter coffee")]
    [InlineData("the cold brew can go", "filter coffee")]
    [InlineData("cold brew vendam sir", "filter coffee")]
    [InlineData("leave the cold brew out, and decaf please", "filter coffee, decaf")]
    [InlineData("nobody drinks cold brew here", "filter coffee, cold brew")]
    [InlineData("is the cold brew out of stock?", "filter coffee, cold brew")]
    public void What_is_taken_back_later_is_no_wish_any_more(string text, string coffee)
    {
        var understood = With(Shipped.Cafe, "coffee", ["filter coffee", "cold brew"], text);
        var known = Said.Known("coffee", new(Items: ["filter coffee", "cold brew"]), "filter coffee, cold brew");
        var merged = FactMerge.Merge([known], understood.ToFacts(Guid.Empty, Said.Now), understood.Has(Cues.Correction));
        Assert.Equal(coffee.Split(", "), merged.All.Single(fact => fact.Field == "coffee").Value.Items);
    }

    [Theory]
    [InlineData("coffee", "cold brew and filter. hmm no forget the filter, cold brew and decaf", "cold brew, decaf")]
    [InlineData("coffee", "filter coffee mattum podhum sir, espresso ellam vendam", "filter coffee")]
    [InlineData("coffee", "just for home, I have a moka pot and an aeropress. something single origin", "single origin")]
    [InlineData("equipment", "no equipment needed, we have a good 2 group and grinders", "no equipment")]
    [InlineData("equipment", "we have a two group machine but need a grinder", "grinder")]
    [InlineData("equipment", "we have to buy a machine and a grinder", "espresso machine, grinder")]
    [InlineData("equipment", "we have space for a 2 group", "espresso machine")]
    [InlineData("equipment", "a machine and a grinder. no, only the grinder", "grinder")]
    [InlineData("equipment", "the complete set-up, from the machine to the cups", "full set-up")]
    public void What_a_cafe_wants_in_the_end_counts(string field, string text, string items) => Assert.Equal(items.Split(", "), Said.In(Shipped.Cafe, text).Find(field)?.Value.Items);

    [Theory]
    [InlineData("we forget leads all the time", "follow-ups")]
    [InlineData("sick of missed leads", "lead capture")]
    [InlineData("lead scoring and a chatbot. forget the chatbot", "lead scoring")]
    public void What_hurts_a_team_is_not_taken_back(string text, string need) => Assert.Equal([need], Said.In(Shipped.B2b, text).Find("need")?.Value.Items);

    [Theory]
    [InlineData("fed up with late deliveries", "late deliveries")]
    [InlineData("we've had enough of late deliveries", "late deliveries")]
    public void What_hurts_a_cafe_is_not_taken_back(string text, string pain) => Assert.Equal([pain], Said.In(Shipped.Cafe, text).Find("pain_points")?.Value.Items);

    [Theory]
    [InlineData("I wrote that I decide alone, not quite right, my business partner and I decide such things together", "shares")]
    [InlineData("I decide alone. Sorry, no, my partner and I decide together", "shares")]
    [InlineData("I decide, nobody else", "decides")]
    public void Who_decides_in_the_end_counts(string text, string role) => Assert.Equal(role, Said.In(Shipped.B2b, text).Find("role")?.Value.Text);

    [Theory]
    [InlineData("flats that are ready to move only", true)]
    [InlineData("Ready to move only. Under construction we did once", true)]
    [InlineData("we're ready to move by June", false)]
    [InlineData("I am ready to move", false)]
    public void A_home_is_ready_and_not_its_buyer(string text, bool ready) =>
        Assert.Equal(ready, Said.RealEstate(text).Find(FactFields.Features)?.Value.Items?.Contains("ready to move") ?? false);

    [Theory]
    [InlineData("we're in a 2bhk now but with three kids we need a 4", "4 bed")]
    [InlineData("At our current house there are 5 bedrooms and 4 of them gather dust. This time two is plenty", "2 bed")]
    [InlineData("our present flat has 3 bedrooms, we need a 4 bedroom", "4 bed")]
    [InlineData("3 bedrooms, and we need a 2 car garage", "3 bed")]
    public void The_bedrooms_of_the_next_home_count(string text, string beds) => Assert.Equal(beds, Said.Display(FactFields.Beds, text));

    private static Understood With(Playbook playbook, string field, string[] items, string text) =>
        Language.Understand(text, playbook, DialogueState.Start, [Said.Known(field, new(Items: items), string.Join(", ", items))], Said.Now);
}
