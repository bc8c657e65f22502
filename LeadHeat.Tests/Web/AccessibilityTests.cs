using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.EndToEnd;
using Microsoft.Playwright;
using Solution = LeadHeat.AppHost.Local.Engine.Solution;

namespace LeadHeat.Tests.Web;

/// <summary>What axe finds wrong with the team's pages, in light and dark, on a desk and on a phone.</summary>
[Collection("app")]
public sealed class AccessibilityTests(AppFixture fixture, Chromium chromium)
{
    private static readonly string Axe = Path.Combine(Solution.Root, "node_modules", "axe-core", "axe.min.js");

    [Theory]
    [InlineData("/inbox")]
    [InlineData("/inbox?owner=11111111-1111-4111-8111-111111111111")]
    [InlineData("/inbox?lead=first")]
    [InlineData("/pipeline")]
    [InlineData("/overview")]
    [InlineData("/leads/first")]
    [InlineData("/inventory")]
    [InlineData("/knowledge")]
    [InlineData("/evals")]
    [InlineData("/playbooks")]
    [InlineData("/playbooks/real-estate")]
    [InlineData("/scorecards")]
    [InlineData("/scorecards/real-estate-fit/1")]
    [InlineData("/problems")]
    [InlineData("/intake")]
    [InlineData("/intake/forms")]
    [InlineData("/intake/web-forms")]
    [InlineData("/intake/templates")]
    [InlineData("/intake/webhooks")]
    [InlineData("/playground")]
    [InlineData("/install")]
    [InlineData("/team")]
    [InlineData("/team/keys")]
    [InlineData("/team/teams")]
    [InlineData("/team/audit")]
    [InlineData("/account")]
    [InlineData("/no-such-page")]
    public async Task Page_has_no_serious_fault(string path)
    {
        var visitor = await Visitor.WriteAsync(fixture.App, "Hi, looking for a 2BHK in Whitefield under 2 Cr. I want to talk to a person.");
        foreach (var screen in new[] { Screen.Desk, Screen.Desk with { Dark = true }, Screen.Phone })
        {
            var page = await TeamBrowser.SignInAsync(chromium, fixture.App, screen);
            await page.OpenAsync(fixture.App, path.Replace("first", visitor.LeadId.ToString(), StringComparison.Ordinal));

            Assert.Empty(await FaultsAsync(page));
            await page.Context.DisposeAsync();
        }
    }

    [Fact]
    public async Task Sign_in_has_no_serious_fault()
    {
        await using var context = await chromium.OpenAsync(Screen.Desk);
        var page = await context.NewPageAsync();
        await page.GotoAsync(fixture.App.WebUrl + "/sign-in?why=expired");

        Assert.Empty(await FaultsAsync(page));
    }

    private static async Task<string[]> FaultsAsync(IPage page)
    {
        // Colours on their way are no colours yet.
        await page.EvaluateAsync("() => Promise.allSettled(document.getAnimations().filter(it => it.effect.getTiming().iterations === 1).map(it => it.finished))");
        await page.EvaluateAsync(await File.ReadAllTextAsync(Axe));
        return await page.EvaluateAsync<string[]>("""
            async () => (await axe.run()).violations
              .filter(fault => fault.impact === 'serious' || fault.impact === 'critical')
              .flatMap(fault => fault.nodes.map(node => `${fault.id}: ${node.target} ${node.failureSummary}`))
            """);
    }
}
