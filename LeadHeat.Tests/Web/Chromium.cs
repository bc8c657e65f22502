using Microsoft.Playwright;

namespace LeadHeat.Tests.Web;

/// <summary>One real browser for all tests that want one; each test opens contexts of its own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
    ];

    /// <summary>How long a page may take for anything, in milliseconds: machines of two cores are slow when everything runs at once.</summary>
    private const float Patience = 60_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        var path = Environment.GetEnvironmentVariable("LEADHEAT_CHROMIUM") ?? "/usr/bin/chromium";
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments, Timeout = 3 * Patience });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A browser window of somebody who has not been here before.</summary>
    public async Task<IBrowserContext> OpenAsync(Screen screen)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = screen.Width, Height = screen.Height },
            ColorScheme = screen.Dark ? ColorScheme.Dark : ColorScheme.Light,
            HasTouch = screen.IsPhone,
            IsMobile = screen.IsPhone,
            DeviceScaleFactor = screen.IsPhone ? 2 : 1,
        });
        context.SetDefaultTimeout(Patience);
        return context;
    }
}

/// <summary>What somebody looks at.</summary>
public sealed record Screen(int Width, int Height, bool Dark = false)
{
    public static readonly Screen Desk = new(1440, 900);
    public static readonly Screen Phone = new(390, 844);

    public bool IsPhone => Width < 600;
}
