using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Web;
using Microsoft.Playwright;

namespace LeadHeat.Tests.EndToEnd;

/// <summary>What a visitor notices when processes die.</summary>
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
}
