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
    public void A_plus_is_open_only_where_nothing_follows(string text, string display) => Assert.Equal(display, Said.Display(FactFields.Beds, text));

    [Theory]
    [InlineData("team size: 25", 25)]
    [InlineData("headcount 60", 60)]
    [InlineData("number of users is 12", 12)]
    [InlineData("sales team is 9 strong", 9)]
    [InlineData("version: 25", null)]
    public void A_count_may_follow_its_name(string text, int? people) => Assert.Equal(people, In("b2b", text).Find("team_size")?.Value.Min);

    [Theory]
    [InlineData("company name: Acme Traders", "Acme Traders")]
    [InlineData("our company, Acme Traders, sells pumps", "Acme Traders")]
    [InlineData("I run Acme Traders", "Acme Traders")]
    [InlineData("45 seats, ours is Bluepine Realty", "Bluepine Realty")]
    [InlineData("I run a small team", null)]
    public void A_company_is_read_where_it_is_named(string text, string? company) => Assert.Equal(company, In("b2b", text).Find(FactFields.Company)?.Display);

    private static Understood In(string playbook, string text) => Said.In(Shipped.Playbooks.All.First(one => one.Name == playbook), text);
}
