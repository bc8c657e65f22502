using LeadHeat.Core.Inventory;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Web;
using Microsoft.Playwright;

namespace LeadHeat.Tests.EndToEnd;

/// <summary>What LeadHeat is for, seen with two pairs of eyes.</summary>
[Collection("app")]
public sealed class MainJobTests(AppFixture fixture, Chromium chromium)
{
    private const string More = "My loan is pre-approved. I need parking and a gym.";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private readonly string _email = $"buyer.{Guid.NewGuid():N}@example.com";

    private string Wish => $"Hi, looking for a 2BHK in Whitefield under 2 Cr, moving within 3 months. {_email}";

    [Fact]
    public async Task Visitor_writes_and_the_team_sees_a_scored_lead_appear_and_warm_up()
    {
        var team = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);
        await team.OpenAsync(fixture.App, "/inbox");
        await team.EvaluateAsync("() => { window.sameDocument = true; }");
        await using var chat = await Chat.OpenAsync(chromium, fixture.App, Screen.Phone);

        await chat.AskAsync(Wish);
        var leadId = (await (await Team.SignInAsync(fixture.App)).FindAsync(_email)).Id;
        var row = team.Locator($"[data-testid=lead-row][data-id='{leadId}']");
        await row.WaitForAsync();
        var first = await ScoreAboveAsync(row, 0);
        await AssertCardsFitAsync(chat, await Team.SignInAsync(fixture.App));
        await chat.AskAsync(More);
        var second = await ScoreAboveAsync(row, first);
        await row.ClickAsync();

        await Assertions.Expect(team.GetByTestId("score").First).ToHaveTextAsync($"{second}");
        await AssertLedgerQuotesAsync(team);
        Assert.True(await team.EvaluateAsync<bool>("() => window.sameDocument === true"), "the page was loaded again");
        await AssertLedgerAddsUpAsync(leadId, second);
        await team.Context.DisposeAsync();
    }

    private static async Task<int> ScoreAboveAsync(ILocator row, int bound)
    {
        var score = 0;
        await Eventually.TrueAsync(
            async () => int.TryParse(await row.GetAttributeAsync("data-score"), out score) && score > bound, Soon, () => $"a score above {bound}, but {score}");
        return score;
    }

    private static async Task AssertCardsFitAsync(Chat chat, LeadHeatClient team)
    {
        var ids = await chat.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.card')].map(card => card.dataset.unit)");
        var units = new List<Unit>();
        foreach (var id in ids)
            units.Add(await team.GetUnitAsync(Guid.Parse(id)));

        Assert.NotEmpty(units);
        Assert.All(units, unit => Assert.Equal(("Whitefield", 2m, "INR", true), (unit.Area, unit.Beds, unit.Currency, unit.Price <= 20_000_000m)));
    }

    private async Task AssertLedgerQuotesAsync(IPage team)
    {
        var quotes = await team.Locator("[data-testid=ledger-line] q").AllInnerTextsAsync();

        Assert.True(quotes.Count >= 4, $"only {quotes.Count} lines quote");
        Assert.All(quotes, quote => Assert.True(Wish.Contains(quote, StringComparison.Ordinal) || More.Contains(quote, StringComparison.Ordinal), quote));
    }

    private async Task AssertLedgerAddsUpAsync(Guid leadId, int score)
    {
        var lead = await (await Team.SignInAsync(fixture.App)).GetLeadAsync(leadId);

        Assert.Equal(score, lead.Ledger.Sum(line => line.Points));
        Assert.Equal((score, true), (lead.Score!.Value, lead.Qualification!.Qualified));
        Assert.NotEmpty(lead.Qualification.NextStep);
        Assert.NotEmpty(lead.Qualification.TopMatches);
        foreach (var evidence in lead.Ledger.SelectMany(line => line.Evidence))
        {
            var message = lead.Transcript.Items.Single(message => message.Id == evidence.MessageId);
            Assert.Equal(evidence.Quote, message.Text.Substring(evidence.Start, evidence.Length));
        }
    }
}
