using LeadHeat.Tests.Api.Conversations;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Web;
using LeadHeat.Tests.Worker;
using static Microsoft.Playwright.Assertions;
using Visitor = LeadHeat.Tests.Api.Conversations.Visitor;

namespace LeadHeat.Tests.EndToEnd;

/// <summary>What somebody sees who has just installed it: nothing yet, and what to do; then the first lead and what its model cost.</summary>
[Collection("own app")]
public sealed class NewInstallationTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly Screen[] Screens = [Screen.Desk, Screen.Desk with { Dark = true }, Screen.Phone];

    private readonly Camera _camera = new();

    [Fact]
    public async Task Empty_pages_say_what_to_do_and_the_first_lead_appears_by_itself()
    {
        await using var model = await FakeModel.StartAsync(FakeModel.Say("What may it cost?"));
        await using var app = await StartAsync(model);
        foreach (var screen in Screens)
            await ShootAsync(app, screen, "empty-inbox", "empty-pipeline", "empty-inventory", "empty-evals");
        var page = await TeamBrowser.SignInAsync(chromium, app, Screen.Desk);
        await page.OpenAsync(app, "/inbox");
        await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = "No leads yet" })).ToBeVisibleAsync();

        await (await Visitor.ArriveAsync(app)).SayAsync("Hello, a home please");

        await Expect(page.GetByTestId("lead-row")).ToHaveCountAsync(1);
        foreach (var screen in Screens)
            await ShootAsync(app, screen, "usage-problems");
        await page.OpenAsync(app, "/problems");
        await Expect(page.GetByTestId("usage")).ToContainTextAsync("Total");
        await page.Context.DisposeAsync();
        Assert.Empty(_camera.Errors);
    }

    private static Task<RunningApp> StartAsync(FakeModel model) => RunningApp.StartAsync(new AppOptions
    {
        Environment =
        {
            ["ConnectionStrings__model"] = $"Endpoint={model.Endpoint};Key=secret;Model=fake-model",
            ["Model__DailyBudget"] = "0.0005", ["Model__Prices__0__Model"] = "fake-model", ["Model__Prices__0__Input"] = "2", ["Model__Prices__0__Output"] = "8",
        },
    });

    /// <summary>Each name is a state, a line and the page that is in it.</summary>
    private async Task ShootAsync(RunningApp app, Screen screen, params string[] names)
    {
        var page = await TeamBrowser.SignInAsync(chromium, app, screen);
        _camera.Watch(page);
        foreach (var name in names)
        {
            await page.OpenAsync(app, "/" + name.Split('-')[1]);
            await page.Locator("h1").First.WaitForAsync();
            await _camera.ShootAsync(page, screen, name);
        }

        await page.Context.DisposeAsync();
    }
}
