using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadHeat.Tests.EndToEnd;

/// <summary>Somebody of the team looks up what the chat asks and says.</summary>
[Collection("app")]
public sealed class PlaybookPageTests(AppFixture fixture, Chromium chromium)
{
    private readonly Camera _camera = new();

    [Fact]
    public async Task All_places_fit_beside_a_page_on_a_small_laptop()
    {
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, new Screen(1366, 700, Dark: false));
        await page.OpenAsync(fixture.App, "/playbooks");
        await Expect(page.Locator(".rail .brand")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(page.Locator(".rail .avatar")).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.Context.DisposeAsync();
    }

    public static TheoryData<int, int, bool> Screens => new() { { 1440, 900, false }, { 390, 844, true } };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Playbook_is_found_and_read(int width, int height, bool dark)
    {
        var screen = new Screen(width, height, dark);
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, screen);
        _camera.Watch(page);
        await page.OpenAsync(fixture.App, "/playbooks");
        await _camera.ShootAsync(page, screen, "playbooks");
        await page.GetByTestId("playbooks").Locator("a[href='/playbooks/real-estate']").ClickAsync();

        await Expect(page.GetByTestId("customers")).ToContainTextAsync("Investor");
        await Expect(page.GetByTestId("stages")).ToContainTextAsync("Budget known, or Timeline known");
        await Expect(page.GetByTestId("fields")).ToContainTextAsync("Bedrooms");
        await _camera.ShootAsync(page, screen, "playbook");
        await page.GetByTestId("places").Locator("summary").First.ClickAsync();
        await page.GetByTestId("intents").Locator("summary").First.ClickAsync();
        await page.GetByTestId("numbers").ScrollIntoViewIfNeededAsync();
        await _camera.ShootAsync(page, screen, "playbook-end");
        await page.GetByLabel("Back to the playbooks").ClickAsync();
        await Expect(page.GetByTestId("playbooks")).ToBeVisibleAsync();
        await page.OpenAsync(fixture.App, "/playbooks/bakery");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Unknown playbook");
        await page.Context.DisposeAsync();
        Assert.Empty(_camera.Errors);
    }
}
