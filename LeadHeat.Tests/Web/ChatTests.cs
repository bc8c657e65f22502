using System.IO.Compression;
using System.Net;
using System.Net.WebSockets;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Tests.AppHost;
using Solution = LeadHeat.AppHost.Local.Engine.Solution;

namespace LeadHeat.Tests.Web;

[Collection("app")]
public sealed class ChatTests(AppFixture fixture, Chromium chromium)
{
    private const string Wish = "2BHK in Whitefield under 2 Cr";

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

        var reply = await chat.AskAsync(Wish);
        var growth = await chat.Page.EvaluateAsync<string[]>("() => window.growth");

        Assert.True(growth.Length > 1, $"the words came in {growth.Length} piece(s)");
        Assert.All(growth, words => Assert.True(words.Length <= reply.Length + 2));
        Assert.InRange(await chat.Cards.CountAsync(), 1, 3);
        Assert.All(await chat.Cards.Locator(".card-place").AllInnerTextsAsync(), place => Assert.StartsWith("Whitefield", place));
        Assert.All(await chat.Cards.Locator(".card-facts").AllInnerTextsAsync(), facts => Assert.StartsWith("2 beds", facts));
    }

    [Fact]
    public async Task Card_writes_for_the_visitor()
    {
        await using var chat = await Chat.OpenAsync(chromium, fixture.App);
        await chat.AskAsync(Wish);
        var title = await chat.Cards.First.Locator("h2").InnerTextAsync();

        await chat.Cards.First.GetByText("Tell me more").ClickAsync();

        Assert.Equal($"Tell me more about {title}", (await chat.OwnTextsAsync())[^1]);
    }

    [Fact]
    public async Task Reload_shows_the_whole_conversation_again()
    {
        await using var chat = await Chat.OpenAsync(chromium, fixture.App);
        await chat.AskAsync(Wish);
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

        await chat.WriteAsync(Wish);
        await chat.Page.ReloadAsync();

        await chat.ByBot.First.WaitForAsync();
        Assert.Equal([Wish], await chat.OwnTextsAsync());
        Assert.Equal(1, await chat.ByBot.CountAsync());
    }

    [Fact]
    public async Task Lost_connection_loses_nothing_and_doubles_nothing()
    {
        await using var network = new CuttableProxy(fixture.App.WebUrl);
        await using var chat = await Chat.OpenAsync(chromium, fixture.App, origin: network.Url);
        var email = $"{Guid.NewGuid():N}@example.com";
        await chat.AskAsync($"{Wish}, {email}");

        await chat.WriteAsync("I can move within 3 months");
        network.Cut();
        await chat.Bar.WaitForAsync();
        await chat.WriteAsync("The loan is approved");
        network.Mend();

        await Chat.UntilAsync(async () => await chat.ByBot.CountAsync() == 3, "three answers");
        Assert.Equal([$"{Wish}, {email}", "I can move within 3 months", "The loan is approved"], await chat.OwnTextsAsync());
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
        await chat.WriteAsync(Wish);
        await chat.Page.GetByText("Waiting for connection").WaitForAsync();

        network.Mend();
        await chat.Page.ReloadAsync();

        await chat.ByBot.First.WaitForAsync();
        Assert.Equal([Wish], await chat.OwnTextsAsync());
    }

    [Fact]
    public async Task Person_answers_and_the_visitor_sees_it_at_once()
    {
        await using var chat = await Chat.OpenAsync(chromium, fixture.App);
        var email = $"{Guid.NewGuid():N}@example.com";
        await chat.AskAsync($"{Wish}, {email}");
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
        await chat.AskAsync($"{Wish}, {email}");
        var team = await Team.SignInAsync(fixture.App);
        await team.SendMessageAsync((await team.FindAsync(email)).Id, new SendMessage("Hello, a person here.", Guid.NewGuid().ToString()));
        await chat.ByPerson.WaitForAsync();

        await chat.WriteAsync("Saturday suits me");

        await chat.Page.Locator(".row.visitor").Last.GetByText("Sent").WaitForAsync();
        await chat.Page.Locator(".typing").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        Assert.Equal(1, await chat.ByBot.CountAsync());
    }

    [Fact]
    public async Task Two_pages_of_one_visitor_show_the_same()
    {
        await using var chat = await Chat.OpenAsync(chromium, fixture.App);
        await chat.AskAsync(Wish);
        var other = new Chat(await chat.Page.Context.NewPageAsync());
        await other.Page.GotoAsync(chat.Page.Url);
        await other.ByBot.First.WaitForAsync();

        await chat.AskAsync("The loan is approved");

        await other.ByBot.Nth(1).WaitForAsync();
        Assert.Equal(await chat.OwnTextsAsync(), await other.OwnTextsAsync());
        Assert.Equal(await chat.ByBot.AllInnerTextsAsync(), await other.ByBot.AllInnerTextsAsync());
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

    [Fact]
    public async Task Unknown_business_is_refused_with_a_reason()
    {
        var context = await chromium.OpenAsync(Screen.Desk);
        await using var chat = new Chat(await context.NewPageAsync());

        await chat.Page.GotoAsync($"{fixture.App.WebUrl}/chat?playbook=no-such-business");

        await chat.Bar.WaitForAsync();
        Assert.Contains("playbook is unknown", await chat.Bar.InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await chat.Page.Locator("textarea").IsDisabledAsync());
    }

    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    public async Task Narrow_page_does_not_scroll_sideways_and_can_be_tapped(int width)
    {
        await using var chat = await Chat.OpenAsync(chromium, fixture.App, new Screen(width, 700));
        await chat.AskAsync(Wish);

        var scrollWidth = await chat.Page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.querySelector('.scroll').scrollWidth)");
        var small = await chat.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('button, textarea')].filter(it => it.offsetParent && it.getBoundingClientRect().height < 44).map(it => it.outerHTML)
            """);

        Assert.Equal(width, scrollWidth);
        Assert.Empty(small);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Page_has_no_fault_that_a_checker_of_accessibility_finds(bool dark)
    {
        await using var chat = await Chat.OpenAsync(chromium, fixture.App, Screen.Phone with { Dark = dark });
        await chat.AskAsync(Wish);
        // Colours on their way are no colours yet.
        await chat.Page.EvaluateAsync("() => Promise.all(document.getAnimations().filter(it => it.effect.getTiming().iterations === 1).map(it => it.finished))");

        await chat.Page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(Solution.Root, "node_modules", "axe-core", "axe.min.js")));
        var faults = await chat.Page.EvaluateAsync<string[]>("""
            async () => (await axe.run()).violations.map(fault => fault.id + ': ' + fault.nodes.map(node => node.html).join(' | '))
            """);

        Assert.Empty(faults);
    }

    [Fact]
    public async Task Everything_a_visitor_loads_weighs_less_than_60_kB()
    {
        using var client = new HttpClient();
        var total = 0;
        foreach (var file in new[] { "js/chat.js", "js/chat.css", "embed.js" })
        {
            using var packed = new MemoryStream();
            await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
                await gzip.WriteAsync(await client.GetByteArrayAsync(new Uri($"{fixture.App.WebUrl}/{file}")));
            total += (int)packed.Length;
        }

        Assert.InRange(total, 10_000, 60 * 1024);
    }

    [Fact]
    public async Task Page_allows_no_inline_script_and_only_listed_sites_to_frame_it()
    {
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri($"{fixture.App.WebUrl}/chat"));
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.EndsWith($"frame-ancestors 'self' {AppFixture.AllowedOrigins}", policy, StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost:1234", HttpStatusCode.SwitchingProtocols)]
    public async Task Hub_takes_sockets_from_listed_sites_only(string origin, HttpStatusCode expected)
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", origin);
        socket.Options.CollectHttpResponseDetails = true;

        var opened = await Record.ExceptionAsync(() =>
            socket.ConnectAsync(new Uri($"{fixture.App.WebUrl.Replace("http", "ws", StringComparison.Ordinal)}/chat/hub"), CancellationToken.None));

        Assert.Equal(expected, socket.HttpStatusCode);
        Assert.Equal(expected == HttpStatusCode.Forbidden, opened is WebSocketException);
    }
}
