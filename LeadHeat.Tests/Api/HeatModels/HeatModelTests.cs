using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Overview;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Worker;
using LeadHeat.Worker.Training.XgBoost;

namespace LeadHeat.Tests.Api.HeatModels;

/// <summary>Models in a running app. Where XGBoost is not installed, training has to say so.</summary>
[Collection("history")]
public sealed class HeatModelTests(AppFixture fixture)
{
    private const int OpenSeed = 32;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task A_model_is_trained_scores_leads_and_gives_way_to_an_older_one()
    {
        using var admin = Caller.Admin(fixture.App);
        await HeatHistory.AddAsync(fixture.App, 400, seed: 31);
        var open = await HeatHistory.AddAsync(fixture.App, 40, OpenSeed, status: "working");

        var first = await TrainAsync(admin.Client);
        if (!NativeMethods.IsThere)
        {
            Assert.Equal((HeatModelState.Failed, XgBoostException.Missing), (first.State, first.Message));
            return;
        }

        Assert.Equal((HeatModelState.Done, true, null), (first.State, first.Active, first.Message));
        await SaysWhatTheReportSaysAsync(admin.Client, first);
        await ShowsProbabilitiesBesideScoresAsync(admin.Client, first, open);

        var second = await TrainAsync(admin.Client);
        Assert.True(second.Active);
        Assert.True((await admin.Client.ActivateHeatModelAsync(first.Id)).Active);
        var models = (await admin.Client.GetHeatModelsAsync()).Models;
        Assert.Equal([first.Id], models.Where(model => model.Active).Select(model => model.Id));
        Assert.Equal(first.Version, (await admin.Client.GetLeadAsync(open[0])).Prediction!.Model);
    }

    [Fact]
    public async Task Features_from_after_the_outcome_are_refused_and_counted()
    {
        using var service = Caller.Service(fixture.App);
        var ids = await HeatHistory.AddAsync(fixture.App, 12, seed: 33, knownAfter: TimeSpan.FromSeconds(1));

        Dictionary<Guid, HistoryRow> rows = [];
        await foreach (var row in service.Client.ReadHistoryAsync(Guid.Empty))
            rows[row.Id] = row;

        Assert.All(ids, id =>
        {
            Assert.False(rows[id].Features.Has(HeatFeatures.BudgetMax));
            Assert.False(rows[id].Features.Has(HeatFeatures.MessageCount));
            Assert.Equal("csv", rows[id].Features.Word(HeatFeatures.Source));
        });
        Assert.Contains(ids, id => rows[id].Refused!.Contains("budgetMax"));
    }

    [Theory]
    [InlineData("/api/score", """{"shoeSize":42}""", "There is no feature 'shoeSize'.")]
    [InlineData("/api/score", """{"beds":"three"}""", "'beds' has to be a number.")]
    [InlineData("/api/score", """{"beds":"NaN"}""", "'beds' has to be a finite number.")]
    [InlineData("/api/score", """{"beds":1e999}""", "'beds' has to be a finite number.")]
    [InlineData("/api/score", """{"closedAt":"2026-01-01T00:00:00Z"}""", "a row to score cannot have it.")]
    [InlineData("/api/score", """[]""", "A row is an object of features.")]
    [InlineData("/api/score/batch", """{"rows":[{},{"frustration":99}]}""", "Row 2: 'frustration' has to be from 0 to 10.")]
    [InlineData("/api/score/batch", """{"leads":[]}""", "Rows are an array")]
    [InlineData("/api/score/batch", """{"rows":{}}""", "'rows' has to be an array.")]
    public async Task Rows_that_make_no_sense_are_refused_with_the_reason(string path, string json, string why)
    {
        using var admin = Caller.Admin(fixture.App);

        var refusal = (await admin.PostAsync(path, json)).Refusal(400);

        Assert.Contains(why, refusal.Detail);
    }

    [Fact]
    public async Task Too_many_rows_and_unknown_playbooks_are_refused()
    {
        using var admin = Caller.Admin(fixture.App);
        var many = string.Join(',', Enumerable.Repeat("{}", ScoreBatch.Most + 1));

        var refusal = (await admin.PostAsync("/api/score/batch", $"[{many}]")).Refusal(400);

        Assert.Contains("At most 10000 rows at once", refusal.Detail);
        (await admin.PostAsync("/api/score", """{"playbook":"no-such"}""")).Refusal(400);
    }

    [Fact]
    public async Task Unknown_models_are_unknown()
    {
        using var admin = Caller.Admin(fixture.App);

        (await admin.GetAsync(Routes.HeatModel(Guid.Empty))).Refusal(404);
        (await admin.GetAsync(Routes.HeatModel(Guid.Empty) + "/report")).Refusal(404);
        (await admin.PostAsync(Routes.HeatModel(Guid.Empty) + "/activate", "{}")).Refusal(404);
        (await admin.GetAsync(Routes.Disagreements + "?cursor=nonsense")).Refusal(400);
    }

