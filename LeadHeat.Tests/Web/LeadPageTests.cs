using System.Text.RegularExpressions;
using LeadHeat.Core.Leads;
using LeadHeat.Tests.Api;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.EndToEnd;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadHeat.Tests.Web;

[Collection("app")]
public sealed class LeadPageTests(AppFixture fixture, Chromium chromium)
{
    private const string Wish = "Hi 🏠, looking for a 2BHK in Whitefield under 2 Cr, moving within 3 months.";

    [Fact]
    public async Task Ledger_line_lights_up_exactly_its_words()
    {
        var (page, _) = await OpenAsync();
        var lines = page.Locator("button[data-testid=ledger-line]");
        await Expect(lines).Not.ToHaveCountAsync(0);

        for (var line = 0; line < await lines.CountAsync(); line++)
        {
            var quote = await lines.Nth(line).Locator("q").InnerTextAsync();
            await lines.Nth(line).ClickAsync();
            await Expect(page.Locator("mark[data-lit]")).ToHaveTextAsync(quote);
            await Expect(page.Locator("mark[data-lit]")).ToBeInViewportAsync();
        }

        await page.Context.DisposeAsync();
    }

    // Times may run back in a conversation: a clock was set, a platform told of something late.
    [Fact]
    public async Task Days_that_come_back_in_a_conversation_break_no_page()
    {
        var (page, visitor) = await OpenAsync();
        await visitor.WriteAsync("With a balcony, please");
        await Psql.RunAsync(fixture.App, $"""
            update messages set created_at = created_at - interval '1 day'
            where author = 'bot' and conversation_id = (select conversation_id from leads where id = '{visitor.LeadId}')
            """);

        await page.OpenAsync(fixture.App, $"/leads/{visitor.LeadId}");
        await Expect(page.Locator(".day")).Not.ToHaveCountAsync(1);
        await visitor.WriteAsync("And a place for two cars");

        await Expect(page.GetByTestId("transcript")).ToContainTextAsync("a place for two cars");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Fact_lights_up_its_words_and_can_be_corrected()
    {
        var (page, _) = await OpenAsync();
        var beds = page.Locator(".fact[data-field=beds]");

        await beds.GetByTestId("fact").ClickAsync();
        await Expect(page.Locator("mark[data-lit]")).ToHaveTextAsync("2BHK");
        await beds.HoverAsync();
        await beds.GetByLabel("Correct Bedrooms").ClickAsync();
        await beds.GetByLabel("Bedrooms", new() { Exact = true }).FillAsync("3");
        await page.Keyboard.PressAsync("Enter");

        await Expect(beds).ToContainTextAsync("3");
        await Expect(beds).ToContainTextAsync("set by the team");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Answer_of_a_person_silences_the_bot_until_it_is_given_back()
    {
        var (page, visitor) = await OpenAsync();

        await page.Keyboard.PressAsync("r");
        await page.Keyboard.TypeAsync("This is Priya, I take it from here.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByTestId("handling")).ToContainTextAsync("You are answering. The bot is silent.");
        await Expect(page.Locator("article.person")).ToContainTextAsync("I take it from here.");
        await HandledByAsync(Handling.Human, visitor);
        Assert.Null(await visitor.WriteAsync("Thanks Priya, is parking included?"));
        await Expect(page.GetByTestId("transcript")).ToContainTextAsync("is parking included?");
        await page.GetByText("Give back to the bot").ClickAsync();
        await Expect(page.GetByTestId("handling")).ToBeHiddenAsync();
        await HandledByAsync(Handling.Bot, visitor);

        Assert.NotNull(await visitor.WriteAsync("And a gym?"));
        await page.Context.DisposeAsync();
    }

    // The page shows what was asked for at once, before it is stored.
    private Task HandledByAsync(Handling handling, Visitor visitor) => Eventually.TrueAsync(
        async () => (await fixture.App.Team().GetLeadAsync(visitor.LeadId)).Lead.Handling == handling, TimeSpan.FromSeconds(60), () => $"it is not {handling}'s");

    [Fact]
    public async Task Task_is_added_finished_and_taken_back()
    {
        var (page, _) = await OpenAsync();
        var task = page.GetByTestId("tasks").Locator("li", new() { HasText = "Send the floor plan" });

        await page.Keyboard.PressAsync("t");
        await page.Keyboard.TypeAsync("Send the floor plan");
        await page.Keyboard.PressAsync("Enter");
        await task.GetByRole(AriaRole.Checkbox).CheckAsync();
        await Expect(task).ToHaveClassAsync(new Regex("done"));
        await page.GetByTestId("notice").GetByText("Undo").ClickAsync();

        await Expect(task).Not.ToHaveClassAsync(new Regex("done"));
        await page.ReloadAsync();
        await Expect(task.GetByRole(AriaRole.Checkbox)).Not.ToBeCheckedAsync();
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Stage_is_changed_at_once_and_can_be_undone()
    {
        var (page, visitor) = await OpenAsync();

        await page.GetByTestId("stage").SelectOptionAsync("visit");
        await Expect(page.GetByTestId("notice")).ToContainTextAsync("moved to Visit");
        await page.GetByTestId("notice").GetByText("Undo").ClickAsync();

        await Expect(page.GetByTestId("stage")).ToHaveValueAsync("new");
        var team = await Team.SignInAsync(fixture.App);
        await Eventually.TrueAsync(
            async () => (await team.GetLeadAsync(visitor.LeadId)).Lead.Status == LeadStatus.New, TimeSpan.FromSeconds(60), () => "the stage is not back");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Score_set_by_hand_becomes_a_ledger_line_with_its_reason()
    {
        var (page, _) = await OpenAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Adjust" }).ClickAsync();
        await page.GetByLabel("Score", new() { Exact = true }).And(page.Locator("input")).FillAsync("91");
        await page.GetByLabel("Why").FillAsync("Met them at the site");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByTestId("score")).ToHaveTextAsync("91");
        await Expect(page.Locator("[data-testid=ledger-line][data-rule=manual]")).ToContainTextAsync("Met them at the site");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Message_of_the_visitor_appears_in_the_open_lead_and_is_announced()
    {
        var (page, visitor) = await OpenAsync();

        await visitor.WriteAsync("Could we see it on Sunday at 11?");

        await Expect(page.GetByTestId("transcript")).ToContainTextAsync("Could we see it on Sunday at 11?");
        await Expect(page.GetByTestId("announcer")).ToContainTextAsync("New message from");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Lead_that_is_not_there_says_so()
    {
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);

        await page.GotoAsync($"{fixture.App.WebUrl}/leads/{Guid.NewGuid()}");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "This lead is not here" })).ToBeVisibleAsync();
        await page.Context.DisposeAsync();
    }

    private async Task<(IPage Page, Visitor Visitor)> OpenAsync()
    {
        var visitor = await Visitor.WriteAsync(fixture.App, Wish);
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        await page.OpenAsync(fixture.App, $"/leads/{visitor.LeadId}");
        await page.GetByTestId("lead").WaitForAsync();
        return (page, visitor);
    }
}
