using System.Net;
using System.Text;
using System.Text.Json;
using LeadHeat.Tests.Api;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.EndToEnd;
using LeadHeat.Web.Shell;

namespace LeadHeat.Tests.Web;

/// <summary>What browsers are told, and that they hold to it. That no page breaks its own policy is seen by ScreensTests, which fail on what a browser complains of.</summary>
[Collection("app")]
public sealed class PageHeadersTests(AppFixture fixture, Chromium chromium)
{
    [Fact]
    public async Task Pages_run_only_our_own_scripts_and_stand_in_no_frame()
    {
        using var response = await GetAsync(fixture.App.WebUrl + "/sign-in");

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.Equal(policy.IndexOf("'unsafe-inline'", StringComparison.Ordinal), policy.IndexOf("style-src-attr", StringComparison.Ordinal) + "style-src-attr ".Length);
        Assert.Equal(
            ["nosniff", "same-origin", "DENY", "same-origin"],
            new[] { "X-Content-Type-Options", "Referrer-Policy", "X-Frame-Options", "Cross-Origin-Opener-Policy" }.Select(name => response.Headers.GetValues(name).Single()));
    }

    [Fact]
    public async Task The_chat_stands_in_frames_of_listed_sites_only()
    {
        using var response = await GetAsync(fixture.App.WebUrl + "/chat");

        Assert.Contains(
            $"frame-ancestors 'self' {AppFixture.AllowedOrigins};", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_answers_with_data_that_no_browser_takes_for_a_page()
    {
        using var response = await GetAsync(fixture.App.ApiUrl + "/api/leads");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("default-src 'none'; frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("/_blazor/negotiate?negotiateVersion=1")]
    [InlineData("/chat/hub/negotiate?negotiateVersion=1")]
    public async Task Another_site_s_page_opens_no_connection(string path)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, fixture.App.WebUrl + path);
        request.Headers.Add("Origin", "https://evil.example");

        using var response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Another_site_cannot_sign_anybody_out()
    {
        await using var context = await chromium.OpenAsync(Screen.Desk);
        var page = await context.NewPageAsync();
        await TeamBrowser.FillInAsync(page, fixture.App);

        var answer = await page.APIRequest.PostAsync(fixture.App.WebUrl + "/sign-out");

        Assert.Equal(400, answer.Status);
    }

    [Fact]
    public async Task A_script_that_was_smuggled_in_does_not_run_and_is_reported()
    {
        await using var context = await chromium.OpenAsync(Screen.Desk);
        var page = await context.NewPageAsync();
        await page.GotoAsync(fixture.App.WebUrl + "/sign-in");

        await page.EvaluateAsync("() => document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = true\">')");

        await Eventually.TrueAsync(
            () => Task.FromResult(fixture.App.Log("web").Contains("The content policy kept something from happening: script-src-attr on /sign-in", StringComparison.Ordinal)),
            TimeSpan.FromSeconds(60), () => "no report came");
        Assert.Null(await page.EvaluateAsync<bool?>("() => window.ran"));
    }

    [Theory]
    [InlineData("""{"csp-report":{"effective-directive":"img-src","document-uri":"https://x.example/inbox?text=secret"}}""", "img-src on /inbox")]
    [InlineData("""[{"type":"csp-violation","body":{"effectiveDirective":"script-src-elem","documentURL":"https://x.example/leads/1"}}]""", "script-src-elem on /leads/1")]
    [InlineData("""{"csp-report":{"effective-directive":7}}""", "? on ?")]
    [InlineData("""{"csp-report":[]}""", "")]
    [InlineData("[1,{}]", "")]
    [InlineData("7", "")]
    public void Reports_are_read_whatever_is_in_them(string json, string expected) =>
        Assert.Equal(expected, string.Join(", ", PolicyReports.Read(JsonDocument.Parse(json).RootElement).Select(report => $"{report.Rule} on {report.Page}")));

    [Theory]
    [InlineData("no json", 400)]
    [InlineData("{}", 204)]
    public async Task Anybody_may_report_and_what_is_no_report_is_refused(string body, int status)
    {
        using var http = new HttpClient();

        using var response = await http.PostAsync(new Uri(fixture.App.WebUrl + PolicyReports.Path), new StringContent(body, Encoding.UTF8, "application/csp-report"));

        Assert.Equal(status, (int)response.StatusCode);
    }

    private static async Task<HttpResponseMessage> GetAsync(string address)
    {
        using var http = new HttpClient();
        return await http.GetAsync(new Uri(address));
    }
}
