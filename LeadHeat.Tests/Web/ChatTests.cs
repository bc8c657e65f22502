using System.Globalization;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Tests.Api.Conversations;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Web;

/// <summary>What a visitor and whoever answers say to each other.</summary>
[Collection("app")]
public sealed class ChatTests(AppFixture fixture, Chromium chromium)
{
    [Fact]
    public async Task Greeting_comes_with_suggestions_that_go_once_one_is_taken()
    {
        await using var chat = await Chat.OpenAsync(chromium, fixture.App);

        var suggestions = await chat.Chips.AllInnerTextsAsync();
        await chat.Chips.First.ClickAsync();

        Assert.InRange(suggestions.Count, 2, 4);
        Assert.Equal([suggestions[0]], await chat.OwnTextsAsync());
        await chat.ByBot.First.WaitForAsync();
        Assert.NotEqual(suggestions, await chat.Chips.AllInnerTextsAsync());
    }

    [Fact]
    public async Task Reply_is_streamed_and_shows_units_that_fit()
    {
        await using var chat = await Chat.OpenAsync(chromium, fixture.App);
        await chat.Page.EvaluateAsync("""
            () => {
              window.growth = [];
              new MutationObserver(() => {
                const words = document.querySelector('.drafting .bubble')?.innerText;
                if (words && words !== window.growth.at(-1)) window.growth.push(words);
              }).observe(document.querySelector('.messages'), { subtree: true, childList: true });
            }
            """);

        var reply = await chat.AskAsync(Chat.Wish);
        var growth = await chat.Page.EvaluateAsync<string[]>("() => window.growth");
        // A browser that gets to draw nothing for a second shows an answer whole.
        for (var more = 1; more < 5 && growth.Length < 2; more++)
        {
            await chat.Page.EvaluateAsync("() => { window.growth = []; }");
            reply = await chat.AskAsync($"{Chat.Wish}, on floor {more}");
            growth = await chat.Page.EvaluateAsync<string[]>("() => window.growth");
        }

        Assert.True(growth.Length > 1, $"the words came in {growth.Length} piece(s)");
        Assert.All(growth, words => Assert.True(words.Length <= reply.Length + 2));
        Assert.InRange(await chat.ByBot.Last.Locator(".card").CountAsync(), 1, 3);
        Assert.All(await chat.Cards.Locator(".card-place").AllInnerTextsAsync(), place => Assert.StartsWith("Whitefield", place));
        Assert.All(await chat.Cards.Locator(".card-facts").AllInnerTextsAsync(), facts => Assert.StartsWith("2 beds", facts));
    }

    [Fact]
    public async Task Card_writes_for_the_visitor()
    {
        await using var chat = await Chat.OpenAsync(chromium, fixture.App);
        await chat.AskAsync(Chat.Wish);
        var title = await chat.Cards.First.Locator("h2").InnerTextAsync();

        await chat.Cards.First.GetByText("Tell me more").ClickAsync();

        Assert.Equal($"Tell me more about {title}", (await chat.OwnTextsAsync())[^1]);
    }

