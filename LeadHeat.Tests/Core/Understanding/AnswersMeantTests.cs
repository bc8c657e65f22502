using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Short answers that were read as something that nobody meant, each beside what looks like it and is read as before.</summary>
public sealed class AnswersMeantTests
{
    [Theory]
    [InlineData("we don't need it this year", null)]
    [InlineData("not needed this month", null)]
    [InlineData("as soon as my flat is sold", null)]
    [InlineData("as soon as the exams are over", null)]
    [InlineData("we need it this year", TimelineKind.Any)]
    [InlineData("we don't need it before june", TimelineKind.Later)]
    [InlineData("as soon as possible", TimelineKind.Immediate)]
    [InlineData("as soon as you can", TimelineKind.Immediate)]
    [InlineData("as soon as it is possible", TimelineKind.Immediate)]
    public void A_time_at_which_nothing_is_needed_is_no_time_for_it(string text, string? urgency)
    {
        var found = Said.In(Shipped.RealEstate, text).Find(FactFields.Timeline)?.Value.Text;
        Assert.True(urgency == TimelineKind.Any ? found is not null : found == urgency, $"{text} => {found}");
    }

    [Theory]
    [InlineData("we talked about it yesterday", false)]
    [InlineData("yesterday, honestly", true)]
    public void The_day_of_a_talk_is_no_time_to_move(string text, bool read) => Assert.Equal(read, Said.In(Shipped.RealEstate, text, FactFields.Timeline).Find(FactFields.Timeline) is not null);

    [Theory]
    [InlineData("as soon as my flat is sold", null)]
    [InlineData("once we sell our villa", null)]
    [InlineData("my flat must be on a high floor", "apartment")]
    [InlineData("a villa in Dubai", "villa")]
    public void The_home_that_is_sold_is_not_the_one_that_is_sought(string text, string? type) =>
        Assert.Equal(type, Said.In(Shipped.RealEstate, text).Find(FactFields.PropertyType)?.Value.Items?.Single());

    [Theory]
    [InlineData("either 1 or studio", 0, 1)]
    [InlineData("studio or 1", 0, 1)]
    [InlineData("studio", 0, 0)]
    [InlineData("at least 2", 2, null)]
    [InlineData("2", 2, 2)]
    [InlineData("2 minimum", 2, null)]
    [InlineData("3 bedrooms but mom may join so maybe 4", 3, 4)]
    [InlineData("3 bedrooms, maybe 20 floors up", 3, 3)]
    [InlineData("3 bedrooms and maybe 2 parking", 3, 3)]
    public void Bedrooms_are_read_with_what_would_do_as_well(string text, int least, int? most)
    {
        var beds = Said.In(Shipped.RealEstate, text, FactFields.Beds).Find(FactFields.Beds)?.Value;
        Assert.Equal((least, most), ((int?)beds?.Min, (int?)beds?.Max));
    }

    [Theory]
    [InlineData("wife's number is 9880011223, mine is 9845012345", "+919845012345")]
    [InlineData("my wife's number is 9880011223", "+919880011223")]
    [InlineData("call my office 9880011223, mine is 9845012345", "+919880011223")]
    [InlineData("not my number: 9845012345", null)]
    [InlineData("that's my number: 9845012345", "+919845012345")]
    public void The_number_to_call_is_the_visitors(string text, string? phone) => Assert.Equal(phone, Said.In(Shipped.RealEstate, text).Find(FactFields.Phone)?.Value.Text);

    [Theory]
    [InlineData("not my email: abc@gmail.com", null)]
    [InlineData("that is not my email, it's abc@gmail.com", "abc@gmail.com")]
    [InlineData("my email: abc@gmail.com", "abc@gmail.com")]
    public void An_address_that_is_disowned_is_not_kept(string text, string? email) => Assert.Equal(email, Said.In(Shipped.RealEstate, text).Find(FactFields.Email)?.Value.Text);

    [Theory]
    [InlineData("Mohammed bin Rashid Al Falasi", null)]
    [InlineData("I am Mohammed bin Rashid Al Falasi", null)]
    [InlineData("Mohammed bin Rashid City", "Mohammed Bin Rashid City")]
    [InlineData("villa in Mohammed bin Rashid Al Maktoum City", "Mohammed Bin Rashid City")]
    public void A_name_is_no_area(string text, string? area) => Assert.Equal(area, Said.In(Shipped.RealEstate, text).Find(FactFields.Areas)?.Value.Items?.Single());

    [Fact]
    public void An_area_is_no_name()
    {
        Assert.Null(Said.In(Shipped.RealEstate, "Business Bay", FactFields.Name).Find(FactFields.Name));
        Assert.Equal("Arjun Rao", Said.In(Shipped.RealEstate, "Arjun Rao", FactFields.Name).Find(FactFields.Name)?.Value.Text);
        Assert.Equal("Mohammed bin Rashid Al Falasi", Said.In(Shipped.RealEstate, "Mohammed bin Rashid Al Falasi", FactFields.Name).Find(FactFields.Name)?.Value.Text);
    }

