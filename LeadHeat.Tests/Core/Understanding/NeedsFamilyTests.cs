using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Sizes, counts and houses in the orders in which people put them.</summary>
public sealed class NeedsFamilyTests
{
    [Theory]
    [InlineData("1 and half crore")]
    [InlineData("budjet 1 and half million dirham")]
    [InlineData("2 cr")]
    [InlineData("what's the biggest one?")]
    [InlineData("is there a cheaper one")]
    public void An_amount_or_a_home_that_is_pointed_at_counts_no_bedrooms(string text) => Assert.Null(Said.RealEstate(text, FactFields.Beds).Find(FactFields.Beds));

    [Fact]
    public void An_amount_in_the_place_of_bedrooms_is_the_budget() => Assert.Equal("up to ₹1.5 Cr", Said.Display(FactFields.Budget, "1 and half crore", FactFields.Beds));

    [Theory]
    [InlineData("one", "1 bed")]
    [InlineData("just one please", "1 bed")]
    [InlineData("it's one", "1 bed")]
    [InlineData("two or three", "2 or 3 bed")]
    public void A_number_alone_answers_how_many_bedrooms(string text, string display) => Assert.Equal(display, Said.Display(FactFields.Beds, text, FactFields.Beds));

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

    [Theory]
    [InlineData("so right now we are in a 2bhk and it's too small, we need a three bedroom", "3 bed")]
    [InlineData("we live in a small 2bhk, want a 3bhk", "3 BHK")]
    [InlineData("abhi 2bhk mein rehte hain, 3bhk chahiye", "3 BHK")]
    [InlineData("our current 2bhk is too small, need 4 bhk", "4 BHK")]
    [InlineData("we want to live in a 2bhk", "2 BHK")]
    [InlineData("2bhk or 3bhk, we are in no hurry", "2 or 3 BHK")]
    [InlineData("we stay in a 2bhk", null)]
    public void The_home_that_somebody_has_is_no_wish(string text, string? display) => Assert.Equal(display, Said.Display(FactFields.Beds, text));

    [Theory]
    [InlineData("real-estate", "features", "swimming pool and gym compulsory, metro closeby is bonus", "pool,gym,near metro")]
    [InlineData("real-estate", "features", "ghar ke paas achha school hona chahiye", "near schools")]
    [InlineData("real-estate", "features", "we don't use pool or gym, a simple 2bhk is enough", null)]
    [InlineData("real-estate", "features", "don't need a gym or a pool", null)]
    [InlineData("real-estate", "features", "we use the gym a lot", "gym")]
    [InlineData("cafe", "pain_points", "supplier comes late each time and now he also became costly", "late deliveries,high costs")]
    [InlineData("cafe", "support", "want weekly deliveries without fail and somebody who services the machine", "regular deliveries,machine service")]
    [InlineData("cafe", "coffee", "single origin for pour overs, plus a decaf", "single origin,decaf")]
    [InlineData("cafe", "coffee", "single origin and pour overs", "single origin,filter coffee")]
    [InlineData("cafe", "equipment", "we've got a La Marzocco and two grinders already so no equipment from you", "no equipment")]
    [InlineData("cafe", "equipment", "we have the space and need two grinders", "grinder")]
    [InlineData("b2b", "need", "visitors leave our site without a word, put a chat on it", "chat on the website")]
    [InlineData("b2b", "need", "let's have a chat on it", null)]
    [InlineData("b2b", "need", "leads from the facebook ads just get lost, we need to capture them somewhere", "lead capture")]
    public void A_need_is_read_in_other_words(string playbook, string field, string text, string? values) =>
        Assert.Equal(values, In(playbook, text).Find(field)?.Value.Items is { } items ? string.Join(',', items) : null);

    [Theory]
    [InlineData("18 reps and everything is in excel, then we shout at each other", "excel")]
    [InlineData("all our leads are in Zoho", "Zoho")]
    [InlineData("please send the list in excel", null)]
    public void What_everything_is_in_is_used_today(string text, string? tool) => Assert.Equal(tool, In("b2b", text).Find("current_tool")?.Display);

    [Theory]
    [InlineData("is there any client of yours with 500 users on it, or are they all small", null)]
    [InlineData("do your customers have 40 users mostly", null)]
    [InlineData("we have many clients and 12 users", 12)]
    public void The_people_of_other_customers_are_not_counted(string text, int? people) => Assert.Equal(people, In("b2b", text).Find("team_size")?.Value.Min);
}
