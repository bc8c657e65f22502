using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Web;
using Microsoft.Playwright;

namespace LeadHeat.Tests.EndToEnd;

/// <summary>What visitors and the team notice when processes die or stand still.</summary>
[Collection("own app")]
public sealed class OutageTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Killed_web_comes_back_and_the_visitor_loses_nothing()
    {
        await using var app = await RunningApp.StartAsync();
        await using var chat = await Chat.OpenAsync(chromium, app);
        await chat.AskAsync("2BHK in Whitefield under 2 Cr");

        app.Kill("web");
        await chat.WriteAsync("The loan is approved");

        await chat.ByBot.Nth(1).WaitForAsync(new() { Timeout = 180_000 });
        Assert.Equal(["2BHK in Whitefield under 2 Cr", "The loan is approved"], await chat.OwnTextsAsync());
        Assert.Equal(2, await chat.ByBot.CountAsync());
        await Assertions.Expect(chat.Bar).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Killed_api_comes_back_and_the_visitor_is_answered_once()
    {
        await using var app = await RunningApp.StartAsync();
        await using var chat = await Chat.OpenAsync(chromium, app);

        app.Kill("api");
        await chat.WriteAsync("2BHK in Whitefield under 2 Cr");

        await chat.ByBot.First.WaitForAsync(new() { Timeout = 180_000 });
        Assert.Equal(["2BHK in Whitefield under 2 Cr"], await chat.OwnTextsAsync());
        Assert.Equal(1, await chat.ByBot.CountAsync());
    }

    [Fact]
    public async Task While_the_api_stands_still_pages_show_that_they_load_and_then_what_they_loaded()
    {
        await using var app = await RunningApp.StartAsync(new AppOptions { Environment = { ["Pages__WaitSeconds"] = "1" } });
        var page = await TeamBrowser.SignInAsync(chromium, app, Screen.Desk);
        await page.OpenAsync(app, "/inbox");

        app.Kill("api", UnixSignal.Stop);
        foreach (var path in (string[])["/inbox", "/overview", "/uploads"])
        {
            await page.GotoAsync(app.WebUrl + path, new() { WaitUntil = WaitUntilState.Commit, Timeout = 20_000 });
            await Assertions.Expect(Loading(page)).ToBeVisibleAsync(new() { Timeout = 10_000 });
        }
        app.Kill("api", UnixSignal.Continue);

        await Assertions.Expect(Loading(page)).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(page.GetByText("cannot be reached")).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByLabel("CSV file")).ToBeAttachedAsync(new() { Timeout = 60_000 });
        await page.Context.DisposeAsync();
    }

    private static ILocator Loading(IPage page) => page.GetByRole(AriaRole.Status, new() { NameRegex = new("^Loading") }).First;
}
