using LeadHeat.Tests.AppHost;
using Microsoft.Playwright;

namespace LeadHeat.Tests.Web;

/// <summary>A visitor's chat page as its visitor handles it.</summary>
internal sealed class Chat(IPage page) : IAsyncDisposable
{
    /// <summary>What homes of the demo data answer.</summary>
    public const string Wish = "2BHK in Whitefield under 2 Cr";

    public IPage Page => page;

    public ILocator Greeting => page.Locator("[data-greeting] .bubble");

    public ILocator Chips => page.Locator(".chip");

    public ILocator Cards => page.Locator(".card");

    public ILocator Own => page.Locator(".row.visitor");

    public ILocator ByBot => page.Locator(".row.bot[data-id]");

    public ILocator ByPerson => page.Locator(".row.person");

    public ILocator Earlier => page.GetByRole(AriaRole.Button, new() { Name = "Earlier messages" });

    public ILocator Bar => page.Locator(".bar");

    public static async Task<Chat> OpenAsync(Chromium chromium, RunningApp app, Screen? screen = null, string? origin = null, string playbook = "real-estate")
    {
        var context = await chromium.OpenAsync(screen ?? Screen.Desk);
        var chat = new Chat(await context.NewPageAsync());
        await chat.Page.GotoAsync($"{origin ?? app.WebUrl}/chat?playbook={playbook}");
        await chat.Greeting.WaitForAsync();
        return chat;
    }

    public async Task WriteAsync(string text)
    {
        await page.FillAsync("textarea", text);
        await page.PressAsync("textarea", "Enter");
    }

    /// <summary>Writes, and waits for the bot's stored reply.</summary>
    public async Task<string> AskAsync(string text)
    {
        var before = await ByBot.CountAsync();
        await WriteAsync(text);
        await ByBot.Nth(before).WaitForAsync();
        return await ByBot.Nth(before).Locator(".bubble").InnerTextAsync();
    }

    public async Task<IReadOnlyList<string>> OwnTextsAsync() => await Own.Locator(".bubble").AllInnerTextsAsync();

    public static Task UntilAsync(Func<Task<bool>> condition, string otherwise) =>
        Eventually.TrueAsync(condition, TimeSpan.FromSeconds(60), () => otherwise);

    public async ValueTask DisposeAsync() => await page.Context.DisposeAsync();
}
