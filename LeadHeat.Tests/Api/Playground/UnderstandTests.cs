using System.Text.Json;
using LeadHeat.Core.Playground;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Playground;

[Collection("app")]
public sealed class UnderstandTests(AppFixture fixture)
{
    private const string Path = Routes.Playground + "/understand";

    [Fact]
    public async Task One_text_is_answered_with_what_it_says_and_the_words_it_came_from()
    {
        using var admin = Caller.Admin(fixture.App);
        const string Text = "Hi, I'm Asha. Looking for a 2bhk in whitefeild under 2cr within 3 months, 98450 12345";

        var answer = await admin.PostAsync(Path, $$"""{"text":"{{Text}}","playbook":"real-estate","referenceDate":"2026-11-21"}""");

        Assert.Equal(200, answer.Status);
        var json = answer.Json;
        Assert.Equal("""{"min":null,"max":20000000,"currency":"INR","period":"total"}""", json.GetProperty("budget").GetRawText());
        Assert.Equal("""{"monthsMin":null,"monthsMax":3,"urgency":"soon"}""", json.GetProperty("timeline").GetRawText());
        Assert.Equal("""{"name":"Asha","email":null,"emailSuggestion":null,"phone":"+919845012345"}""", json.GetProperty("contact").GetRawText());
        Assert.Equal("""{"city":"Bangalore","areas":["Whitefield"]}""", json.GetProperty("places").GetRawText());
        Assert.Equal("""{"beds":{"min":2,"max":2}}""", json.GetProperty("needs").GetRawText());
        Assert.Equal("property_search", json.GetProperty("intent").GetString());
        Assert.Equal("property_search", json.GetProperty("intents")[0].GetProperty("name").GetString());
        Assert.Equal("neutral", json.GetProperty("sentiment").GetString());
        Assert.Contains("2 BHK in Whitefield up to ₹2 Cr", json.GetProperty("normalized").GetString());
        foreach (var span in json.GetProperty("spans").EnumerateArray())
            Assert.Equal(span.GetProperty("quote").GetString(), Text.Substring(span.GetProperty("start").GetInt32(), span.GetProperty("length").GetInt32()));
        Assert.False(json.GetProperty("injection").GetBoolean());
        Assert.False(json.GetProperty("refusesToShare").GetBoolean());
        Assert.False(json.GetProperty("asksForHuman").GetBoolean());
        Assert.Equal(0, json.GetProperty("frustration").GetInt32());
    }

    [Fact]
    public async Task Several_texts_are_answered_in_their_order_each_for_itself()
    {
        using var admin = Caller.Admin(fixture.App);

        var answer = await admin.PostAsync(Path, """{"texts":["2 cr","3","around 50k"],"playbook":"real-estate","context":"budget_question"}""");

        var results = JsonSerializer.Deserialize(answer.Json.GetRawText(), LeadHeatJson.Default.UnderstoodTexts)!.Results;
        Assert.Equal([20_000_000, null, 55_000], results.Select(result => result.Budget?.Max));
        Assert.All(results, result => Assert.Empty(result.Places.Areas));
    }

    [Fact]
    public async Task Region_and_context_decide_what_a_bare_number_is()
    {
        using var admin = Caller.Admin(fixture.App);
        async Task<string?> PhoneAsync(string region) => (await admin.PostAsync(
            Path, $$"""{"text":"501234567","playbook":"b2b","defaultRegion":"{{region}}","context":"phone_question"}"""))
            .Json.GetProperty("contact").GetProperty("phone").GetString();

        Assert.Equal("+971501234567", await PhoneAsync("AE"));
        Assert.NotEqual("+971501234567", await PhoneAsync("IN"));
    }

    [Theory]
    [InlineData("""{"playbook":"cafe"}""", "text")]
    [InlineData("""{"text":"a","texts":["b"],"playbook":"cafe"}""", "text")]
    [InlineData("""{"text":" ","playbook":"cafe"}""", "text")]
    [InlineData("""{"texts":[],"playbook":"cafe"}""", "texts")]
    [InlineData("""{"texts":["a",null],"playbook":"cafe"}""", "texts[1]")]
    [InlineData("""{"text":"a","playbook":"bakery"}""", "playbook")]
    [InlineData("""{"text":"a"}""", "playbook")]
    [InlineData("""{"text":"a","playbook":"cafe","referenceDate":"tomorrow"}""", "referenceDate")]
    [InlineData("""{"text":"a","playbook":"cafe","defaultRegion":"India"}""", "defaultRegion")]
    [InlineData("""{"text":"a","playbook":"cafe","defaultRegion":"XX"}""", "defaultRegion")]
    [InlineData("""{"text":"a","playbook":"cafe","context":"colour_question"}""", "context")]
    public async Task What_is_wrong_is_said_by_field(string body, string field)
    {
        using var admin = Caller.Admin(fixture.App);

        var problem = (await admin.PostAsync(Path, body)).Refusal(400);

        Assert.Contains(field, problem.Errors!.Keys);
    }

    [Fact]
    public async Task An_unknown_context_is_told_the_known_ones_and_too_much_text_the_limit()
    {
        using var admin = Caller.Admin(fixture.App);

        var context = (await admin.PostAsync(Path, """{"text":"a","playbook":"cafe","context":"budget"}""")).Refusal(400);
        var length = (await admin.PostAsync(Path, $$"""{"text":"{{new string('x', UnderstandQuestion.LongestText + 1)}}","playbook":"cafe"}""")).Refusal(400);
        var count = (await admin.PostAsync(Path, $$"""{"texts":["a"{{string.Concat(Enumerable.Repeat(",\"a\"", UnderstandQuestion.MostTexts))}}],"playbook":"cafe"}""")).Refusal(400);

        Assert.Contains("pain_points_question", context.Errors!["context"][0], StringComparison.Ordinal);
        Assert.Contains("20000", length.Errors!["text"][0], StringComparison.Ordinal);
        Assert.Contains("2000", count.Errors!["texts"][0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_admins_play()
    {
        var (agent, _, _) = await Caller.MemberAsync(fixture.App, "agent");
        using var nobody = Caller.Nobody(fixture.App);
        const string Body = """{"text":"a","playbook":"cafe"}""";

        Assert.Equal(401, (await nobody.PostAsync(Path, Body)).Status);
        Assert.Equal(403, (await agent.PostAsync(Path, Body)).Status);
        agent.Dispose();
    }
}
