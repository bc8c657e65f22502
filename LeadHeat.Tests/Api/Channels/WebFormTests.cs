using System.Net.Http.Headers;
using System.Text;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;

namespace LeadHeat.Tests.Api.Channels;

/// <summary>Forms of ours, sent from sites as browsers send them.</summary>
[Collection("channels")]
public sealed class WebFormTests(ChannelsFixture fixture)
{
    private const string Site = "https://www.example.com";
    private const string Consent = "You may call me about homes.";

    [Fact]
    public async Task Filled_in_form_is_a_scored_lead_with_consent_campaign_and_notes()
    {
        var (form, email) = (await FormAsync(), $"{Guid.NewGuid():N}@example.com");

        var (status, id) = await SendAsync(form, $"full_name=Asha+Rao&email={email}&where=Whitefield&budget=1.5+Cr&pets=two+cats&consent=yes&utm_source=google&utm_campaign=monsoon");

        Assert.Equal(202, status);
        var lead = await LeadAsync(id!);
        Assert.Equal((LeadSource.WebForm, email, "Asha Rao"), (lead.Lead.Source, lead.Contact.Email, lead.Contact.Name));
        Assert.Equal(["Whitefield"], lead.Facts.Single(fact => fact.Field == FactFields.Areas).Value.Items!);
        Assert.All(lead.Facts, fact => Assert.Equal(FactSource.Form, fact.SetBy));
        Assert.True(lead.Score > 0);
        var consent = Assert.Single(lead.Contact.Consents);
        Assert.Equal((true, "web_form", Consent), (consent.Granted, consent.Source, consent.Words));
        Assert.Equal("google", lead.Origin!["utm_source"]);
        Assert.Contains(lead.Timeline, line => line.Text == "pets: two cats");
        Assert.Contains(lead.Timeline, line => line.Text.Contains("campaign “monsoon”", StringComparison.Ordinal));
        Assert.Equal(1, (await fixture.Team.GetWebFormsAsync()).Items.Single(item => item.Form.Name == form).Leads);
    }

