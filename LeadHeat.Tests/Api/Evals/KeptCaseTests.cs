using LeadHeat.Core.Conversations;
using LeadHeat.Core.Evals;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Conversations;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Evals;

[Collection("app")]
public sealed class KeptCaseTests(AppFixture fixture)
{
    [Fact]
    public async Task A_correction_becomes_a_case_once_and_without_contact_details()
    {
        using var admin = Caller.Admin(fixture.App);
        var lead = await LeadAsync(admin.Client);
        await admin.Client.SetFactAsync(lead.Id, FactFields.Budget, new SetFact("1.5 cr"));

        await admin.Client.KeepCaseAsync(lead.Id, new KeepCase(FactFields.Budget, Found: "up to ₹2 Cr"));
        var kept = await admin.Client.KeepCaseAsync(lead.Id, new KeepCase(FactFields.Budget, Found: "up to ₹2 Cr"));
        var all = await admin.Client.GetEvalsAsync();

        var one = Assert.Single(all.Kept, other => other.LeadId == lead.Id);
        Assert.Equal(("Budget: up to ₹1.5 Cr, not up to ₹2 Cr", "Admin key", kept.Id), (one.Title, one.Author, one.Id));
        Assert.DoesNotContain("keeper@example.org", one.Case.GetRawText(), StringComparison.Ordinal);

        await admin.Client.ForgetCaseAsync(kept.Id);

        Assert.DoesNotContain((await admin.Client.GetEvalsAsync()).Kept, other => other.LeadId == lead.Id);
    }

    [Fact]
    public async Task A_wrong_answer_becomes_a_case_and_nonsense_none()
    {
        using var admin = Caller.Admin(fixture.App);
        var lead = await LeadAsync(admin.Client);
        var answer = lead.Transcript.Items.Last(message => message.Author == MessageAuthor.Bot);

        var kept = await admin.Client.KeepCaseAsync(lead.Id, new KeepCase(MessageId: answer.Id));

        Assert.Equal("A wrong answer", kept.Title);
        Assert.Equal(1, kept.Case.GetProperty("messages").GetArrayLength());
        (await admin.SendAsync(HttpMethod.Post, Routes.Lead(lead.Id) + "/cases", "{}")).Refusal(400);
        (await admin.SendAsync(HttpMethod.Post, Routes.Lead(lead.Id) + "/cases", """{"field":"budget"}""")).Refusal(400);
        (await admin.SendAsync(HttpMethod.Post, Routes.Lead(Guid.Empty) + "/cases", """{"field":"budget"}""")).Refusal(404);
        (await admin.SendAsync(HttpMethod.Delete, Routes.KeptCase(Guid.Empty), null)).Refusal(404);
        await admin.Client.ForgetCaseAsync(kept.Id);
    }

    private async Task<LeadDetail> LeadAsync(LeadHeatClient team)
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);
        // The stream ends when the answer is stored.
        await visitor.SayAsync("2 BHK in Whitefield under 2 Cr, keeper@example.org");
        return await team.GetLeadAsync(await visitor.LeadIdAsync());
    }
}
