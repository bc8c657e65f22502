using LeadHeat.Core.Scoring;
using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadHeat.Tests.EndToEnd;

/// <summary>A trial of a scorecard whose process dies, seen by whoever waits for it.</summary>
[Collection("channels")]
public sealed class BrokenOffTrialTests(ChannelsFixture fixture, Chromium chromium)
{
    private const string Card = "cafe-readiness";
    private const float Patience = 120_000;
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(Patience);

    [Fact]
    public async Task Trial_whose_process_dies_says_so_by_itself_and_begins_again_with_one_press()
    {
        await using var other = await SecondApi.StartAsync(fixture.App, fixture.App.ServiceConnectionString("leadsdb"), fixture.App.ConnectionString("redis"), fixture.Settings);
        var (version, orphan) = ((await fixture.Team.CreateScorecardAsync(new(Card, 2, Note: "Tried in a test"))).Summary.Version, Guid.CreateVersion7());
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        await Psql.RunAsync(fixture.App, $"""
            create function refuse_end() returns trigger language plpgsql as $$ begin raise 'No room'; end $$;
            create trigger refuse_end before update of scored on shadow_runs for each row execute function refuse_end();
            insert into shadow_runs (id, card, version, state, author, created_at) values ('{orphan}', 'tried-by-nobody', 1, 'running', 'Somebody', now())
            """);
        try
        {
            var run = await other.Team.StartShadowAsync(Card, version, new(7));
            await page.OpenAsync(fixture.App, $"/scorecards/{Card}/{version}");
            await Expect(page.GetByTestId("try")).ToHaveTextAsync("Trying…", new() { Timeout = Patience });

            await BrokenOffAsync(orphan);
            Assert.Equal(ShadowState.Running, (await fixture.Team.GetShadowAsync(run.Id)).State);
            await other.KillAsync();

            await BrokenOffAsync(run.Id);
            await Expect(page.GetByTestId("shadow").GetByRole(AriaRole.Alert)).ToContainTextAsync("LeadHeat was stopped before the trial was through", new() { Timeout = Patience });
        }
        finally
        {
            await Psql.RunAsync(fixture.App, "drop trigger refuse_end on shadow_runs; drop function refuse_end");
        }

        await page.GetByTestId("try").ClickAsync();

        await Expect(page.GetByTestId("flipped")).ToBeVisibleAsync(new() { Timeout = Patience });
        await page.Context.DisposeAsync();
        await fixture.Team.DeleteScorecardAsync(Card, version);
    }

    private Task BrokenOffAsync(Guid run) => Eventually.TrueAsync(
        async () => (await fixture.Team.GetShadowAsync(run)).State == ShadowState.Failed, Soon, () => "it is said to go on");
}
