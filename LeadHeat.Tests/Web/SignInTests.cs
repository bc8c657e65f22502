using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.EndToEnd;
using static Microsoft.Playwright.Assertions;

namespace LeadHeat.Tests.Web;

[Collection("app")]
public sealed class SignInTests(AppFixture fixture, Chromium chromium)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/inbox?heat=hot")]
    [InlineData("/pipeline")]
    [InlineData("/leads/0190a000-0000-7000-8000-000000000000")]
    [InlineData("/problems")]
    public async Task Strangers_are_led_to_the_sign_in(string path)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

        using var response = await http.GetAsync(new Uri(fixture.App.WebUrl + path));

        Assert.Equal(System.Net.HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal($"/sign-in?return={Uri.EscapeDataString(path)}", response.Headers.Location!.PathAndQuery);
    }

    [Fact]
    public async Task Wrong_password_is_said_and_the_right_one_leads_where_one_wanted_to_go()
    {
        await using var context = await chromium.OpenAsync(Screen.Desk);
        var page = await context.NewPageAsync();
        await page.GotoAsync(fixture.App.WebUrl + "/pipeline?owner=me");

        await page.FillAsync("input[type=email]", fixture.App.AdminEmail);
        await page.FillAsync("input[type=password]", "not the password");
        await page.PressAsync("input[type=password]", "Enter");
        await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Alert)).ToBeVisibleAsync();
        await page.FillAsync("input[type=password]", fixture.App.AdminPassword);
        await page.PressAsync("input[type=password]", "Enter");

        await Expect(page).ToHaveURLAsync(fixture.App.WebUrl + "/pipeline?owner=me");
        await Expect(page.GetByTestId("board")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Signing_out_closes_the_door()
    {
        await using var context = await chromium.OpenAsync(Screen.Desk);
        var page = await context.NewPageAsync();
        await TeamBrowser.FillInAsync(page, fixture.App);

        await page.Locator(".live.on").WaitForAsync();
        var shown = await page.ReloadAsync();
        Assert.Contains("no-store", await shown!.HeaderValueAsync("Cache-Control"), StringComparison.Ordinal);
        await page.Locator(".live.on").WaitForAsync();
        await page.Locator("fluent-menu.user button").ClickAsync();
        var cleared = page.WaitForResponseAsync(response => response.Url.EndsWith("/sign-out", StringComparison.Ordinal));
        await page.GetByText("Sign out").ClickAsync();
        await Expect(page.GetByText("You are signed out.")).ToBeVisibleAsync();
        Assert.Equal("\"cache\"", await (await cleared).HeaderValueAsync("Clear-Site-Data"));
        await page.GotoAsync(fixture.App.WebUrl + "/inbox");

        await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = "Sign in to LeadHeat" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Chosen_theme_is_remembered()
    {
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        await page.OpenAsync(fixture.App, "/install");

        await page.Locator("fluent-menu.user button").ClickAsync();
        await page.GetByText("Dark theme").ClickAsync();
        await page.ReloadAsync();

        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await page.Context.DisposeAsync();
    }
}
