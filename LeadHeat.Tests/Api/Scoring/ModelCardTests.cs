using System.Net.Http.Json;
using System.Text;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Facts;
using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Uploads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Conversations;
using LeadHeat.Tests.Api.HeatModels;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Scoring;

/// <summary>A card that gives points for the heat model's probability: 10 % without a phone number and 90 % with one.</summary>
[Collection("app")]
public sealed class ModelCardTests(AppFixture fixture)
{
    private const double Without = 0.1;
    private const double With = 0.9;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly LeadHeatClient _team = fixture.App.Team();
    private readonly string _mark = $"m{Guid.NewGuid():N}"[..12];

    [Fact]
    public async Task Without_a_model_the_rule_says_why_it_gives_nothing_and_with_one_the_leads_are_scored_anew()
    {
        await using var card = await ModelCard.PublishedAsync(fixture.App, _team);
        var lead = await ChatAsync($"My e-mail is {_mark}@example.com");

        Assert.Equal((20, 0, "No heat model was active when this was scored"), await ScoreAsync(lead));
        await _team.ActivateHeatModelAsync(await StoredModels.AddAsync(fixture.App, Without, With));

        await Eventually.TrueAsync(async () => (await ScoreAsync(lead)).Points == 6, Patience, () => "the model is asked");
        Assert.Equal((26, 6, "The model gives 10 %"), await ScoreAsync(lead));
        await ReplaysAsync(lead);
    }

    [Fact]
    public async Task What_a_visitor_and_a_person_say_moves_the_probability_as_was_promised_and_scores_stay_replayable_after_a_swap()
    {
        await using var card = await ModelCard.PublishedAsync(fixture.App, _team);
        await _team.ActivateHeatModelAsync(await StoredModels.AddAsync(fixture.App, Without, With));
        var (told, set) = (await ChatAsync($"Call me at {Number()}"), await ChatAsync($"Write to {_mark}@example.com"));

        Assert.Equal((74, 54, "The model gives 90 %"), await ScoreAsync(told));
        Assert.Equal((26, 6, "The model gives 10 %"), await ScoreAsync(set));
        Assert.Equal(20 + 48, (await _team.GetWhatIfAsync(set)).Gains.Single(gain => gain.Field == "phone").Points);
        Assert.Contains((await _team.GetCardScoresAsync(set))[0].Ledger, line => line is { Rule: "model", Points: 6 });
        await _team.SetFactAsync(set, "phone", new(Number()));
        Assert.Equal((94, 54, "The model gives 90 %"), await ScoreAsync(set));
        await _team.QualifyAsync(set, new QualifyByHand(80, "Met them"));
        Assert.Equal(80, (await _team.GetLeadAsync(set)).Score);
        await ReplaysAsync(told, set);

        await _team.ActivateHeatModelAsync(await StoredModels.AddAsync(fixture.App, 0.2, 0.5));

        await ReplaysAsync(told, set);
        await Eventually.TrueAsync(async () => (await ScoreAsync(told)).Points == 30, Patience, () => "the other model is asked");
        await ReplaysAsync(told, set);
    }

    [Fact]
    public async Task Files_rows_and_shadow_runs_ask_the_model_too()
    {
        await using var card = await ModelCard.DraftAsync(fixture.App, _team);
        await _team.ActivateHeatModelAsync(await StoredModels.AddAsync(fixture.App, Without, With));
        var report = await ShadowAsync(card.Version);

        await card.PublishAsync();
        var upload = await ImportAsync($"name,email,phone,createdAt,closedAt,outcome\nA,a.{_mark}@example.com,,,,\nB,,{Number()},,,\nC,c.{_mark}@example.com,,2025-03-01,2025-04-02,won\n");
        var leads = (await _team.GetLeadsAsync(new LeadQuery(Upload: upload.Id))).Items.ToDictionary(lead => lead.Name);
        var joined = await ImportAsync($"name,email,phone\nA,a.{_mark}@example.com,{Number()}\n");
        var rows = await _team.ScoreAsync(new ScoreBatch([Row("yes"), Row("no")]));

        Assert.NotEmpty(report.Flips);
        foreach (var flip in report.Flips.Take(5))
            Assert.Equal(flip.ToScore, (await _team.GetLeadAsync(flip.LeadId)).Score);
        Assert.Equal((3L, 1L), (upload.RowsOk, joined.Duplicates));
        Assert.Equal((94, 54), (await ScoreAsync(leads["A"].Id) is var a ? (a.Score, a.Points) : default));
        Assert.Equal((74, 54), (await ScoreAsync(leads["B"].Id) is var b ? (b.Score, b.Points) : default));
        Assert.Equal((26, 6), (await ScoreAsync(leads["C"].Id) is var c ? (c.Score, c.Points) : default));
        await ReplaysAsync([.. leads.Values.Select(lead => lead.Id)]);
        Assert.Equal([74, 6], rows.Rows.Select(row => row.Score));
    }