    [Theory]
    [InlineData("my husband says 1 cr, i say 80 lakhs", 8_000_000)]
    [InlineData("i say 80 lakhs, my husband says 1 cr", 8_000_000)]
    [InlineData("my husband says 1 cr", 10_000_000)]
    [InlineData("under Cr 1.5", 15_000_000)]
    [InlineData("1 cr 50 lakhs", 15_000_000)]
    [InlineData("would they take 80 lakhs?", null)]
    [InlineData("would you show me flats for 80 lakhs?", 8_000_000)]
    public void The_budget_is_the_visitors_own(string text, int? most) => Assert.Equal(most, (int?)Said.In(Shipped.RealEstate, text).Find(FactFields.Budget)?.Value.Max);

    [Theory]
    [InlineData("hebbal 3bhk, 1.5cr to 2cr, ready to move", true)]
    [InlineData("3bhk in hebbal, ready to move", true)]
    [InlineData("we are ready to move by june", false)]
    [InlineData("ready to move or under construction, what is better?", false)]
    public void Ready_to_move_is_a_wish_in_a_list(string text, bool wished) =>
        Assert.Equal(wished, Said.In(Shipped.RealEstate, text).Find(FactFields.Features)?.Value.Items?.Contains("ready to move") == true);

    [Theory]
    [InlineData("30 kg a month", "kg/month")]
    [InlineData("15 kilos weekly", "kg/week")]
    [InlineData("200 cups a day", "cups/day")]
    [InlineData("200 cups", "cups")]
    public void A_quantity_says_what_it_counts(string text, string unit) => Assert.Equal(unit, Said.In(Shipped.Cafe, text).Find("volume")?.Value.Unit);

    [Theory]
    [InlineData("60 cups in first, 100 in second", 160)]
    [InlineData("60 cups a day in the first outlet and 100 cups in the second", 160)]
    [InlineData("60 cups in the morning, 100 in the evening", 60)]
    public void Counts_of_two_places_are_added_up(string text, int cups) => Assert.Equal(cups, (int?)Said.In(Shipped.Cafe, text).Find("volume")?.Value.Min);

    [Theory]
    [InlineData("no i meant 250", "volume", 250)]
    [InlineData("sorry, 180 please", "volume", 180)]
    [InlineData("no", "volume", null)]
    [InlineData("no, 9 in the morning", "volume", null)]
    [InlineData("no 3000", "volume", null)]
    public void A_number_alone_puts_the_last_count_right(string text, string field, int? number)
    {
        var known = Said.Known(field, new(Min: 200, Max: 200, Unit: "cups/day"), "200 cups a day");
        var found = Language.Understand(text, Shipped.Cafe, DialogueState.Start with { LastAsked = FactFields.Timeline }, [known], Said.Now).Find(field);

        Assert.Equal(number, (int?)found?.Value.Min);
        Assert.Equal(number is null ? null : $"{number} cups a day", found?.Display);
    }

    [Theory]
    [InlineData("sorry i meant 3", 3, null)]
    [InlineData("no wait, only 3", 3, null)]
    [InlineData("no 1.5", null, 15_000_000)]
    [InlineData("no, 3%", null, null)]
    [InlineData("no, call me at 3", null, null)]
    public void A_number_alone_puts_bedrooms_or_the_budget_right(string text, int? beds, int? budget)
    {
        Fact[] known = [Said.Known(FactFields.Beds, new(Min: 2, Max: 2), "2 BHK"), Said.Known(FactFields.Budget, new(Max: 10_000_000, Unit: "INR"), "up to ₹1 Cr")];
        var found = Language.Understand(text, Shipped.RealEstate, DialogueState.Start with { LastAsked = FactFields.PreApproved }, known, Said.Now);

        Assert.Equal((beds, budget), ((int?)found.Find(FactFields.Beds)?.Value.Min, (int?)found.Find(FactFields.Budget)?.Value.Max));
        Assert.True(found.Find(FactFields.PreApproved) is null || (beds ?? budget) is null);
    }

    [Theory]
    [InlineData("I'm head of sales but CFO signs off", "shares")]
    [InlineData("I'm head of sales", "decides")]
    [InlineData("CFO signs off", "evaluates")]
    [InlineData("I'm the founder, but we use Excel", "decides")]
    public void Who_decides_with_another_shares_it(string text, string role) => Assert.Equal(role, Said.In(Shipped.B2b, text, "role").Find("role")?.Value.Text);

    [Theory]
    [InlineData("losing leads from whatsapp", false)]
    [InlineData("leads come in on whatsapp and get lost", false)]
    [InlineData("need a whatsapp bot for our site", true)]
    public void Where_leads_come_in_is_no_wish(string text, bool wished) => Assert.Equal(wished, Said.In(Shipped.B2b, text).Find("need")?.Value.Items?.Contains("chat on the website") == true);

    private static class TimelineKind
    {
        public const string Any = "any";
        public const string Later = "later";
        public const string Immediate = "immediate";
    }
}
