using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Web;
using LeadHeat.Worker.Training.XgBoost;
using Microsoft.Playwright;

namespace LeadHeat.Tests.EndToEnd;

/// <summary>Somebody of the team trains on the demo's history and reads how far the model can be trusted.</summary>
[Collection("history")]
public sealed class HeatModelPageTests(AppFixture fixture, Chromium chromium)
{
    private const float Patience = 180_000;

    [Fact]
    public async Task A_training_without_the_library_says_how_to_install_it_and_can_be_tried_again()
    {
        var id = Guid.CreateVersion7();
        await Psql.RunAsync(
            fixture.App,
            $"""
            insert into heat_models (id, version, state, message, won, lost, constraints, author, created_at, finished_at)
            select '{id}', coalesce(max(version), 0) + 1, 'failed', '{XgBoostException.Missing}', 40, 40, '{"{}"}', 'Test', now(), now() from heat_models
            """);
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        await page.OpenAsync(fixture.App, "/heat");

        await page.GetByTestId("training-failed").GetByText("apt-get install libxgboost0").WaitForAsync(new() { Timeout = Patience });
        Assert.True(await page.GetByTestId("train").IsEnabledAsync());

        await page.Context.DisposeAsync();
        await Psql.RunAsync(fixture.App, $"delete from heat_models where id = '{id}'");
    }

    [Fact]
    public async Task Train_on_the_demo_history_and_read_the_calibration_page()
    {
        var version = await Psql.RunAsync(fixture.App, "select coalesce(max(version), 0) + 1 from heat_models where state <> 'not_enough_data'");
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        await page.OpenAsync(fixture.App, "/heat");
        await page.GetByTestId("train").ClickAsync();
        if (!NativeMethods.IsThere)
        {
            await page.GetByTestId("training-failed").GetByText("apt-get install libxgboost0").WaitForAsync(new() { Timeout = Patience });
            await page.Context.DisposeAsync();
            return;
        }

        var ended = page.GetByTestId("versions").Locator("tbody tr", new() { HasTextRegex = new($@"^\s*{version}\s*(scores leads|ready|failed)") });
        await ended.WaitForAsync(new() { Timeout = Patience });
        Assert.Contains("scores leads", await ended.InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByTestId("report").WaitForAsync();

        Assert.Matches(@"^0\.\d\d \(0\.\d\d – [01]\.\d\d\)$", await page.GetByTestId("auc").InnerTextAsync());
        Assert.Contains("It ", await page.GetByTestId("verdict").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator("lh-chart[kind=calibration] svg text").First.WaitForAsync();
        await page.Locator("lh-chart[kind=lift] svg text").First.WaitForAsync();
        await page.GetByTestId("chart-calibration").GetByTestId("as-table").ClickAsync();
        await page.GetByTestId("table-calibration").Locator("tbody tr").Nth(2).WaitForAsync();
        await page.GetByTestId("factors").Locator("li").Nth(4).WaitForAsync();
        await TheLiftLeadsToItsLeadsAndGoesOutAsync(page);

        await page.GetByTestId("disagreements").Locator("a").First.WaitForAsync(new() { Timeout = Patience });
        await page.GetByTestId("disagreements").Locator("a").First.ClickAsync();
        await page.GetByTestId("probability").WaitForAsync();
        Assert.EndsWith(" %", await page.GetByTestId("probability").InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.DisposeAsync();
    }

    private async Task TheLiftLeadsToItsLeadsAndGoesOutAsync(IPage page)
    {
        var lift = page.GetByTestId("chart-lift");
        var picture = await page.RunAndWaitForDownloadAsync(() => lift.GetByTestId("as-png").ClickAsync());
        await lift.GetByTestId("as-table").ClickAsync();
        var best = lift.Locator("tbody tr").First;
        var (leads, won) = (await best.Locator("td").Nth(1).InnerTextAsync(), best.Locator("td").Nth(2).Locator("a"));
        var (all, some) = (await best.Locator("td").Nth(1).Locator("a").GetAttributeAsync("href"), await won.GetAttributeAsync("href"));
        var csv = await page.APIRequest.GetAsync(fixture.App.WebUrl + await lift.GetByTestId("as-csv").GetAttributeAsync("href"));
        var factors = await page.APIRequest.GetAsync(fixture.App.WebUrl + await page.GetByTestId("factors-csv").GetAttributeAsync("href"));

        Assert.Equal("lift.png", picture.SuggestedFilename);
        Assert.StartsWith($"\uFEFFBest,Leads,Of all won,Times the average\r\n0.1,{leads},", await csv.TextAsync(), StringComparison.Ordinal);
        Assert.StartsWith("\uFEFFWhat,Of all,How\r\n", await factors.TextAsync(), StringComparison.Ordinal);
        Assert.Matches("figure=lift(:|%3A)[0-9]+(:|%3A)10$", all);
        Assert.Contains("status=won", some, StringComparison.Ordinal);
    }
}
