using LeadHeat.Api.Demo;
using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Leads;
using LeadHeat.Tests.Core;
using LeadHeat.Worker.Training;
using LeadHeat.Worker.Training.XgBoost;

namespace LeadHeat.Tests.Worker;

public sealed class SmallHistoryTests
{
    private static readonly IReadOnlyDictionary<string, int> Constraints = new Dictionary<string, int> { ["timelineMonths"] = -1, ["hasPhone"] = 1 };

    [Theory]
    [InlineData("2026-11-20T10:00:00Z")]
    [InlineData("2026-11-23T13:20:00Z")]
    [InlineData("2026-11-26T03:10:00Z")]
    [InlineData("2026-12-01T18:40:00Z")]
    [InlineData("2027-02-14T07:05:00Z")]
    [InlineData("2027-06-30T23:55:00Z")]
    public void Some_hundred_leads_are_learned_from_and_not_by_heart_whenever_the_demo_begins(string begins)
    {
        if (!NativeMethods.IsThere)
            return;
        var now = DateTimeOffset.Parse(begins, System.Globalization.CultureInfo.InvariantCulture);
        HistoryRow[] history =
        [
            .. DemoHistory.Create(now, Shipped.Playbooks, DemoInventory.Create(now))
                .Select(lead => new HistoryRow(lead.Id, lead.Features!, lead.Status == LeadStatus.Won, lead.StatusSince, lead.Playbook.Name)),
        ];

        var (_, report, _) = ModelTraining.Train(history, Constraints, (_, _) => { }, CancellationToken.None);

        Assert.True(report.Quality.LogLoss < report.Quality.BaseLogLoss, $"{report.Quality.LogLoss} against {report.Quality.BaseLogLoss}");
    }
}
