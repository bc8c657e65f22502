using LeadHeat.Core.Inventory;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Inventory;

[Collection("app")]
public sealed class UnitFinderTests(AppFixture fixture)
{
    [Fact]
    public async Task Words_that_are_certain_become_filters_that_no_hit_breaks_and_the_rest_ranks()
    {
        using var admin = Caller.Admin(fixture.App);

        var found = await admin.Client.FindUnitsAsync(new("2bhk in whitefield under 2cr with a pool", K: 20));

        Assert.NotEmpty(found.Hits);
        Assert.Equal(["Whitefield"], found.Filters.Areas!);
        Assert.All(found.Hits, hit =>
        {
            Assert.Equal(("Whitefield", 2m), (hit.Unit.Area, hit.Unit.Beds));
            Assert.InRange(hit.Unit.Price, 0, 20_000_000);
            Assert.Equal("INR", hit.Unit.Currency);
        });
        var pools = found.Hits.Select(hit => hit.Unit.Features.Any(feature => feature.Contains("pool", StringComparison.OrdinalIgnoreCase))).ToList();
        Assert.True(!pools.Contains(true) || pools[0]);
    }

    [Fact]
    public async Task Given_filters_count_more_than_the_words()
    {
        using var admin = Caller.Admin(fixture.App);

        var found = await admin.Client.FindUnitsAsync(new("3 bed villa", new UnitFilters(City: "Dubai", BedsMin: 2, BedsMax: 2, Types: ["apartment"]), K: 10));

        Assert.NotEmpty(found.Hits);
        Assert.All(found.Hits, hit => Assert.Equal(("Dubai", 2m, "apartment"), (hit.Unit.City, hit.Unit.Beds, hit.Unit.Type)));
    }

    [Fact]
    public async Task Without_words_the_cheapest_that_fit_come_first()
    {
        using var admin = Caller.Admin(fixture.App);

        var found = await admin.Client.FindUnitsAsync(new(null, new UnitFilters(City: "Dubai"), K: 30));

        Assert.Equal(30, found.Hits.Count);
        Assert.Equal(found.Hits.OrderBy(hit => hit.Unit.Price).Select(hit => hit.ExternalId), found.Hits.Select(hit => hit.ExternalId));
    }

    [Fact]
    public async Task A_request_that_makes_no_sense_is_refused_by_field()
    {
        using var admin = Caller.Admin(fixture.App);

        var refused = await Assert.ThrowsAsync<LeadHeatException>(() =>
            admin.Client.FindUnitsAsync(new("x", new UnitFilters(BedsMin: 3, BedsMax: 2, Currency: "rupees"), K: 1_000)));

        Assert.Equal(["filters.bedsMax", "filters.currency", "k"], refused.Errors.Keys.Order());
    }
}
