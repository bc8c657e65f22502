using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Conversations;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Leads;

[Collection("app")]
public sealed class LeadDetailTests(AppFixture fixture)
{
    [Fact]
    public async Task A_lead_that_is_read_while_its_turns_run_is_shown_as_it_was_at_one_moment()
    {
        var team = fixture.App.Team();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            var visitor = await Visitor.ArriveAsync(fixture.App);
            await visitor.SayAsync("Hello");
            var id = await visitor.LeadIdAsync();
            var talk = TalkAsync(visitor);
            while (!talk.IsCompleted)
                AssertWhole(await team.GetLeadAsync(id));
            await talk;
            AssertWhole(await team.GetLeadAsync(id));
        }));
    }

    private static async Task TalkAsync(Visitor visitor)
    {
        foreach (var text in new[] { "A flat in Whitefield", "2BHK under 2 Cr", "with a balcony", "within 3 months", "asha@example.com", "actually make it 3 bed" })
            await visitor.SayAsync(text);
    }

    private static void AssertWhole(LeadDetail lead)
    {
        Assert.Equal(lead.Score ?? 0, lead.Ledger.Sum(line => line.Points));
        Assert.Equal(lead.Lead.MessageCount, lead.Transcript.Items.Count);
    }
}
