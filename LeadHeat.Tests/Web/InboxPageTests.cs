using System.Text.RegularExpressions;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.EndToEnd;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadHeat.Tests.Web;

[Collection("app")]
public sealed class InboxPageTests(AppFixture fixture, Chromium chromium)
{
    private const string Wish = "Hi, looking for a 2BHK in Whitefield under 2 Cr, moving within 3 months.";

    [Fact]
    public async Task Lead_appears_by_itself_with_its_score_and_opens()
    {
        var page = await OpenAsync("/inbox");

        var visitor = await Visitor.WriteAsync(fixture.App, Wish);
        var row = Row(page, visitor.LeadId);

        await Expect(row.GetByTestId("heat")).ToHaveTextAsync(new Regex(@"\d+"));
        await Expect(row).ToHaveAttributeAsync("data-score", new Regex("^[1-9]"));
        await row.ClickAsync();
        await Expect(page.GetByTestId("transcript")).ToContainTextAsync(Wish);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task View_and_open_lead_survive_a_reload()
    {
        var visitor = await Visitor.WriteAsync(fixture.App, $"{Wish} {Email()}");
        var page = await OpenAsync("/inbox");
        await page.GetByLabel("More filters").ClickAsync();
        await page.GetByLabel("Stage", new() { Exact = true }).SelectOptionAsync("new");
        await page.GetByLabel("Source", new() { Exact = true }).SelectOptionAsync("web");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Unassigned") }).ClickAsync();
        await Row(page, visitor.LeadId).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"status=new.*owner=none.*lead={visitor.LeadId}"));

        await page.ReloadAsync();

        await Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Unassigned") })).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(Row(page, visitor.LeadId)).ToHaveAttributeAsync("aria-current", "true");
        await Expect(page.GetByTestId("transcript")).ToContainTextAsync(Wish);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Search_finds_a_lead_by_its_e_mail()
    {
        var email = Email();
        var visitor = await Visitor.WriteAsync(fixture.App, $"{Wish} {email}");
        var page = await OpenAsync("/inbox");

        await page.Keyboard.PressAsync("/");
        // At once: while somebody types, the address follows some letters behind.
        await page.Keyboard.InsertTextAsync(email);

        await Expect(page.GetByTestId("lead-row")).ToHaveCountAsync(1);
        await Expect(Row(page, visitor.LeadId)).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(new Regex("find="));
        Assert.DoesNotContain(Uri.EscapeDataString(email.Split('@')[0]), page.Url, StringComparison.OrdinalIgnoreCase);
        // The page again, and the way back to it, look for the same.
        await page.ReloadAsync();
        await Expect(page.GetByTestId("lead-row")).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync(email);
        await Row(page, visitor.LeadId).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("find=.*lead="));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Keys_move_open_and_go_back()
    {
        await Visitor.WriteAsync(fixture.App, Wish);
        await Visitor.WriteAsync(fixture.App, Wish);
        var page = await OpenAsync("/inbox");
        await page.GetByTestId("lead-row").Nth(1).WaitForAsync();

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        var focused = await page.EvaluateAsync<string>("() => document.activeElement.dataset.id");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex($"lead={focused}"));
        await page.Keyboard.PressAsync("j");
        await Expect(page).ToHaveURLAsync(new Regex("lead=(?!" + focused + ")"));
        await page.Keyboard.PressAsync("Escape");

        await Expect(page).ToHaveURLAsync(new Regex("/inbox$"));
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" })).ToBeVisibleAsync();
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task View_without_leads_says_what_to_do_next()
    {
        var page = await OpenAsync("/inbox?owner=11111111-1111-4111-8111-111111111111");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nothing here" })).ToBeVisibleAsync();
        await page.GetByText("Show all leads").ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex("/inbox$"));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task On_a_phone_the_lead_takes_the_screen_and_back_leads_to_the_list()
    {
        var visitor = await Visitor.WriteAsync(fixture.App, Wish);
        var page = await OpenAsync("/inbox", Screen.Phone);

        await Row(page, visitor.LeadId).TapAsync();
        await Expect(page.GetByTestId("transcript")).ToBeVisibleAsync();
        await Expect(Row(page, visitor.LeadId)).ToBeHiddenAsync();
        await page.GetByLabel("About this lead", new() { Exact = true }).And(page.Locator("button")).TapAsync();
        await Expect(page.GetByTestId("ledger")).ToBeInViewportAsync();
        await page.GetByLabel("Close details").First.TapAsync();
        await page.GetByLabel("Back to the list").TapAsync();

        await Expect(Row(page, visitor.LeadId)).ToBeVisibleAsync();
        await page.Context.DisposeAsync();
    }

    private async Task<IPage> OpenAsync(string path, Screen? screen = null)
    {
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, screen ?? Screen.Desk);
        await page.OpenAsync(fixture.App, path);
        return page;
    }

    private static ILocator Row(IPage page, Guid lead) => page.Locator($"[data-testid=lead-row][data-id='{lead}']");

    private static string Email() => $"buyer.{Guid.NewGuid():N}@example.com";
}