    [Fact]
    public async Task Forms_ask_the_model_and_the_agent_s_tool_goes_by_what_it_gave_before_the_message()
    {
        await using var card = await ModelCard.PublishedAsync(fixture.App, _team);
        await _team.ActivateHeatModelAsync(await StoredModels.AddAsync(fixture.App, Without, With));

        var visitor = await Visitor.ArriveAsync(fixture.App, ModelCard.Playbook);
        var told = await visitor.SayAsync(_team, $"Call me at {Number()}");
        var filled = await FilledInAsync(Number());

        // 20 for the number, and 6 by the model that knew of none.
        Assert.Equal("score 26", told.Single(step => step.Tool?.Name == "lead_score").Tool!.Summary);
        Assert.Equal(74, told[^1].Done!.Score!.Score);
        Assert.Equal((74, 54, "The model gives 90 %"), await ScoreAsync(filled));
        await ReplaysAsync(await visitor.LeadIdAsync(), filled);
    }

    private async Task<Guid> FilledInAsync(string number)
    {
        await _team.SetWebFormAsync(new WebForm(_mark, "Trial", ModelCard.Playbook, [new("phone", "Phone", FactFields.Phone)], ["*"]));
        using var http = new HttpClient { BaseAddress = new Uri(fixture.App.ApiUrl) };
        using var answer = await http.PostAsJsonAsync($"{Routes.Forms}/{_mark}", new Dictionary<string, string> { ["phone"] = number, ["lh_id"] = _mark });
        answer.EnsureSuccessStatusCode();
        Guid? lead = null;
        await Eventually.TrueAsync(
            async () => (lead = (await _team.GetInboundAsync($"{_mark}:{_mark}")).Items.SingleOrDefault()?.LeadId) is not null, Patience, () => "the form became a lead");
        return lead!.Value;
    }

    private static ScoreRequest Row(string hasPhone)
    {
        var features = new LeadFeatures();
        features.TrySet(HeatFeatures.HasPhone, hasPhone);
        return new(null, ModelCard.Playbook, features);
    }

    private async Task<Guid> ChatAsync(string text)
    {
        var visitor = await Visitor.ArriveAsync(fixture.App, ModelCard.Playbook);
        await visitor.SayAsync(text);
        return await visitor.LeadIdAsync();
    }

    private async Task<(int Score, int Points, string Reason)> ScoreAsync(Guid id)
    {
        var lead = await _team.GetLeadAsync(id);
        var line = lead.Ledger.Single(line => line.Rule == "model");
        return (lead.Score!.Value, line.Points, line.Reason);
    }

    private async Task ReplaysAsync(params IReadOnlyList<Guid> leads)
    {
        foreach (var id in leads)
            Assert.Empty((await _team.ReplayScoreAsync(id)).Differences);
    }

    private async Task<ShadowReport> ShadowAsync(int version)
    {
        var run = await _team.StartShadowAsync(ModelCard.Name, version, new());
        await Eventually.TrueAsync(async () => (run = await _team.GetShadowAsync(run.Id)).State != ShadowState.Running, Patience, () => "the shadow run's end");
        return run.Report!;
    }

    private async Task<UploadView> ImportAsync(string text)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var upload = await _team.UploadAsync($"{_mark}.csv", file, playbook: ModelCard.Playbook);
        await Eventually.TrueAsync(async () => (upload = await _team.GetUploadAsync(upload.Id)).State == UploadState.Done, Patience, () => $"{upload}");
        return upload;
    }

    // Nobody else's: a number that two leads have is one person.
    private static string Number() => $"+91 98{Random.Shared.NextInt64(10_000_000, 99_999_999)}";
}
