using System.Text.RegularExpressions;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.EndToEnd;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadHeat.Tests.Web;

[Collection("app")]
public sealed class PaletteTests(AppFixture fixture, Chromium chromium)
{
    [Fact]
    public async Task Control_K_goes_to_a_page_and_to_a_lead_without_a_mouse()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        var visitor = await Visitor.WriteAsync(fixture.App, $"Hi, looking for a 2BHK in Whitefield. {email}");
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        await page.OpenAsync(fixture.App, "/inbox");

        await page.Keyboard.PressAsync("Control+k");
        await page.GetByTestId("palette").PressSequentiallyAsync("pipe");
        await Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/pipeline$"));

        await page.Keyboard.PressAsync("Control+k");
        await page.GetByTestId("palette").PressSequentiallyAsync(email);
        await Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await Expect(page.GetByTestId("palette")).ToHaveAttributeAsync("aria-activedescendant", "palette-0");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex($"lead={visitor.LeadId}"));
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await page.Context.DisposeAsync();
    }
}
