using System.Globalization;
using System.Net.Http.Json;
using LeadHeat.Tests;
using LeadHeat.Tests.AppHost;
using Microsoft.Playwright;

namespace LeadHeat.Bench;

/// <summary>
/// From sending a visitor's message to its words in an inbox that is open in a real browser: longer than from its commit, which
/// lies in between. People answer these conversations, so that no reply of the bot takes the place of the words.
/// </summary>
internal static class LiveBench
{
    private const double Bar = 250;
    private const int Conversations = 10;
    private const int Messages = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task<Report> RunAsync(string[] args)
    {
        await using var app = await RunningApp.StartAsync(new AppOptions("--demo"));
        var sessions = await TakeOverAsync(app);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await OpenInboxAsync(browser, app);

        var times = new Times();
        using var visitor = new Visitor(new Uri(app.ApiUrl), app.AdminKey, new Times());
        for (var number = 0; number < Messages; number++)
        {
            var marker = $"ping-{number}-";
            var sent = DateTimeOffset.UtcNow;
            await visitor.SayAsync(sessions[number % Conversations], $"{marker} any news about the flat?");
            if (number >= 10)
                times.Add(await SeenAsync(page, marker) - (sent - DateTimeOffset.UnixEpoch).TotalMilliseconds);
        }

        var report = new Report("live", "p50 ms", "p95 ms", "p99 ms", "messages");
        report.Add("sent to visible", times.Percentile(99) <= Bar, times.Percentile(50), times.Percentile(95), times.Percentile(99), times.Count);
        return report;
    }

    private static async Task<IReadOnlyList<Guid>> TakeOverAsync(RunningApp app)
    {
        using var client = app.ApiClient();
        List<Guid> sessions = [];
        for (var number = 0; number < Conversations; number++)
        {
            using var visitor = new Visitor(new Uri(app.ApiUrl), app.AdminKey, new Times());
            var session = await visitor.StartAsync();
            var email = $"live.{Guid.NewGuid():N}@example.com";
            await visitor.SayAsync(session, $"Hello, a 2 BHK in Whitefield please. I am {email}");
            var page = await client.GetFromJsonAsync<LeadIds>($"/api/leads?text={Uri.EscapeDataString(email)}");
            using var taken = await client.PostAsJsonAsync($"/api/leads/{page!.Items[0].Id}/handling", new { handling = "human" });
            taken.EnsureSuccessStatusCode();
            sessions.Add(session);
        }
        return sessions;
    }

    private static async Task<IPage> OpenInboxAsync(IBrowser browser, RunningApp app)
    {
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        await page.GotoAsync(app.WebUrl + "/sign-in");
        await page.FillAsync("input[type=email]", app.AdminEmail);
        await page.FillAsync("input[type=password]", app.AdminPassword);
        await page.PressAsync("input[type=password]", "Enter");
        await page.WaitForURLAsync(address => !address.Contains("/sign-in", StringComparison.Ordinal));
        await page.GotoAsync(app.WebUrl + "/inbox");
        await page.Locator(".live.on").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.GetByTestId("lead-row").First.WaitForAsync();
        using var script = new StreamReader(typeof(LiveBench).Assembly.GetManifestResourceStream("watch.js")!);
        await page.EvaluateAsync(await script.ReadToEndAsync());
        return page;
    }

    /// <summary>When the marker was painted, in milliseconds since 1970.</summary>
    private static async Task<double> SeenAsync(IPage page, string marker)
    {
        var at = 0d;
        await Eventually.TrueAsync(
            async () => (at = await page.EvaluateAsync<double>("marker => window.seen[marker] ?? 0", marker)) > 0,
            Patience, () => string.Create(CultureInfo.InvariantCulture, $"{marker} is not to be seen"));
        return at;
    }

    private sealed record LeadIds(IReadOnlyList<LeadId> Items);

    private sealed record LeadId(Guid Id);
}
