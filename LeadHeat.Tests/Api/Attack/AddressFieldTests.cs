using System.Text.RegularExpressions;
using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.Api.Webhooks;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Attack;

/// <summary>Whatever in a request may be an address of the internet: nobody makes us call one that is not for him.</summary>
[Collection("app")]
public sealed partial class AddressFieldTests(AppFixture fixture)
{
    /// <summary>Each with the test that says what becomes of it.</summary>
    private static readonly Dictionary<string, string> s_known = new()
    {
        // The only one that LeadHeat itself calls: refused addresses, names that lead to them when it is sent, redirects.
        ["AddWebhook.url"] = nameof(WebhookAddressTests),
        // Browsers follow these; the Api calls neither.
        ["WebForm.redirect"] = nameof(WebFormTests), ["WebForm.origins"] = nameof(WebFormTests),
    };

    [Fact]
    public async Task Every_address_that_a_request_may_hold_has_a_case()
    {
        using var admin = Caller.Admin(fixture.App);
        var document = (await admin.GetAsync("/openapi/v1.json")).Json;
        var requests = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject())
            .Where(operation => operation.Value.TryGetProperty("requestBody", out _))
            .SelectMany(operation => SchemaName().Matches(operation.Value.GetProperty("requestBody").GetRawText()).Select(match => match.Groups[1].Value)).ToHashSet();

        var found = document.GetProperty("components").GetProperty("schemas").EnumerateObject().Where(schema => requests.Contains(schema.Name) && schema.Value.TryGetProperty("properties", out _))
            .SelectMany(schema => schema.Value.GetProperty("properties").EnumerateObject().Where(property => Address().IsMatch(property.Name)).Select(property => $"{schema.Name}.{property.Name}"));

        Assert.Equal(s_known.Keys.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("#/components/schemas/([A-Za-z0-9]+)")]
    private static partial Regex SchemaName();

    [GeneratedRegex("url|uri|link|href|redirect|origin|endpoint|callback|webhook$|picture|image", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
