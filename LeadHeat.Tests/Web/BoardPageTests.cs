using LeadHeat.Core.Leads;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.EndToEnd;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadHeat.Tests.Web;

[Collection("app")]
public sealed class BoardPageTests(AppFixture fixture, Chromium chromium)
{
    private const string Wish = "Hello, a 3 bedroom villa in Dubai Marina please, up to AED 4M";

    [Fact]
    public async Task Card_is_moved_by_keyboard_and_the_move_is_undone()
    {
        var (page, lead) = await OpenAsync();

        await Card(page, lead).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(page.GetByTestId("announcer")).ToContainTextAsync("lifted from New");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(Card(page, lead, "working")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(Card(page, lead, "qualified")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Space");
        await StandsAsync(lead, LeadStatus.Qualified);
        await page.GetByTestId("notice").GetByText("Undo").ClickAsync();

        await Expect(Card(page, lead, "new")).ToBeVisibleAsync();
        await StandsAsync(lead, LeadStatus.New);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Escape_puts_a_lifted_card_back()
    {
        var (page, lead) = await OpenAsync();

        await Card(page, lead).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(Card(page, lead, "working")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");

        await Expect(Card(page, lead, "new")).ToBeVisibleAsync();
        await StandsAsync(lead, LeadStatus.New);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Card_is_dragged_with_the_mouse()
    {
        var (page, lead) = await OpenAsync();
        var column = (await page.GetByTestId("column-visit").BoundingBoxAsync())!;

        // Hovered and not measured: news may move it.
        await Card(page, lead).HoverAsync(new() { Position = new() { X = 30, Y = 20 } });
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(column.X + 80, column.Y + 200, new() { Steps = 8 });
        await Expect(page.GetByTestId("column-visit")).ToHaveAttributeAsync("data-over", "");
        await page.Mouse.UpAsync();

        await Expect(Card(page, lead, "visit")).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(fixture.App.WebUrl + "/pipeline");
        await StandsAsync(lead, LeadStatus.Visit);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Card_moves_by_itself_when_somebody_else_moves_it()
    {
        var (page, lead) = await OpenAsync();

        await (await Team.SignInAsync(fixture.App)).ChangeLeadAsync(lead, new ChangeLead(LeadStatus.Negotiation));

        await Expect(Card(page, lead, "negotiation")).ToBeVisibleAsync();
        await page.Context.DisposeAsync();
    }

    private async Task<(IPage Page, Guid Lead)> OpenAsync()
    {
        var visitor = await Visitor.WriteAsync(fixture.App, Wish);
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        await page.OpenAsync(fixture.App, "/pipeline");
        await Card(page, visitor.LeadId).WaitForAsync();
        return (page, visitor.LeadId);
    }

    private static ILocator Card(IPage page, Guid lead, string? column = null) =>
        (column is null ? page.GetByTestId("board") : page.GetByTestId($"column-{column}")).Locator($"[data-card][data-id='{lead}']");

    private async Task StandsAsync(Guid lead, LeadStatus status)
    {
        var team = await Team.SignInAsync(fixture.App);
        await Eventually.TrueAsync(async () => (await team.GetLeadAsync(lead)).Lead.Status == status, TimeSpan.FromSeconds(60), () => $"the lead is not in {status}");
    }
}
