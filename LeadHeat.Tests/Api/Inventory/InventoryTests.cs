using System.Text;
using System.Text.Json;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Inventory;

[Collection("app")]
public sealed class InventoryTests(AppFixture fixture)
{
    private const string Import = Routes.Inventory + "/import";

    private readonly string _city = $"City {Guid.NewGuid():N}";

    [Fact]
    public async Task The_same_lines_again_change_nothing_and_a_changed_line_updates()
    {
        using var admin = Caller.Admin(fixture.App);
        var lines = Enumerable.Range(0, 2_500).Select(number => Line(number)).ToArray();

        var first = await ImportAsync(admin, lines);
        var again = await ImportAsync(admin, lines);
        var changed = await ImportAsync(admin, [.. lines[..2], Line(7, price: 1), Line(2_500)]);

        Assert.Equal((2_500, 2_500, 0, 0, 0), Figures(first));
        Assert.Equal((2_500, 0, 0, 2_500, 0), Figures(again));
        Assert.Equal((4, 1, 1, 2, 0), Figures(changed));
        Assert.Equal(1, (await SearchAsync(admin, $"city={_city}&limit=1")).Items.Single().Price);
    }

    [Fact]
    public async Task A_bad_line_is_refused_by_number_and_field_and_the_rest_is_kept()
    {
        using var admin = Caller.Admin(fixture.App);
        string[] lines =
        [
            Line(1), "not json", "", """{"externalId":"x","beds":"two"}""", Line(2, price: 0), Line(3, currency: "rupees"), "[1,2]", "{} {}", "null",
            new string('x', 70_000), """{"externalId":"a\u0000b"}""", Line(4),
        ];

        var result = await ImportAsync(admin, lines);

        Assert.Equal((11, 2, 0, 0, 9), Figures(result));
        Assert.Equal([2, 4, 5, 6, 7, 8, 9, 10, 11], result.Errors.Select(error => error.Line).Distinct());
        Assert.Equal("beds", result.Errors.Single(error => error.Line == 4).Field);
        Assert.Equal("price", result.Errors.Single(error => error.Line == 5).Field);
        Assert.Equal("currency", result.Errors.Single(error => error.Line == 6).Field);
        Assert.Contains(result.Errors, error => error is { Line: 11, Field: "externalId" });
        Assert.Equal(2, (await SearchAsync(admin, $"city={_city}")).Items.Count);
    }

    [Fact]
    public async Task One_import_may_hold_a_unit_twice_and_the_last_line_counts()
    {
        using var admin = Caller.Admin(fixture.App);

        var result = await ImportAsync(admin, [Line(1, price: 5), Line(1, price: 6)]);

        Assert.Equal((2, 1, 1, 0, 0), Figures(result));
        Assert.Equal(6, Assert.Single((await SearchAsync(admin, $"city={_city}")).Items).Price);
    }

    [Fact]
    public async Task Search_shows_what_fits_with_the_bedrooms_asked_for_first_and_the_cheaper_before_the_dearer()
    {
        using var admin = Caller.Admin(fixture.App);
        await ImportAsync(admin, [.. Enumerable.Range(0, 30).Select(number => Line(number, price: 1000 - (number * 10)))]);

        var beds = await SearchAsync(admin, $"city={_city.ToUpperInvariant()}&beds=2");
        var from = await WalkAsync(admin, $"city={_city}&bedsMin=2&limit=4");
        var cheap = await WalkAsync(admin, $"city={_city}&priceMin=750&priceMax=800&currency=inr&area=Area%201&area=area%200&limit=2");

        Assert.All(beds.Items, unit => Assert.Equal(2, unit.Beds));
        Assert.Equal(6, beds.Items.Count);
        Assert.Equal(18, from.Count);
        Assert.Equal(from.OrderBy(unit => unit.Beds != 2).ThenBy(unit => unit.Price).Select(unit => unit.Id), from.Select(unit => unit.Id));
        Assert.Equal([750, 760, 780, 790], cheap.Select(unit => unit.Price));
    }

