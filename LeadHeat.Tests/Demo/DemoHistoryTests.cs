using LeadHeat.Api.Demo;
using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Leads;
using LeadHeat.Tests.Core;

namespace LeadHeat.Tests.Demo;

public sealed class DemoHistoryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);
    private static readonly IReadOnlyList<DemoLead> Leads = DemoHistory.Create(Now, Shipped.Playbooks, DemoInventory.Create(Now));

    [Fact]
    public void Enough_was_won_and_lost_before_the_demo_begins_to_learn_from()
    {
        Assert.InRange(Leads.Count(lead => lead.Status == LeadStatus.Won), 120, 360);
        Assert.InRange(Leads.Count(lead => lead.Status == LeadStatus.Lost), 120, 360);
        Assert.All(Leads, lead => Assert.True(lead.CreatedAt < lead.StatusSince && lead.StatusSince < Now.AddDays(-10)));
        Assert.All(Leads, lead => Assert.All(lead.Facts, fact => Assert.True(fact.At <= lead.StatusSince)));
    }

    [Fact]
    public void It_is_the_same_every_time()
    {
        var again = DemoHistory.Create(Now, Shipped.Playbooks, DemoInventory.Create(Now));

        Assert.Equal(Leads.Select(lead => (lead.Id, lead.Status, lead.Qualification!.Result.Score)), again.Select(lead => (lead.Id, lead.Status, lead.Qualification!.Result.Score)));
    }

    [Fact]
    public void What_is_known_tells_won_from_lost()
    {
        double MeanOf(HeatFeature feature, LeadStatus status) =>
            Leads.Where(lead => lead.Status == status && lead.Features!.Has(feature)).Average(lead => lead.Features!.Number(feature));

        Assert.True(MeanOf(HeatFeatures.TimelineMonths, LeadStatus.Won) < MeanOf(HeatFeatures.TimelineMonths, LeadStatus.Lost));
        Assert.True(MeanOf(HeatFeatures.Preapproved, LeadStatus.Won) > MeanOf(HeatFeatures.Preapproved, LeadStatus.Lost));
    }
}
