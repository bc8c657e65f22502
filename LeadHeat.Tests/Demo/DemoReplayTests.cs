using System.Text.Json;
using LeadHeat.Api.Demo;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Core;

namespace LeadHeat.Tests.Demo;

public sealed class DemoReplayTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);
    private static readonly IReadOnlyList<DemoLead> Leads = DemoLeads.Create(Now, Shipped.Playbooks, DemoInventory.Create(Now));

    [Fact]
    public void Every_score_comes_out_again_of_its_stored_basis_and_the_messages() => Assert.All(
        Leads.SelectMany(lead => lead.Qualifications.Select(qualification => (lead, qualification))),
        pair =>
        {
            var (lead, (_, _, input, result)) = pair;
            var texts = (lead.Conversation?.Messages ?? []).ToDictionary(message => message.View.Id, message => message.View.Text);
            var stored = JsonSerializer.Serialize(ScoreBasis.Of(input), LeadHeatJson.Default.ScoreBasis);

            var restored = JsonSerializer.Deserialize(stored, LeadHeatJson.Default.ScoreBasis)!
                .Restore(input.Matches, input.Adjustments, input.At, texts.GetValueOrDefault);

            Assert.Equal(Json(result), Json(lead.Playbook.Scorecard.Evaluate(restored)));
        });

    private static string Json(Qualification result) => JsonSerializer.Serialize(result, LeadHeatJson.Default.Qualification);
}
