using System.Text.RegularExpressions;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadHeat.Tests.EndToEnd;

/// <summary>A browser in which somebody of the team is signed in.</summary>
internal static class TeamBrowser
{
    // A password takes its time to check: one sign-in's cookies serve all tests of an app for a while.
    private static readonly Kept<IReadOnlyList<Cookie>> Cookies = new();

    public static async Task<IPage> SignInAsync(Chromium chromium, RunningApp app, Screen screen)
    {
        var context = await chromium.OpenAsync(screen);
        await context.AddCookiesAsync(await Cookies.OfAsync(app, () => CookiesAsync(chromium, app)));
        return await context.NewPageAsync();
    }

    private static async Task<IReadOnlyList<Cookie>> CookiesAsync(Chromium chromium, RunningApp app)
    {
        await using var context = await chromium.OpenAsync(Screen.Desk);
        await FillInAsync(await context.NewPageAsync(), app);
        return [.. (await context.CookiesAsync()).Where(cookie => cookie.Name != "zone")
            .Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = app.WebUrl })];
    }

    /// <summary>Signs in as a person does.</summary>
    public static async Task FillInAsync(IPage page, RunningApp app)
    {
        await page.GotoAsync(app.WebUrl + "/sign-in");
        await page.FillAsync("input[type=email]", app.AdminEmail);
        await page.FillAsync("input[type=password]", app.AdminPassword);
        await page.PressAsync("input[type=password]", "Enter");
        // WaitForURLAsync misses an address that changes just as it begins to wait.
        await Expect(page).Not.ToHaveURLAsync(new Regex("/sign-in"), new() { Timeout = 30_000 });
    }

    /// <summary>Opens a page and waits until it is live.</summary>
    public static async Task OpenAsync(this IPage page, RunningApp app, string path)
    {
        await page.GotoAsync(app.WebUrl + path);
        await page.Locator(".live.on").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }
}
