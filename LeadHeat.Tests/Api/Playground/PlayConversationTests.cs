using System.Text.Json;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Playground;

[Collection("app")]
public sealed class PlayConversationTests(AppFixture fixture)
{
    [Fact]
    public async Task Messages_are_played_over_the_real_inventory_and_nothing_is_stored()
    {
        using var admin = Caller.Admin(fixture.App);
        var city = $"City {Guid.NewGuid():N}";
        var line = JsonSerializer.Serialize(new
        {
            externalId = $"{Guid.NewGuid():N}", title = "Played home", description = "", city = "Bangalore", area = "Whitefield", type = "apartment",
            beds = 2, baths = 2, sizeM2 = 100, price = 12_345_678, currency = "INR", features = new[] { "parking" },
        });
        Assert.Equal(200, (await admin.PostAsync(Routes.Inventory + "/import", line, "application/x-ndjson")).Status);
        var leads = await LeadsAsync(admin);

        var answer = await admin.PostAsync(Routes.PlayConversation, """
            {"playbook":"real-estate","messages":["a 2 BHK in Whitefield, between 1.2345 and 1.2346 crore","moving next month"],"referenceDate":"2026-01-15"}
            """);

        Assert.Equal(200, answer.Status);
        var played = answer.Json;
        Assert.Contains(played.GetProperty("replies")[0].GetProperty("cards").EnumerateArray(), card => card.GetProperty("title").GetString() == "Played home");
        Assert.Equal(2, played.GetProperty("replies").GetArrayLength());
        Assert.Equal(played.GetProperty("score").GetInt32(), played.GetProperty("ledger").EnumerateArray().Sum(entry => entry.GetProperty("points").GetInt32()));
        Assert.Equal("immediate", played.GetProperty("fields").GetProperty("timeline").GetProperty("urgency").GetString());
        Assert.StartsWith("2026-01-15", played.GetProperty("ledger")[0].GetProperty("at").GetString(), StringComparison.Ordinal);
        Assert.Equal(leads, await LeadsAsync(admin));
    }

    [Theory]
    [InlineData("""{"playbook":"no-such","messages":["hi"]}""", "playbook")]
    [InlineData("""{"playbook":"cafe","messages":[]}""", "messages")]
    [InlineData("""{"playbook":"cafe","messages":["hi",""]}""", "messages[1]")]
    [InlineData("""{"playbook":"cafe","messages":["hi"],"referenceDate":"soon"}""", "referenceDate")]
    [InlineData("""{"playbook":"cafe","messages":["hi"],"defaultRegion":"India"}""", "defaultRegion")]
    [InlineData("""{"playbook":"cafe","messages":["hi"],"defaultRegion":"XX"}""", "defaultRegion")]
    public async Task What_cannot_be_played_is_refused_by_its_field(string json, string field)
    {
        using var admin = Caller.Admin(fixture.App);

        var problem = (await admin.PostAsync(Routes.PlayConversation, json)).Refusal(400);

        Assert.Contains(problem.Errors!.Keys, key => key.Equals(field, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Too_many_and_too_long_messages_are_refused()
    {
        using var admin = Caller.Admin(fixture.App);

        (await admin.PostAsync(Routes.PlayConversation, JsonSerializer.Serialize(new { playbook = "cafe", messages = Enumerable.Repeat("hi", 61) }))).Refusal(400);
        (await admin.PostAsync(Routes.PlayConversation, JsonSerializer.Serialize(new { playbook = "cafe", messages = new[] { new string('x', 4_001) } }))).Refusal(400);
        (await admin.PostAsync(Routes.PlayConversation, "{")).Refusal(400);
    }

    private static async Task<string> LeadsAsync(Caller admin) => (await admin.GetAsync(Routes.LeadCounts)).Json.GetRawText();
}
