using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Sizes, counts and houses in the orders in which people put them.</summary>
public sealed class NeedsFamilyTests
{
    [Theory]
    [InlineData("1800 sft plus", "at least 1,800 sq ft")]
    [InlineData("2,000+ sqft", "at least 2,000 sq ft")]
    [InlineData("1500 sq ft or more", "at least 1,500 sq ft")]
    [InlineData("not smaller than 1500 sqft", "at least 1,500 sq ft")]
    [InlineData("bigger than 1500 sqft", "at least 1,500 sq ft")]
    [InlineData("up to 2000 sq feet", "up to 2,000 sq ft")]
    [InlineData("1200 sqft max", "up to 1,200 sq ft")]
    public void A_size_is_bounded_before_and_behind(string text, string display) => Assert.Equal(display, Said.Display(FactFields.Size, text));

    [Theory]
    [InlineData("3bhk + study", "3 BHK")]
    [InlineData("3 BR + maid", "3 bed")]
    [InlineData("3bhk+", "3+ BHK")]
    [InlineData("min three rooms to sleep in", "3+ bed")]
    [InlineData("two sleeping rooms", "2 bed")]
    [InlineData("3 bedder please", "3 bed")]
    [InlineData("nothing smaller than 3 bedrooms", "3+ bed")]
    [InlineData("not less than 2 bhk", "2+ BHK")]
    [InlineData("two bed minimum three bed maximum", "2 or 3 bed")]
    [InlineData("3 bhk minimum", "3+ BHK")]
    [InlineData("max 3 bhk", "studio to 3 BHK")]
    public void A_plus_is_open_only_where_nothing_follows(string text, string display) => Assert.Equal(display, Said.Display(FactFields.Beds, text));

    [Theory]
    [InlineData("team size: 25", 25)]
    [InlineData("headcount 60", 60)]
    [InlineData("number of users is 12", 12)]
    [InlineData("sales team is 9 strong", 9)]
    [InlineData("version: 25", null)]
    [InlineData("seven reps, two managers", 9)]
    [InlineData("5 agents plus me", 6)]
    [InlineData("14 people, two managers", 14)]
    [InlineData("team isnt big. six", 6)]
    [InlineData("only me", 1)]
    [InlineData("just me and my partner", null)]
    [InlineData("the previous vendor had 40 people on our account", null)]
    public void A_count_may_follow_its_name(string text, int? people) => Assert.Equal(people, In("b2b", text).Find("team_size")?.Value.Min);

    [Theory]
    [InlineData("company name: Acme Traders", "Acme Traders")]
    [InlineData("our company, Acme Traders, sells pumps", "Acme Traders")]
    [InlineData("I run Acme Traders", "Acme Traders")]
    [InlineData("45 seats, ours is Bluepine Realty", "Bluepine Realty")]
    [InlineData("I run a small team", null)]
    [InlineData("i'm with Blue Pelican Analytics, 40 seats", "Blue Pelican Analytics")]
    [InlineData("I am with Orbit Reports, we lose leads", "Orbit Reports")]
    public void A_company_is_read_where_it_is_named(string text, string? company) => Assert.Equal(company, In("b2b", text).Find(FactFields.Company)?.Display);

    [Theory]
    [InlineData("real-estate", "features", "pool not required, gym is not needed")]
    [InlineData("real-estate", "features", "is there a pool in the other tower or only in yours")]
    [InlineData("real-estate", "features", "villas with a pool look nice on your instagram")]
    [InlineData("real-estate", "property_type", "villas with a pool look nice on your instagram")]
    [InlineData("cafe", "coffee", "cold brew we don't do, decaf neither")]
    [InlineData("cafe", "pain_points", "costs are fine, taste is fine")]
    public void What_is_named_without_being_wished_is_no_need(string playbook, string field, string text) => Assert.Null(In(playbook, text).Find(field));

    [Theory]
    [InlineData("real-estate", "features", "a pool is needed, do you have that in the other tower?")]
    [InlineData("real-estate", "features", "saw your instagram, we want a pool")]
    [InlineData("cafe", "coffee", "we don't do filter, decaf please")]
    [InlineData("cafe", "pain_points", "costs are too high")]
    [InlineData("b2b", "current_tool", "everything lives in google sheets")]
    [InlineData("cafe", "customer_type", "we've four outlets in Bengaluru")]
    public void What_is_wished_beside_it_is_one(string playbook, string field, string text) => Assert.NotNull(In(playbook, text).Find(field));

    private static Understood In(string playbook, string text) => Said.In(Shipped.Playbooks.All.First(one => one.Name == playbook), text);
}
