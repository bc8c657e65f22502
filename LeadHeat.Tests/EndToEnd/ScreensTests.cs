using System.Collections.Concurrent;
using LeadHeat.Core.Leads;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Web;
using Microsoft.Playwright;
using Solution = LeadHeat.AppHost.Local.Engine.Solution;

namespace LeadHeat.Tests.EndToEnd;

/// <summary>Walks every page as a reader would and leaves pictures of them in artifacts/screens.</summary>
[Collection("app")]
public sealed class ScreensTests(AppFixture fixture, Chromium chromium)
{
    private static readonly string Folder = Path.Combine(Solution.Root, "artifacts", "screens");

    private readonly ConcurrentQueue<string> _errors = new();

    public static TheoryData<int, int, bool> Screens => new()
    {
        { 1440, 900, false }, { 1440, 900, true }, { 390, 844, false }, { 390, 844, true },
    };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Every_page_of_the_team_shows_without_a_fault(int width, int height, bool dark)
    {
        var screen = new Screen(width, height, dark);
        await ShootSignInAsync(screen);
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, screen);
        Watch(page);

        await page.OpenAsync(fixture.App, "/inbox");
        await page.GetByTestId("lead-row").First.WaitForAsync();
        await ShootAsync(page, screen, "inbox");
        await page.GetByTestId("lead-row").First.ClickAsync();
        await page.Locator("[data-message]").First.WaitForAsync();
        await ShootAsync(page, screen, "inbox-lead");
        await page.OpenAsync(fixture.App, "/inbox?text=nobody-has-written-this");
        await ShootAsync(page, screen, "inbox-nothing-found");
        await page.OpenAsync(fixture.App, $"/leads/{await HottestLeadAsync()}");
        await page.Locator("[data-message]").First.WaitForAsync();
        await ShootAsync(page, screen, "lead");
        foreach (var place in new[] { "pipeline", "inventory", "heat", "evals", "problems", "playground", "install" })
        {
            await page.OpenAsync(fixture.App, "/" + place);
            await page.Locator("h1").First.WaitForAsync();
            await ShootAsync(page, screen, place);
        }

        await page.GotoAsync(fixture.App.WebUrl + "/no-such-page");
        await ShootAsync(page, screen, "not-found");
        await page.Context.DisposeAsync();
        Assert.Empty(_errors);
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Chat_and_widget_show_without_a_fault(int width, int height, bool dark)
    {
        var screen = new Screen(width, height, dark);
        await using var chat = await Chat.OpenAsync(chromium, fixture.App, screen);
        Watch(chat.Page);

        await chat.Chips.First.WaitForAsync();
        await ShootAsync(chat.Page, screen, "chat");
        await chat.AskAsync("Hi, looking for a 2BHK in Whitefield under 2 Cr, moving within 3 months.");
        await chat.Cards.First.WaitForAsync();
        await ShootAsync(chat.Page, screen, "chat-reply");
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, screen);
        Watch(page);
        await page.GotoAsync(fixture.App.WebUrl + "/embed-demo");
        await page.Locator("#leadheat-chat .launcher").WaitForAsync();
        await ShootAsync(page, screen, "embed-demo");
        await page.Locator("#leadheat-chat .launcher").ClickAsync();
        await page.FrameLocator("#leadheat-chat iframe").Locator(".chip").First.WaitForAsync();
        await ShootAsync(page, screen, "embed-demo-open");

        await page.Context.DisposeAsync();
        Assert.Empty(_errors);
    }

    private async Task ShootSignInAsync(Screen screen)
    {
        await using var context = await chromium.OpenAsync(screen);
        var page = await context.NewPageAsync();
        await page.GotoAsync(fixture.App.WebUrl + "/sign-in");
        await ShootAsync(page, screen, "sign-in");
    }

    private async Task<Guid> HottestLeadAsync()
    {
        var page = await (await Team.SignInAsync(fixture.App)).GetLeadsAsync(new() { Sort = LeadSort.Score, Limit = 1 });
        return page.Items[0].Id;
    }

    private static async Task ShootAsync(IPage page, Screen screen, string name)
    {
        await page.EvaluateAsync("() => document.fonts.ready");
        await page.ScreenshotAsync(new()
        {
            Path = Path.Combine(Folder, $"{name}-{screen.Width}-{(screen.Dark ? "dark" : "light")}.png"),
            Animations = ScreenshotAnimations.Disabled,
        });
    }

    private void Watch(IPage page)
    {
        page.PageError += (_, error) => _errors.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal))
                _errors.Enqueue($"{page.Url}: {message.Text}");
        };
    }
}
