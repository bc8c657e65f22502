using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Conversations;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Leads;

/// <summary>Whom somebody looks for is asked by a body, which no proxy and no log of addresses keeps.</summary>
[Collection("app")]
public sealed class SearchBodyTests(AppFixture fixture)
{
    [Fact]
    public async Task A_search_by_a_body_finds_what_the_same_query_in_the_address_finds()
    {
        using var admin = Caller.Admin(fixture.App);
        var email = $"s{Guid.NewGuid():N}@example.com";
        var visitor = await Visitor.ArriveAsync(fixture.App);
        await visitor.SayAsync($"2 BHK in Whitefield under 2 Cr, my mail is {email}");

        var byAddress = await admin.GetAsync($"{Routes.Leads}?text={email}&source=web&source=whatsapp&sort=score");
        var byBody = await admin.PostAsync(Routes.LeadSearch, $$"""{"text":"{{email}}","source":["web","whatsapp"],"sort":"score","status":null}""");
        using var file = await admin.Client.DownloadAsync($"{Routes.LeadExport}?text={email}");
        using var same = await admin.Client.ExportLeadsAsync(new LeadQuery(Text: email));

        Assert.Equal(byAddress.Json.ToString(), byBody.Json.ToString());
        Assert.Contains($"{await visitor.LeadIdAsync()}", byBody.Json.ToString(), StringComparison.Ordinal);
        var rows = await file.Content.ReadAsStringAsync();
        Assert.Equal(rows, await same.Content.ReadAsStringAsync());
        Assert.Contains(email, rows, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"txet":"anna"}""", "txet")]
    [InlineData("""{"limit":0}""", "limit")]
    [InlineData("""{"text":["anna","bea"]}""", "text")]
    [InlineData("""{"text":"anna","Text":"bea"}""", "text")]
    [InlineData("""{"heat":"boiling"}""", "heat")]
    public async Task A_body_is_read_as_strictly_as_an_address(string body, string field)
    {
        using var admin = Caller.Admin(fixture.App);

        Assert.Equal([field], (await admin.PostAsync(Routes.LeadSearch, body)).Refusal(400).Errors!.Keys);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"text\":{}}")]
    [InlineData("{\"text\":[[\"anna\"]]}")]
    [InlineData("{\"text\"")]
    [InlineData("")]
    public async Task A_body_that_is_no_query_is_refused_in_words(string body)
    {
        using var admin = Caller.Admin(fixture.App);

        Assert.Contains("JSON", (await admin.PostAsync(Routes.LeadSearch, body)).Refusal(400).Detail, StringComparison.Ordinal);
    }
}
