using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Web;
using Microsoft.Playwright;

namespace LeadHeat.Tests.EndToEnd;

/// <summary>A browser in which somebody of the team is signed in.</summary>
internal static class TeamBrowser
{
    public static async Task<IPage> SignInAsync(Chromium chromium, RunningApp app, Screen screen)
    {
        var context = await chromium.OpenAsync(screen);
        var page = await context.NewPageAsync();
        await page.GotoAsync(app.WebUrl + "/sign-in");
        await page.FillAsync("input[type=email]", app.AdminEmail);
        await page.FillAsync("input[type=password]", app.AdminPassword);
        await page.PressAsync("input[type=password]", "Enter");
        await page.WaitForURLAsync(address => !address.Contains("/sign-in", StringComparison.Ordinal));
        return page;
    }

    /// <summary>Opens a page and waits until it is live.</summary>
    public static async Task OpenAsync(this IPage page, RunningApp app, string path)
    {
        await page.GotoAsync(app.WebUrl + path);
        await page.Locator(".live.on").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }
}