    private static async Task<HeatModelView> TrainAsync(LeadHeatClient team)
    {
        var begun = await team.TrainHeatModelAsync();
        await Eventually.TrueAsync(async () => (await team.GetHeatModelAsync(begun.Id)).FinishedAt is not null, Patience, () => "the training ends");
        return await team.GetHeatModelAsync(begun.Id);
    }

    private static async Task SaysWhatTheReportSaysAsync(LeadHeatClient team, HeatModelView model)
    {
        var report = (await team.GetHeatReportAsync(model.Id)).Report!;

        Assert.Equal(report.Quality.Auc!.Value.Value, model.Auc!.Value, 1e-12);
        Assert.True(report.Quality.Bins.Count > 0 && report.Factors.Count > 0);
        Assert.Equal((model.Won, model.Lost), (report.Size.Won, report.Size.Lost));
        foreach (var (point, bin) in report.Quality.Bins.Index())
        {
            var behind = (await team.GetLeadsAsync(new LeadQuery(Figure: OverviewFigure.Of(model.Version, point).Text, Limit: 100))).Items;
            Assert.Equal((Math.Min(bin.Leads, 100), true), (behind.Count, behind.All(lead => lead.Status is LeadStatus.Won or LeadStatus.Lost)));
            Assert.True(bin.Leads > 100 || behind.Count(lead => lead.Status == LeadStatus.Won) == Math.Round(bin.Won.Value * bin.Leads));
        }
        Assert.True(report.Ranked);
        var (allWon, allLeads) = (report.Quality.Bins.Sum(bin => bin.Won.Value * bin.Leads), report.Quality.Bins.Sum(bin => bin.Leads));
        foreach (var step in report.Quality.Lift.Where(step => step.Leads <= 100))
        {
            var best = (await team.GetLeadsAsync(new LeadQuery(Figure: OverviewFigure.OfBest(model.Version, step.Percent).Text, Limit: 100))).Items;
            Assert.Equal((step.Leads, Math.Round(step.Found * allWon)), (best.Count, best.Count(lead => lead.Status == LeadStatus.Won)));
        }
        Assert.Equal(allLeads, report.Quality.Lift[^1].Leads);
    }

    private static async Task ShowsProbabilitiesBesideScoresAsync(LeadHeatClient team, HeatModelView model, IReadOnlyList<Guid> open)
    {
        // What a file leaves out is filled in for a stored lead: that it left no number. Its weekday is always that on which it came.
        var features = SyntheticHistory.Create(open.Count, OpenSeed).Select(lead => lead.Row.Features).ToList();
        var whole = features.FindIndex(lead => HeatFeatures.All.All(lead.Has));
        var lead = await team.GetLeadAsync(open[whole]);
        Assert.Null(features[whole].TrySet(HeatFeatures.CreatedWeekday, FeatureReader.Of(lead.Lead.CreatedAt.UtcDateTime.DayOfWeek)));
        var prediction = lead.Prediction!;
        Assert.Equal(model.Version, prediction.Model);
        Assert.InRange(prediction.Probability, 0, 1);
        Assert.NotNull(prediction.CardRank);

        var scored = await team.ScoreAsync(new ScoreBatch([new("mine", "real-estate", features[whole]), new(null, null, new())]));
        Assert.Equal(("mine", 2, model.Version), (scored.Rows[0].Id, scored.Rows.Count, scored.Model!.Value));
        Assert.Equal(prediction.Probability, scored.Rows[0].Probability!.Value, 1e-9);
        Assert.Contains(scored.Rows[0].Factors[0].Text, scored.Rows[0].Reasons);

        HashSet<Guid> seen = [];
        // Other leads are looked at too, which moves the pages: read twice the same, it is over.
        List<Disagreement> all = [];
        await Eventually.TrueAsync(
            async () =>
            {
                var before = all;
                all = await AllAsync(team);
                return all.Count(item => open.Contains(item.Lead.Id)) == open.Count && all.Select(item => (item.Lead.Id, item.Gap)).SequenceEqual(before.Select(item => (item.Lead.Id, item.Gap)));
            },
            Patience, () => "all open leads are looked at");
        Assert.Equal(all.OrderByDescending(item => Math.Abs(item.Gap)).Select(item => Math.Abs(item.Gap)), all.Select(item => Math.Abs(item.Gap)));
        Assert.All(all, item => Assert.True(seen.Add(item.Lead.Id)));
        Assert.All(all, item => Assert.DoesNotContain(item.Lead.Status, (LeadStatus[])[LeadStatus.Won, LeadStatus.Lost]));
    }

    private static async Task<List<Disagreement>> AllAsync(LeadHeatClient team)
    {
        List<Disagreement> all = [];
        string? next = null;
        do
        {
            var page = await team.GetDisagreementsAsync(next, 50);
            all.AddRange(page.Items);
            next = page.Next;
        }
        while (next is not null);
        return all;
    }
}