    [Fact]
    public async Task Words_are_found_in_title_place_features_and_description()
    {
        using var admin = Caller.Admin(fixture.App);
        await ImportAsync(admin, [Line(1), Line(2)]);

        foreach (var text in (string[])["unit 1", "gardens", "sea view", "bright homes", "area 1 apartments"])
            Assert.Equal($"{_city}-1", (await SearchAsync(admin, $"city={_city}&text={Uri.EscapeDataString(text)}")).Items.First(unit => unit.ExternalId.EndsWith("-1", StringComparison.Ordinal)).ExternalId);
        Assert.Empty((await SearchAsync(admin, $"city={_city}&text=helipad")).Items);
    }

    [Fact]
    public async Task A_unit_that_is_not_available_is_not_found_but_can_be_looked_up()
    {
        using var admin = Caller.Admin(fixture.App);
        await ImportAsync(admin, [Line(1)]);
        var unit = Assert.Single((await SearchAsync(admin, $"city={_city}")).Items);

        await ImportAsync(admin, [Line(1).Replace("\"externalId\"", "\"available\":false,\"externalId\"", StringComparison.Ordinal)]);

        Assert.Empty((await SearchAsync(admin, $"city={_city}")).Items);
        Assert.False((await admin.Client.GetUnitAsync(unit.Id)).Available);
    }

    [Theory]
    [InlineData("bedroom=2", "bedroom")]
    [InlineData("beds=two", "beds")]
    [InlineData("beds=-1", "beds")]
    [InlineData("beds=2&bedsMin=1", "beds")]
    [InlineData("bedsMin=3&bedsMax=2", "bedsMax")]
    [InlineData("priceMin=5&priceMax=4", "priceMax")]
    [InlineData("currency=rupees", "currency")]
    [InlineData("limit=1000", "limit")]
    [InlineData("cursor=abc", "cursor")]
    public async Task A_search_that_is_not_understood_is_refused_by_name(string query, string field)
    {
        using var admin = Caller.Admin(fixture.App);

        Assert.Contains(field, (await admin.GetAsync($"{Routes.Inventory}/search?{query}")).Refusal(400).Errors!.Keys);
    }

    [Fact]
    public async Task An_unknown_unit_is_404_and_a_form_is_415()
    {
        using var admin = Caller.Admin(fixture.App);

        (await admin.GetAsync($"{Routes.Inventory}/0190a000-0000-7000-8000-000000000000")).Refusal(404);
        (await admin.PostAsync(Import, "x", "application/x-www-form-urlencoded")).Refusal(415);
    }

    private string Line(int number, decimal? price = null, string currency = "INR") => JsonSerializer.Serialize(new
    {
        externalId = $"{_city}-{number}", title = $"Unit {number}", description = "A bright home near the gardens", city = _city, area = $"Area {number % 3}",
        type = "Apartment", beds = number % 5, baths = 1, sizeM2 = 80.5, price = price ?? 1000 + number, currency, features = new[] { "sea view", "gym" },
    });

    private static async Task<UnitImportResult> ImportAsync(Caller admin, string[] lines)
    {
        var answer = await admin.PostAsync(Import, string.Join('\n', lines), "application/x-ndjson");
        Assert.Equal(200, answer.Status);
        return answer.Json.Deserialize(LeadHeatJson.Default.UnitImportResult)!;
    }

    private static async Task<UnitPage> SearchAsync(Caller admin, string query)
    {
        var answer = await admin.GetAsync($"{Routes.Inventory}/search?{query}");
        Assert.Equal(200, answer.Status);
        return answer.Json.Deserialize(LeadHeatJson.Default.UnitPage)!;
    }

    private static async Task<List<Unit>> WalkAsync(Caller admin, string query)
    {
        var page = await SearchAsync(admin, query);
        List<Unit> units = [.. page.Items];
        while (page.Next is { } next)
        {
            page = await SearchAsync(admin, $"{query}&cursor={next}");
            units.AddRange(page.Items);
        }
        return units;
    }

    private static (int, int, int, int, int) Figures(UnitImportResult result) =>
        (result.Read, result.Created, result.Updated, result.Unchanged, result.Rejected);
}
