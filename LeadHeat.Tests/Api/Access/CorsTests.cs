using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Access;

/// <summary>Sites whose scripts may read the Api are those that are listed, and browsers send them no cookies of ours.</summary>
[Collection("app")]
public sealed class CorsTests(AppFixture fixture)
{
    private const string Listed = "https://shop.example.com";

    [Fact]
    public async Task Scripts_of_listed_sites_alone_may_read_and_without_cookies()
    {
        var database = await OwnDatabase.MigratedAsync(fixture.App);
        await using var api = await SecondApi.StartAsync(fixture.App, database.Service, "127.0.0.1:1", new() { ["Cors__AllowedOrigins"] = Listed });

        Assert.Equal((Listed, null), await AllowedAsync(api, Listed));
        foreach (var other in (string[])["https://evil.example", Listed + ".evil.example", "http://shop.example.com", "https://shop.example.com:8443", "null"])
            Assert.Equal((null, null), await AllowedAsync(api, other));
    }

    private static async Task<(string? Origin, string? Credentials)> AllowedAsync(SecondApi api, string origin)
    {
        using var http = new HttpClient { BaseAddress = new Uri(api.Url) };
        using var ask = new HttpRequestMessage(HttpMethod.Options, Routes.Leads)
        {
            Headers = { { "Origin", origin }, { "Access-Control-Request-Method", "GET" }, { "Access-Control-Request-Headers", Routes.ApiKeyHeader } },
        };
        using var answer = await http.SendAsync(ask);
        return (Header("Access-Control-Allow-Origin"), Header("Access-Control-Allow-Credentials"));

        string? Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(' ', values) : null;
    }
}
