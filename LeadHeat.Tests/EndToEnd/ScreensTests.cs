using LeadHeat.Core.Leads;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Web;
using Microsoft.Playwright;

namespace LeadHeat.Tests.EndToEnd;

/// <summary>Walks every page as a reader would and leaves pictures of them in artifacts/screens.</summary>
[Collection("app")]
public sealed class ScreensTests(AppFixture fixture, Chromium chromium)
{
    private readonly Camera _camera = new();

    public static TheoryData<int, int, bool> Screens => new()
    {
        { 1440, 900, false }, { 1440, 900, true }, { 800, 1000, false }, { 390, 844, false }, { 390, 844, true },
    };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Every_page_of_the_team_shows_without_a_fault(int width, int height, bool dark)
    {
        var screen = new Screen(width, height, dark);
        await ShootSignInAsync(screen);
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, screen);
        _camera.Watch(page);

        await page.OpenAsync(fixture.App, "/inbox");
        await page.GetByTestId("lead-row").First.WaitForAsync();
        await _camera.ShootAsync(page, screen, "inbox");
        await page.GetByTestId("lead-row").First.ClickAsync();
        await page.Locator("[data-message]").First.WaitForAsync();
        await _camera.ShootAsync(page, screen, "inbox-lead");
        await page.OpenAsync(fixture.App, "/inbox?owner=11111111-1111-4111-8111-111111111111");
        await _camera.ShootAsync(page, screen, "inbox-nothing-found");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("an");
        await page.GetByRole(AriaRole.Option).Nth(2).WaitForAsync();
        await _camera.ShootAsync(page, screen, "palette");
        await page.Keyboard.PressAsync("Escape");
        await page.OpenAsync(fixture.App, $"/leads/{await HottestLeadAsync()}");
        await page.Locator("[data-message]").First.WaitForAsync();
        await _camera.ShootAsync(page, screen, "lead");
        await page.OpenAsync(fixture.App, (await page.GetByTestId("why").First.GetAttributeAsync("href"))!);
        await page.GetByTestId("turn").WaitForAsync();
        await _camera.ShootAsync(page, screen, "turn");
        foreach (var place in new[] { "pipeline", "overview", "people", "people/united", "inventory", "playbooks", "playbooks/cafe", "scorecards", "scorecards/real-estate-fit/1", "heat", "evals", "knowledge", "problems", "privacy", "intake", "intake/forms", "intake/web-forms", "intake/templates", "intake/webhooks", "install", "team", "team/teams", "team/keys", "team/audit", "account" })
        {
            await page.OpenAsync(fixture.App, "/" + place);
            await page.Locator("h1").First.WaitForAsync();
            await _camera.ShootAsync(page, screen, place.Replace('/', '-'));
        }
        await page.OpenAsync(fixture.App, "/knowledge?q=what+does+a+builder+owe+me+when+the+flat+is+late");
        await page.GetByTestId("hits").Locator("article").First.WaitForAsync();
        await _camera.ShootAsync(page, screen, "knowledge-asked");
        await page.GetByTestId("hits").GetByRole(AriaRole.Link).First.ClickAsync();
        await page.Locator("mark#cited").WaitForAsync();
        await _camera.ShootAsync(page, screen, "document");
        await page.OpenAsync(fixture.App, "/knowledge?collection=nobodys");
        await _camera.ShootAsync(page, screen, "knowledge-empty");

        await page.OpenAsync(fixture.App, "/playground?playbook=real-estate");
        await page.GetByLabel("A visitor's message").FillAsync("looking for 2bhk in whitefield under 2cr, need to move in 3 months");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.GetByTestId("marked").WaitForAsync();
        await _camera.ShootAsync(page, screen, "playground");
        await page.OpenAsync(fixture.App, "/no-such-page");
        await _camera.ShootAsync(page, screen, "not-found");
        await page.Context.DisposeAsync();
        Assert.Empty(_camera.Errors);
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Chat_and_widget_show_without_a_fault(int width, int height, bool dark)
    {
        var screen = new Screen(width, height, dark);
        await using var chat = await Chat.OpenAsync(chromium, fixture.App, screen);
        _camera.Watch(chat.Page);

        await chat.Chips.First.WaitForAsync();
        await _camera.ShootAsync(chat.Page, screen, "chat");
        await chat.AskAsync("Hi, looking for a 2BHK in Whitefield under 2 Cr, moving within 3 months.");
        await chat.Cards.First.WaitForAsync();
        await _camera.ShootAsync(chat.Page, screen, "chat-reply");
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, screen);
        _camera.Watch(page);
        await page.GotoAsync(fixture.App.WebUrl + "/embed-demo");
        await page.Locator("#leadheat-chat .launcher").WaitForAsync();
        await _camera.ShootAsync(page, screen, "embed-demo");
        await page.Locator("#leadheat-chat .launcher").ClickAsync();
        await page.FrameLocator("#leadheat-chat iframe").Locator(".chip").First.WaitForAsync();
        await _camera.ShootAsync(page, screen, "embed-demo-open");

        await page.Context.DisposeAsync();
        Assert.Empty(_camera.Errors);
    }

    private async Task ShootSignInAsync(Screen screen)
    {
        await using var context = await chromium.OpenAsync(screen);
        var page = await context.NewPageAsync();
        await page.GotoAsync(fixture.App.WebUrl + "/sign-in");
        await _camera.ShootAsync(page, screen, "sign-in");
    }

    private async Task<Guid> HottestLeadAsync()
    {
        var page = await (await Team.SignInAsync(fixture.App)).GetLeadsAsync(new() { Sort = LeadSort.Score, Limit = 100 });
        return page.Items.First(lead => lead.ConversationId is not null).Id;
    }
}
