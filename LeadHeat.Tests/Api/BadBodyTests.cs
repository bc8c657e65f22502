using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Conversations;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api;

/// <summary>What does not fit is refused with the field's name, and nothing of it is taken for a nought.</summary>
[Collection("app")]
public sealed class BadBodyTests(AppFixture fixture)
{
    // A missing score was once read as 0, and a missing handling as "the bot answers".
    [Theory]
    [InlineData("qualify", """{"reason":"because"}""", "score")]
    [InlineData("handling", "{}", "handling")]
    public async Task Missing_field_is_named_and_the_lead_stays_as_it_is(string what, string body, string field)
    {
        using var admin = Caller.Admin(fixture.App);
        var visitor = await Visitor.ArriveAsync(fixture.App);
        await visitor.SayAsync("2 BHK in Whitefield under 2 Cr");
        var before = await admin.Client.GetLeadAsync(await visitor.LeadIdAsync());

        var refused = (await admin.PostAsync($"{Routes.Lead(before.Id)}/{what}", body)).Refusal(400);

        Assert.Equal($"'{field}' is missing.", Assert.Single(Assert.Single(refused.Errors!).Value));
        Assert.Equal(field, refused.Errors!.Keys.Single());
        var after = await admin.Client.GetLeadAsync(before.Id);
        Assert.Equal((before.Score, before.Owner?.Handling), (after.Score, after.Owner?.Handling));
    }

    [Fact]
    public async Task Turn_without_a_session_is_told_that_the_session_is_missing()
    {
        using var visitor = Caller.Service(fixture.App);

        var refused = (await visitor.PostAsync(Routes.Turns, """{"text":"Hi","clientMessageId":"1"}""")).Refusal(400);

        Assert.Equal(["sessionId"], refused.Errors!.Keys);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("")]
    public async Task Empty_body_is_told_in_words_for_callers(string body)
    {
        using var visitor = Caller.Service(fixture.App);

        var refused = (await visitor.PostAsync(Routes.Sessions, body)).Refusal(400);

        Assert.Contains("JSON object", refused.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("parameter", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Word_that_is_not_known_is_answered_with_those_that_are()
    {
        using var visitor = Caller.Service(fixture.App);

        var refused = (await visitor.PostAsync(Routes.Sessions, """{"playbook":"real-estate","channel":"pigeon"}""")).Refusal(400);

        Assert.Contains(Words.Of(Channel.Whatsapp), Assert.Single(refused.Errors!["channel"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stranger_at_an_open_address_hears_what_is_wrong_with_the_request()
    {
        using var stranger = Caller.Nobody(fixture.App);

        (await stranger.PostAsync(Routes.Sessions, "x", "text/plain")).Refusal(415);
        (await stranger.GetAsync(Routes.Sessions)).Refusal(405);
    }

    // Else a caller who forgets it would mean 0, the first word of a list, or nobody's id.
    [Fact]
    public async Task Every_value_that_a_body_has_to_have_is_required()
    {
        using var admin = Caller.Admin(fixture.App);
        var description = JsonNode.Parse((await admin.GetAsync("/openapi/v1.json")).Json.GetRawText())!;
        // What workers send is made by the same classes that read it.
        var bodies = description["paths"]!.AsObject().Where(path => !path.Key.StartsWith("/api/internal/", StringComparison.Ordinal)).SelectMany(path => path.Value!.AsObject())
            .Select(operation => operation.Value!["requestBody"]?["content"]?["application/json"]?["schema"]?["$ref"]?.GetValue<string>().Split('/')[^1])
            .OfType<string>().Distinct().ToList();
        var types = typeof(Words).Assembly.GetTypes().Concat(typeof(LeadHeat.Api.Data.LeadsDb).Assembly.GetTypes()).Where(type => bodies.Contains(type.Name)).ToList();

        var taken = from type in types
                    from parameter in type.GetConstructors().OrderByDescending(made => made.GetParameters().Length).First().GetParameters()
                    where parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null && !parameter.HasDefaultValue
                    where type.GetProperty(parameter.Name!)?.GetCustomAttribute<JsonRequiredAttribute>() is null
                    select $"{type.Name}.{parameter.Name}";

        Assert.NotEmpty(types);
        Assert.True(!taken.Any(), string.Join(" ", taken));
    }
}
