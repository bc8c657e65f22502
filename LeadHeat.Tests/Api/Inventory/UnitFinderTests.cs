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

    [Theory]
    [InlineData("villa without pool", "pool")]
    [InlineData("no maid room villa", "maid's room")]
    public async Task What_the_words_rule_out_no_hit_has(string query, string feature)
    {
        using var admin = Caller.Admin(fixture.App);

        var found = await admin.Client.FindUnitsAsync(new(query, K: 20));

        Assert.NotEmpty(found.Hits);
        Assert.DoesNotContain(found.Hits, hit => hit.Unit.Lists(feature));
    }

    [Fact]
    public async Task A_wish_that_no_hit_has_is_named()
    {
        using var admin = Caller.Admin(fixture.App);

        Assert.Equal(["sea view"], (await admin.Client.FindUnitsAsync(new("sea facing flat bangalore"))).Missing!);
        Assert.All((await admin.Client.FindUnitsAsync(new("off plan apartment dubai"))).Hits, hit => Assert.Contains("under construction", hit.Unit.Features));
    }

    [Theory]
    [InlineData("""{"foo":1}""", "foo", "query")]
    [InlineData("""{"query":"villa","filters":{"maxPrice":8000000}}""", "filters.maxPrice", "priceMax")]
    public async Task An_unknown_filter_is_refused_with_those_that_there_are(string body, string field, string known)
    {
        using var admin = Caller.Admin(fixture.App);

        var refused = (await admin.PostAsync("/api/inventory/search", body)).Refusal(400);

        Assert.Contains(known, refused.Errors![field][0], StringComparison.Ordinal);
    }
}