    [Fact]
    public async Task Same_id_or_same_content_within_a_minute_is_one_lead()
    {
        var (form, email, id) = (await FormAsync(), $"{Guid.NewGuid():N}@example.com", Guid.NewGuid().ToString("N"));

        var twice = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(form, $$"""{"email":"{{email}}","lh_id":"{{id}}"}""", "application/json")));
        var (_, first) = await SendAsync(form, $"email={email}&pets=dog");
        var (_, again) = await SendAsync(form, $"pets=dog&email={email}");

        Assert.All(twice, answer => Assert.Equal((202, $"{form}:{id}"), answer));
        var kept = await fixture.Team.GetInboundAsync(Assert.Single((await fixture.Team.GetInboundAsync($"{form}:{id}")).Items).Id);
        Assert.Equal((DeliveryVerdict.Open, null), (kept.Verdict, kept.SignedBy));
        Assert.NotEqual(first, again);
        Assert.Equal((await LeadAsync(first!)).Id, (await LeadAsync(again!)).Id);
        Assert.NotEqual((await LeadAsync($"{form}:{id}")).Id, (await LeadAsync(first!)).Id);
        Assert.Equal(2, (await fixture.Team.GetWebFormsAsync()).Items.Single(item => item.Form.Name == form).Leads);
    }

    [Fact]
    public async Task Robot_is_thanked_and_makes_no_lead()
    {
        var form = await FormAsync();

        var (status, id) = await SendAsync(form, "email=spam%40example.com&lh_website=http%3A%2F%2Fspam.example");

        Assert.Equal(202, status);
        Assert.Null((await fixture.EventAsync(id!, InboundState.Done)).LeadId);
    }

    [Fact]
    public async Task What_is_no_form_is_refused_and_kept_for_somebody_to_look_at()
    {
        var form = await FormAsync();
        var before = (await fixture.Team.GetInboundCountsAsync()).Quarantined;

        var (status, _) = await SendAsync(form, "{\"email\":", "application/json");

        Assert.Equal(400, status);
        await Eventually.TrueAsync(
            async () => (await fixture.Team.GetInboundAsync(channel: InboundChannel.WebForm, state: InboundState.Quarantined)).Items
                .Any(item => item.ExternalId.StartsWith(form + ":", StringComparison.Ordinal)),
            TimeSpan.FromSeconds(90), () => $"{before} were quarantined before");
    }

    [Fact]
    public async Task Only_the_forms_own_sites_may_send_it_and_browsers_are_told_so()
    {
        var form = await FormAsync();

        using var asked = await RequestAsync(HttpMethod.Options, form, Site, null);
        using var refused = await RequestAsync(HttpMethod.Options, form, "https://evil.example", null);
        using var sent = await RequestAsync(HttpMethod.Post, form, Site, Fields("email=a%40example.com"));
        using var forged = await RequestAsync(HttpMethod.Post, form, "https://www.example.com.evil.example", Fields("email=b%40example.com"));

        Assert.Equal((204, Site), ((int)asked.StatusCode, asked.Headers.GetValues("Access-Control-Allow-Origin").Single()));
        Assert.Equal(403, (int)refused.StatusCode);
        Assert.False(refused.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal((202, Site), ((int)sent.StatusCode, sent.Headers.GetValues("Access-Control-Allow-Origin").Single()));
        Assert.Equal(403, (int)forged.StatusCode);
    }

    [Fact]
    public async Task Browser_without_a_script_goes_on_to_the_forms_next_page()
    {
        var form = await FormAsync(redirect: "https://www.example.com/thanks");

        using var answer = await RequestAsync(HttpMethod.Post, form, Site, Fields("email=c%40example.com"), "text/html,*/*");

        Assert.Equal((303, "https://www.example.com/thanks"), ((int)answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task Closed_unknown_and_unreadable_are_told_apart()
    {
        var form = await FormAsync(isOpen: false);

        Assert.Equal(410, (await SendAsync(form, "email=a%40example.com")).Status);
        Assert.Equal(404, (await SendAsync("no-such-form", "email=a%40example.com")).Status);
        Assert.Equal(415, (await SendAsync(await FormAsync(), "email=a", "text/plain")).Status);
        Assert.Equal(413, (await SendAsync(await FormAsync(), "email=" + new string('a', 70_000))).Status);
    }

    [Theory]
    [InlineData("nosuchfield", "https://www.example.com", null)]
    [InlineData("email", "www.example.com", null)]
    [InlineData("email", "https://www.example.com/page", null)]
    [InlineData("email", "https://www.example.com", "javascript:alert(1)")]
    public async Task Form_that_names_what_there_is_not_is_refused(string field, string origin, string? redirect)
    {
        var form = new WebForm("wrong", "Wrong", "real-estate", [new("email", "E-mail", field)], [origin], Redirect: redirect);

        Assert.Equal(400, (int)(await Assert.ThrowsAsync<LeadHeatException>(() => fixture.Team.SetWebFormAsync(form))).Status);
    }

    private async Task<string> FormAsync(string? redirect = null, bool isOpen = true)
    {
        var name = $"form-{Guid.NewGuid():N}";
        var view = await fixture.Team.SetWebFormAsync(new WebForm(
            name, "Contact", "real-estate",
            [
                new("full_name", "Name", FactFields.Name), new("email", "E-mail", FactFields.Email, IsRequired: true), new("where", "Where", FactFields.Areas),
                new("budget", "Budget", FactFields.Budget),
            ], [Site], Consent, redirect, isOpen));
        Assert.Contains($"/api/forms/{name}", view.Html, StringComparison.Ordinal);
        return name;
    }

    private async Task<LeadDetail> LeadAsync(string id) => await fixture.Team.GetLeadAsync((await fixture.EventAsync(id, InboundState.Done)).LeadId!.Value);

    private async Task<(int Status, string? Id)> SendAsync(string form, string body, string type = "application/x-www-form-urlencoded")
    {
        using var answer = await RequestAsync(HttpMethod.Post, form, null, new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(type)));
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, answer.IsSuccessStatusCode ? System.Text.Json.JsonDocument.Parse(text).RootElement.GetProperty("id").GetString() : null);
    }

    // Each request has an address of its own, so that tests do not share its limits.
    private async Task<HttpResponseMessage> RequestAsync(HttpMethod method, string form, string? origin, HttpContent? content, string accept = "application/json")
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(fixture.App.ApiUrl) };
        using var request = new HttpRequestMessage(method, $"{Routes.Forms}/{form}") { Content = content };
        request.Headers.Add("Accept", accept);
        request.Headers.Add(Routes.ApiKeyHeader, fixture.App.ServiceKey());
        request.Headers.Add("X-Forwarded-For", Caller.AnyAddress());
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return await http.SendAsync(request);
    }

    private static StringContent Fields(string fields) => new(fields, Encoding.UTF8, new MediaTypeHeaderValue("application/x-www-form-urlencoded"));
}
