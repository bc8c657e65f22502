using LeadHeat.Core.Scoring;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Web;
using Microsoft.Playwright;

namespace LeadHeat.Tests.EndToEnd;

/// <summary>A team lead changes how leads are judged, seen with two pairs of eyes.</summary>
[Collection("app")]
public sealed class ScorecardJobTests(AppFixture fixture, Chromium chromium)
{
    private const int Top = 10;
    private const string Inbox = "/inbox?sort=score";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(180);

    [Fact]
    public async Task A_weight_is_changed_tried_published_and_the_inbox_reorders_while_somebody_looks_on()
    {
        var colleague = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        await colleague.OpenAsync(fixture.App, Inbox);
        await colleague.GetByTestId("lead-row").First.WaitForAsync();
        await colleague.EvaluateAsync("() => { window.sameDocument = true; }");
        var before = await OrderAsync(colleague);
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);

        await page.OpenAsync(fixture.App, "/scorecards");
        await page.Locator("tr[data-card='real-estate-fit'][data-version='1']").GetByTestId("new-draft").ClickAsync();
        await page.GetByTestId("total").WaitForAsync();
        await SetAsync(page, "budget", 5);
        await Assertions.Expect(page.GetByTestId("total")).ToHaveTextAsync("80 of 100");
        await Assertions.Expect(page.GetByTestId("card-error")).ToContainTextAsync("add up to 80");
        await SetAsync(page, "contact", 28);
        await Assertions.Expect(page.GetByTestId("total")).ToHaveTextAsync("100 of 100");
        await page.GetByTestId("try").ClickAsync();
        await Assertions.Expect(page.GetByTestId("flips").Locator("a").First).ToBeVisibleAsync(new() { Timeout = (float)Soon.TotalMilliseconds });
        await Assertions.Expect(page.GetByTestId("thresholds")).ToContainTextAsync("80, as it is");
        await page.GetByTestId("publish").ClickAsync();

        await Eventually.TrueAsync(async () => !before.Take(Top).SequenceEqual((await OrderAsync(colleague)).Take(Top)), Soon, () => "another order of the inbox");
        Assert.True(await colleague.EvaluateAsync<bool>("() => window.sameDocument === true"), "the page was loaded again");
        await TakeBackAsync(page);
        await Eventually.TrueAsync(async () => before.Take(Top).SequenceEqual((await OrderAsync(colleague)).Take(Top)), Soon, () => "the old order of the inbox");
        await page.Context.DisposeAsync();
        await colleague.Context.DisposeAsync();
    }

    private async Task TakeBackAsync(IPage page)
    {
        await page.OpenAsync(fixture.App, "/scorecards");
        await page.GetByTestId("withdraw").First.ClickAsync();
        var team = await Team.SignInAsync(fixture.App);
        await Eventually.TrueAsync(
            async () => (await team.GetScorecardsAsync()).Items.Any(card => card is { Name: "real-estate-fit", Version: 1, Role: CardRole.Primary }), Soon, () => "version 1 again");
    }

    private static async Task SetAsync(IPage page, string rule, int points)
    {
        var field = page.Locator($"[data-rule='{rule}'] input");
        await field.FillAsync($"{points}");
        await field.PressAsync("Tab");
    }

    private static async Task<string[]> OrderAsync(IPage page) =>
        await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('[data-testid=lead-row]')].map(row => row.dataset.id + row.dataset.score)");
}
