using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>What voices that were missing among the cases taught: numbers in words, sarcasm, tools in use, what somebody had before.</summary>
public sealed class FreshVoicesTests
{
    private static readonly Playbook Cafe = Shipped.Playbooks["cafe"];
    private static readonly Playbook Business = Shipped.Playbooks["b2b"];

    [Theory]
    [InlineData("please do not send me anything above 80 lakhs", null, 8_000_000)]
    [InlineData("don't even show us flats costing over 2 crore", null, 20_000_000)]
    [InlineData("anything over 2 crore please", 20_000_000, null)]
    [InlineData("budget 85 to 95, in lakhs", 8_500_000, 9_500_000)]
    [InlineData("a hundred and fifty lakhs", null, 15_000_000)]
    [InlineData("max 750 alf dirham", null, 750_000)]
    public void Bounds_and_scales_may_stand_apart(string text, int? min, int? max)
    {
        var budget = Said.RealEstate(text).Find(FactFields.Budget)!.Value;

        Assert.Equal((min, max), ((int?)budget.Min, (int?)budget.Max));
    }

    [Theory]
    [InlineData("3 crore for a matchbox next to the highway. Are you joking?")]
    [InlineData("90 lakhs for a flat without parking, way too expensive")]
    public void A_price_that_is_complained_of_is_no_budget(string text) => Assert.Null(Said.RealEstate(text).Find(FactFields.Budget));

    [Theory]
    [InlineData("we do three hundred and twenty cups a day", "volume", 320)]
    [InlineData("one hundred and five cups", "volume", 105)]
    public void Numbers_in_words_are_read_whole(string text, string field, int count) => Assert.Equal(count, (int?)Said.In(Cafe, text).Find(field)?.Value.Min);

    [Theory]
    [InlineData("60 employees, of which 12 would use it", 12)]
    [InlineData("we are fifty people and about twenty of them sell", 20)]
    [InlineData("60 employees, of which 12 sit in Pune", 60)]
    [InlineData("20 users, 5 of them in Dubai", 20)]
    public void Of_a_team_those_count_who_would_use_it(string text, int users) => Assert.Equal(users, (int?)Said.In(Business, text).Find("team_size")?.Value.Min);

    [Theory]
    [InlineData("we manage everything in excel, using excel for years", "excel")]
    [InlineData("we want to replace Zoho CRM soon", "Zoho CRM")]
    [InlineData("does it integrate with Salesforce?", null)]
    [InlineData("we need something better than HubSpot", null)]
    public void A_tool_counts_where_it_is_used(string text, string? tool) => Assert.Equal(tool, Said.In(Business, text).Find("current_tool")?.Value.Text);

    [Theory]
    [InlineData("we live in a rented house and want an apartment", "apartment")]
    [InlineData("we sold our villa, now looking for a penthouse", "penthouse")]
    public void What_somebody_had_is_no_wish(string text, string type) => Assert.Equal([type], Said.RealEstate(text).Find(FactFields.PropertyType)!.Value.Items!);

    [Fact]
    public void A_negation_may_follow() => Assert.Equal(["filter coffee"], Said.In(Cafe, "filter coffee yes, cold brew no, customers are new", "coffee").Find("coffee")!.Value.Items!);

    [Fact]
    public void A_place_with_too_much_of_something_is_not_wanted() =>
        Assert.Equal(["Jumeirah Village Circle"], Said.RealEstate("JVC would be nice, Dubai Marina is too crowded").Find(FactFields.Areas)!.Value.Items!);

    [Theory]
    [InlineData("not before next diwali", 11)]
    [InlineData("after next diwali", 11)]
    public void The_next_feast_is_the_one_to_come(string text, int months) => Assert.Equal(months, (int?)Said.RealEstate(text).Find(FactFields.Timeline)?.Value.Min);

    [Fact]
    public void A_month_beside_a_calendar_is_when() => Assert.Equal(3, (int?)Said.RealEstate("🏠 2bhk 📍 Hebbal 🗓 feb").Find(FactFields.Timeline)?.Value.Min);

    [Fact]
    public void A_lower_budget_is_in_the_scale_of_the_known_one()
    {
        Fact[] known = [Said.Known(FactFields.Budget, new(Max: 20_000_000, Unit: "INR"), "up to ₹2 Cr")];
        decimal? In(string text) => Language.Understand(text, Shipped.RealEstate, DialogueState.Start, known, Said.Now).Find(FactFields.Budget)?.Value.Max;

        Assert.Equal(15_000_000, In("make the budget lower, 1.5"));
        Assert.Null(In("actually make it 3"));
    }

    [Fact]
    public void Only_one_area_takes_the_place_of_those_before()
    {
        Fact[] known = [Said.Known(FactFields.Areas, new(Items: ["Whitefield"]), "Whitefield")];

        Assert.True(Language.Understand("so only HSR", Shipped.RealEstate, DialogueState.Start, known, Said.Now).Cues.HasFlag(Cues.Correction));
    }

    [Theory]
    [InlineData("yousef", "Yousef")]
    [InlineData("price", null)]
    [InlineData("marina", null)]
    public void A_message_of_given_names_alone_is_a_name(string text, string? name) => Assert.Equal(name, Said.RealEstate(text).Find(FactFields.Name)?.Value.Text);
}
