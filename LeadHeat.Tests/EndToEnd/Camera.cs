using System.Collections.Concurrent;
using LeadHeat.Tests.Web;
using Microsoft.Playwright;
using Solution = LeadHeat.AppHost.Local.Engine.Solution;

namespace LeadHeat.Tests.EndToEnd;

/// <summary>Takes the pictures in artifacts/screens, and notes what the browser complains of meanwhile.</summary>
internal sealed class Camera
{
    private static readonly string Folder = Path.Combine(Solution.Root, "artifacts", "screens");

    private readonly ConcurrentQueue<string> _errors = new();

    public IReadOnlyCollection<string> Errors => _errors;

    public async Task ShootAsync(IPage page, Screen screen, string name)
    {
        await page.EvaluateAsync("() => document.fonts.ready");
        if (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth") is > 0 and var over)
            _errors.Enqueue($"{name} at {screen.Width}: {over} pixels too wide");
        await page.ScreenshotAsync(new()
        {
            Path = Path.Combine(Folder, $"{name}-{screen.Width}-{(screen.Dark ? "dark" : "light")}.png"),
            Animations = ScreenshotAnimations.Disabled,
        });
    }

    public void Watch(IPage page)
    {
        page.PageError += (_, error) => _errors.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal))
                _errors.Enqueue($"{page.Url}: {message.Text}");
        };
    }
}
