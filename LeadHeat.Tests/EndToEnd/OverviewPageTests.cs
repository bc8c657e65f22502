using System.Text.RegularExpressions;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadHeat.Tests.EndToEnd;

/// <summary>Somebody of the team looks at how the leads do, and at the leads behind a number.</summary>
[Collection("app")]
public sealed class OverviewPageTests(AppFixture fixture, Chromium chromium)
{
    private const float Patience = 60_000;

    private static readonly string[] Charts = ["funnel", "groups", "bands", "win-rates", "rules", "scores", "answers", "sentiment", "frustration", "hours"];

    [Fact]
    public async Task Charts_are_drawn_and_a_number_leads_to_just_as_many_leads()
    {
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        await CountedAsync(page);
        foreach (var chart in Charts)
            await page.Locator($"#{chart}-drawing svg").First.WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = Patience });

        // Leads of other tests may be counted after the number was read.
        (int Said, int Shown) leads = default;
        await Eventually.TrueAsync(
            async () => (leads = await FollowAsync(page)).Said == leads.Shown, TimeSpan.FromSeconds(180), () => $"it said {leads.Said} and led to {leads.Shown}");
        await page.Context.DisposeAsync();
    }

    private async Task<(int Said, int Shown)> FollowAsync(IPage page)
    {
        await CountedAsync(page);
        await page.GetByTestId("chart-rules").GetByTestId("as-table").ClickAsync();
        var number = page.GetByTestId("table-rules").Locator("tbody tr a").First;
        await Expect(number).ToBeVisibleAsync(new() { Timeout = Patience });
        var said = int.Parse((await number.InnerTextAsync()).Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
        await number.ClickAsync();
        await Expect(page.GetByTestId("narrowed")).ToContainTextAsync("points of one rule", new() { Timeout = Patience });
        await Expect(page.GetByTestId("lead-row").First).ToBeVisibleAsync(new() { Timeout = Patience });
        return (said, await AllRowsAsync(page));
    }

    [Fact]
    public async Task A_table_comes_as_a_file_and_a_chart_as_a_picture()
    {
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        await CountedAsync(page);
        var panel = page.GetByTestId("chart-funnel");
        await page.Locator("#funnel-drawing svg").First.WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = Patience });

        var file = await page.RunAndWaitForDownloadAsync(() => panel.GetByTestId("as-csv").ClickAsync(), new() { Timeout = Patience });
        var picture = await page.RunAndWaitForDownloadAsync(() => panel.GetByTestId("as-png").ClickAsync(), new() { Timeout = Patience });

        var lines = await File.ReadAllLinesAsync(await file.PathAsync());
        Assert.StartsWith("funnel ", file.SuggestedFilename, StringComparison.Ordinal);
        Assert.Equal(["Stage,Came this far,Of all,Of the stage before", "New", "Working", "Qualified", "Visit", "Negotiation", "Won", "Lost"],
            lines.Select((line, at) => at == 0 ? line : line.Split(',')[0]));
        Assert.Equal("funnel.png", picture.SuggestedFilename);
        Assert.Equal("PNG", System.Text.Encoding.ASCII.GetString(await File.ReadAllBytesAsync(await picture.PathAsync()), 1, 3));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task What_is_chosen_stands_in_the_address_and_survives_a_reload()
    {
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        await CountedAsync(page);

        await page.GetByLabel("Source", new() { Exact = true }).SelectOptionAsync("whatsapp");
        await Expect(page).ToHaveURLAsync(new Regex("source=whatsapp"), new() { Timeout = Patience });
        await page.GetByLabel("Compare by").SelectOptionAsync("owner");
        await Expect(page).ToHaveURLAsync(new Regex("by=owner"), new() { Timeout = Patience });
        await page.ReloadAsync();

        await Expect(page.GetByLabel("Source", new() { Exact = true })).ToHaveValueAsync("whatsapp", new() { Timeout = Patience });
        await Expect(page.GetByTestId("chart-groups")).ToContainTextAsync("Who wins leads?", new() { Timeout = Patience });
        await page.Context.DisposeAsync();
    }

    // The demo's leads are counted some seconds after the app is there.
    private async Task CountedAsync(IPage page)
    {
        await page.OpenAsync(fixture.App, "/overview?period=all");
        await Expect(page.GetByTestId("updated")).ToContainTextAsync("Up to date", new() { Timeout = 2 * Patience });
        await page.GetByTestId("chart-funnel").WaitForAsync(new() { Timeout = 2 * Patience });
    }

    private static async Task<int> AllRowsAsync(IPage page)
    {
        var end = page.Locator(".end");
        await Eventually.TrueAsync(
            async () =>
            {
                await page.GetByTestId("leads").EvaluateAsync("list => { list.scrollTop = list.scrollHeight; }");
                return await end.CountAsync() > 0;
            },
            TimeSpan.FromSeconds(180), () => "the end of the list");
        var said = await end.InnerTextAsync(new() { Timeout = Patience });
        return said.StartsWith("That is the only", StringComparison.Ordinal) ? 1 : int.Parse(Regex.Replace(said, "[^0-9]", ""), System.Globalization.CultureInfo.InvariantCulture);
    }
}
