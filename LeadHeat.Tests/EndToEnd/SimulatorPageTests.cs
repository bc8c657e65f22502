using LeadHeat.Tests.Api;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadHeat.Tests.EndToEnd;

/// <summary>All of it shown without an account at Meta.</summary>
[Collection("app")]
public sealed class SimulatorPageTests(AppFixture fixture, Chromium chromium)
{
    private const float Patience = 120_000;

    [Fact]
    public async Task Simulated_traffic_is_sent_from_the_page_which_says_that_nothing_is_lost_or_doubled()
    {
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        await page.OpenAsync(fixture.App, "/intake");
        var panel = page.GetByTestId("simulator");

        foreach (var (label, value) in ((string, string)[])[("How many", "20"), ("A second", "200"), ("Twice, %", "40"), ("Late, %", "20"), ("Seed", $"{Random.Shared.Next(1_000, 9_999)}")])
            await panel.GetByLabel(label, new() { Exact = true }).FillAsync(value);
        await panel.GetByTestId("simulate").ClickAsync();

        await Expect(panel.GetByTestId("progress")).ToContainTextAsync("done", new() { Timeout = Patience });
        await Expect(panel.GetByTestId("ledger")).ToContainTextAsync("All of it is here once, and in its order.", new() { Timeout = Patience });
        foreach (var harm in (string[])["Lost", "Doubled", "Out of order", "Second conversations"])
            await Expect(panel.Locator("dl.harm > *").Filter(new() { HasText = harm })).ToContainTextAsync("0");
        await page.Context.DisposeAsync();
        await Quiet.UntilAsync(fixture.App);
    }
}