    [Fact]
    public async Task Long_conversation_shows_its_end_and_the_rest_when_asked_for()
    {
        await using var chat = await Chat.OpenAsync(chromium, fixture.App);
        var email = $"{Guid.NewGuid():N}@example.com";
        await chat.AskAsync($"{Chat.Wish}, {email}");
        var lead = await (await Team.SignInAsync(fixture.App)).FindAsync(email);
        var chatter = SessionTests.Chatter(150);
        await Psql.RunAsync(fixture.App, string.Format(CultureInfo.InvariantCulture, chatter, lead.Lead.ConversationId));
        await chat.Page.ReloadAsync();
        await chat.ByPerson.Last.WaitForAsync();
        var rows = chat.Page.Locator(".row .bubble");
        var (shown, greetings) = (await rows.CountAsync(), await chat.Greeting.CountAsync());
        await chat.Earlier.ScrollIntoViewIfNeededAsync();
        var top = await TopOfAsync(chat, "word 51");

        await chat.Earlier.ClickAsync();
        await chat.Own.First.WaitForAsync();

        Assert.Equal((100, 0), (shown, greetings));
        Assert.Equal(150 + 3, await rows.CountAsync());
        Assert.Equal(["word 149", "word 150"], (await rows.AllInnerTextsAsync()).TakeLast(2));
        Assert.Contains(email, (await rows.AllInnerTextsAsync())[1], StringComparison.Ordinal);
        Assert.Equal(1, await chat.Page.Locator(".day").CountAsync());
        Assert.InRange(await TopOfAsync(chat, "word 51"), top - 60, top + 60);
        await chat.Earlier.WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Hidden });
    }

    private static async Task<float> TopOfAsync(Chat chat, string text) =>
        (await chat.Page.GetByText(text, new() { Exact = true }).BoundingBoxAsync())!.Y;

    [Fact]
    public async Task Person_answers_and_the_visitor_sees_it_at_once()
    {
        await using var chat = await Chat.OpenAsync(chromium, fixture.App);
        var email = $"{Guid.NewGuid():N}@example.com";
        await chat.AskAsync($"{Chat.Wish}, {email}");
        var team = await Team.SignInAsync(fixture.App);
        var lead = await team.FindAsync(email);
        var name = (await team.GetMeAsync()).Name;

        await team.SendMessageAsync(lead.Id, new SendMessage("I can show you two flats on Saturday.", Guid.NewGuid().ToString()));

        await chat.ByPerson.WaitForAsync();
        Assert.Equal("I can show you two flats on Saturday.", await chat.ByPerson.Locator(".bubble").InnerTextAsync());
        Assert.Equal($"{name.Split(' ')[0]} is answering", await chat.Page.Locator(".who p").InnerTextAsync());
    }

    [Fact]
    public async Task Bot_is_silent_while_a_person_answers()
    {
        await using var chat = await Chat.OpenAsync(chromium, fixture.App);
        var email = $"{Guid.NewGuid():N}@example.com";
        await chat.AskAsync($"{Chat.Wish}, {email}");
        var team = await Team.SignInAsync(fixture.App);
        await team.SendMessageAsync((await team.FindAsync(email)).Id, new SendMessage("Hello, a person here.", Guid.NewGuid().ToString()));
        await chat.ByPerson.WaitForAsync();

        await chat.WriteAsync("Saturday suits me");

        await chat.Page.Locator(".row.visitor").Last.GetByText("Sent").WaitForAsync();
        await chat.Page.Locator(".typing").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        Assert.Equal(1, await chat.ByBot.CountAsync());
    }

    [Fact]
    public async Task Markup_that_somebody_writes_is_shown_and_not_obeyed()
    {
        await using var chat = await Chat.OpenAsync(chromium, fixture.App);

        await chat.AskAsync("<img src=x onerror=\"document.title='broken'\"> 2BHK in Whitefield");
        await chat.Page.ReloadAsync();
        await chat.ByBot.First.WaitForAsync();

        Assert.Equal(["<img src=x onerror=\"document.title='broken'\"> 2BHK in Whitefield"], await chat.OwnTextsAsync());
        Assert.Equal(0, await chat.Page.Locator(".bubble img").CountAsync());
        Assert.NotEqual("broken", await chat.Page.TitleAsync());
    }

    [Fact]
    public async Task Text_that_is_too_long_is_not_sent_and_says_by_how_much()
    {
        await using var chat = await Chat.OpenAsync(chromium, fixture.App);

        await chat.WriteAsync(new string('a', 4012));

        Assert.Equal("12 characters too long. Please send it in two messages.", await chat.Page.Locator(".hint").InnerTextAsync());
        Assert.Empty(await chat.OwnTextsAsync());
        Assert.True(await chat.Page.Locator(".send").IsDisabledAsync());
    }

    [Fact]
    public async Task Shift_and_Enter_begin_a_new_line()
    {
        await using var chat = await Chat.OpenAsync(chromium, fixture.App);

        await chat.Page.FillAsync("textarea", "2BHK");
        await chat.Page.PressAsync("textarea", "Shift+Enter");
        await chat.Page.Keyboard.TypeAsync("Whitefield");
        await chat.Page.PressAsync("textarea", "Enter");

        Assert.Equal(["2BHK\nWhitefield"], await chat.OwnTextsAsync());
    }
}
