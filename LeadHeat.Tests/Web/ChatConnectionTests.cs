using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Web;

/// <summary>Nothing is lost and nothing doubled by reloads, second pages and lost connections.</summary>
[Collection("app")]
public sealed class ChatConnectionTests(AppFixture fixture, Chromium chromium)
{
    [Fact]
    public async Task Reload_shows_the_whole_conversation_again()
    {
        await using var chat = await Chat.OpenAsync(chromium, fixture.App);
        await chat.AskAsync(Chat.Wish);
        var before = await chat.Page.Locator(".row .bubble").AllInnerTextsAsync();

        await chat.Page.ReloadAsync();
        await chat.ByBot.First.WaitForAsync();

        Assert.Equal(before, await chat.Page.Locator(".row .bubble").AllInnerTextsAsync());
        Assert.InRange(await chat.Cards.CountAsync(), 1, 3);
    }

    [Fact]
    public async Task Reload_in_the_middle_of_a_reply_brings_it_once()
    {
        await using var chat = await Chat.OpenAsync(chromium, fixture.App);

        await chat.WriteAsync(Chat.Wish);
        await chat.Page.ReloadAsync();

        await chat.ByBot.First.WaitForAsync();
        Assert.Equal([Chat.Wish], await chat.OwnTextsAsync());
        Assert.Equal(1, await chat.ByBot.CountAsync());
    }

    [Fact]
    public async Task Lost_connection_loses_nothing_and_doubles_nothing()
    {
        await using var network = new CuttableProxy(fixture.App.WebUrl);
        await using var chat = await Chat.OpenAsync(chromium, fixture.App, origin: network.Url);
        var email = $"{Guid.NewGuid():N}@example.com";
        await chat.AskAsync($"{Chat.Wish}, {email}");

        await chat.WriteAsync("I can move within 3 months");
        network.Cut();
        await chat.Bar.WaitForAsync();
        await chat.WriteAsync("The loan is approved");
        network.Mend();

        await Chat.UntilAsync(async () => await chat.ByBot.CountAsync() == 3, "three answers");
        Assert.Equal([$"{Chat.Wish}, {email}", "I can move within 3 months", "The loan is approved"], await chat.OwnTextsAsync());
        await chat.Bar.WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Hidden });
        var stored = (await (await Team.SignInAsync(fixture.App)).FindAsync(email)).Transcript.Items;
        Assert.Equal(await chat.OwnTextsAsync(), stored.Where(message => message.Author == MessageAuthor.Visitor).Select(message => message.Text));
        Assert.Equal(1 + 3, stored.Count(message => message.Author == MessageAuthor.Bot));
    }

    [Fact]
    public async Task What_was_written_while_offline_is_sent_even_after_a_reload()
    {
        await using var network = new CuttableProxy(fixture.App.WebUrl);
        await using var chat = await Chat.OpenAsync(chromium, fixture.App, origin: network.Url);
        network.Cut();
        await chat.WriteAsync(Chat.Wish);
        await chat.Page.GetByText("Waiting for connection").WaitForAsync();

        network.Mend();
        await chat.Page.ReloadAsync();

        await chat.ByBot.First.WaitForAsync();
        Assert.Equal([Chat.Wish], await chat.OwnTextsAsync());
    }

    [Fact]
    public async Task Two_pages_of_one_visitor_show_the_same()
    {
        await using var chat = await Chat.OpenAsync(chromium, fixture.App);
        await chat.AskAsync(Chat.Wish);
        var other = new Chat(await chat.Page.Context.NewPageAsync());
        await other.Page.GotoAsync(chat.Page.Url);
        await other.ByBot.First.WaitForAsync();

        await chat.AskAsync("The loan is approved");

        await other.ByBot.Nth(1).WaitForAsync();
        Assert.Equal(await chat.OwnTextsAsync(), await other.OwnTextsAsync());
        Assert.Equal(await chat.ByBot.AllInnerTextsAsync(), await other.ByBot.AllInnerTextsAsync());
    }
}
