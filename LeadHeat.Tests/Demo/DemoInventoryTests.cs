using LeadHeat.Api.Demo;
using LeadHeat.Core.Inventory;
using Xunit;

namespace LeadHeat.Tests.Demo;

public sealed class DemoInventoryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
    private static readonly IReadOnlyList<Unit> Units = DemoInventory.Create(Now);

    [Fact]
    public void There_are_600_units_and_more_in_two_cities()
    {
        Assert.True(Units.Count >= 600, $"{Units.Count} units");
        Assert.True(Units.Where(unit => unit.City == "Dubai").Select(unit => unit.Area).Distinct().Count() >= 25);
        Assert.True(Units.Where(unit => unit.City == "Bangalore").Select(unit => unit.Area).Distinct().Count() >= 30);
        Assert.Equal(["AED", "INR"], Units.Select(unit => unit.Currency).Distinct().Order());
    }

    [Fact]
    public void No_two_units_have_the_same_id_or_description()
    {
        Assert.Equal(Units.Count, Units.Select(unit => unit.Id).Distinct().Count());
        Assert.Equal(Units.Count, Units.Select(unit => unit.ExternalId).Distinct().Count());
        Assert.Equal(Units.Count, Units.Select(unit => unit.Description).Distinct().Count());
    }

    [Fact]
    public void The_same_clock_gives_the_same_units()
    {
        var again = DemoInventory.Create(Now);

        Assert.Equal(Units.Select(Line), again.Select(Line));

        static string Line(Unit unit) => $"{unit.Id} {unit.Title} {unit.Description} {unit.Price} {string.Join(',', unit.Features)}";
    }

    [Theory]
    [InlineData("Dubai", 7_000, 90_000)]
    [InlineData("Bangalore", 40_000, 420_000)]
    public void A_square_metre_costs_what_it_may_cost_there(string city, int least, int most) =>
        Assert.All(Units.Where(unit => unit.City == city), unit => Assert.InRange(unit.Price / unit.SizeM2, least, most));

    [Fact]
    public void Several_two_bedroom_flats_in_Whitefield_cost_less_than_two_crore() =>
        Assert.True(Units.Count(unit => unit is { Area: "Whitefield", Type: "apartment", Beds: 2, Price: < 20_000_000 }) >= 4);

    [Fact]
    public void Words_are_whole_sentences_without_open_slots() => Assert.All(Units, unit =>
    {
        Assert.InRange(unit.Title.Length, 15, 110);
        Assert.InRange(unit.Description.Length, 200, 1200);
        Assert.DoesNotContain('{', unit.Title + unit.Description);
        Assert.EndsWith(".", unit.Description);
        Assert.DoesNotContain("  ", unit.Description);
    });

    [Fact]
    public void Every_number_of_bedrooms_and_every_type_is_there()
    {
        Assert.Equal([0m, 1m, 2m, 3m, 4m, 5m], Units.Select(unit => unit.Beds).Distinct().Order());
        Assert.Superset(
            new HashSet<string> { "apartment", "villa", "townhouse", "penthouse", "plot", "independent house", "row house" },
            Units.Select(unit => unit.Type).ToHashSet());
    }

    [Fact]
    public void What_is_not_built_yet_is_neither_let_nor_furnished() =>
        Assert.All(Units.Where(unit => unit.Features.Contains("under construction")), unit =>
            Assert.Empty(unit.Features.Intersect(["tenanted", "vacant", "ready to move", "furnished", "semi-furnished"])));
}
