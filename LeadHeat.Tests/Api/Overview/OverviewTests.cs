using LeadHeat.Core.Leads;
using LeadHeat.Core.Overview;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Overview;

[Collection("app")]
public sealed class OverviewTests(AppFixture fixture)
{
    private static readonly string[] Charts = ["", "/funnel", "/scores", "/bands", "/win-rates", "/rules", "/drift", "/mood", "/answers", "/hours"];

    [Theory]
    [InlineData("period=fortnight", "period", "week, month")]
    [InlineData("source=fax", "source", "whatsapp")]
    [InlineData("owner=somebody", "owner", "'me'")]
    [InlineData("period=custom&from=2026-13-01", "from", "2026-11-21")]
    [InlineData("period=custom&from=2026-03-02&to=2026-03-01", "to", "later")]
    [InlineData("period=week&from=2026-03-02", "from", "custom")]
    [InlineData("colour=red", "colour", "no such filter")]
    public async Task Wrong_filters_are_refused_by_name(string query, string member, string says)
    {
        using var admin = Caller.Admin(fixture.App);
        foreach (var chart in Charts)
        {
            var problem = (await admin.GetAsync($"{Routes.Overview}{chart}?{query}")).Refusal(400);

            Assert.Contains(says, string.Concat(problem.Errors![member]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_unknown_group_is_refused()
    {
        using var admin = Caller.Admin(fixture.App);

        var problem = (await admin.GetAsync(Routes.Overview + "/funnel?by=colour")).Refusal(400);

        Assert.Contains("playbook", string.Concat(problem.Errors!["by"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_without_leads_is_all_zeros_and_no_fault()
    {
        using var admin = Caller.Admin(fixture.App);
        var query = new OverviewQuery(OverviewPeriod.Month, Playbook: "nobodys-playbook");

        Assert.Equal(0, (await admin.Client.GetFunnelAsync(query, OverviewGroup.Owner)).Total.Leads);
        Assert.Equal(30, (await admin.Client.GetBandsAsync(query)).Steps.Count);
        Assert.Empty((await admin.Client.GetRulesAsync(query)).Rules);
        Assert.Null((await admin.Client.GetDriftAsync(query)).Mix);
        Assert.Null((await admin.Client.GetAnswersAsync(query)).Person.MedianSeconds);
        foreach (var chart in Charts)
            Assert.Equal(200, (await admin.GetAsync($"{Routes.Overview}{chart}{query.ToQueryString()}")).Status);
    }

    [Fact]
    public async Task Behind_each_number_stand_just_as_many_leads()
    {
        using var admin = Caller.Admin(fixture.App);
        await using var leads = new CountedLeads(fixture.App, 21, [Guid.NewGuid()]);
        await leads.AddAsync(90);
        await leads.UntilCountedAsync();
        var (api, query) = (admin.Client, new OverviewQuery(OverviewPeriod.All, Playbook: leads.Playbook));
        var funnel = (await api.GetFunnelAsync(query, OverviewGroup.Source)).Total;
        var (mood, hours) = (await api.GetMoodAsync(query), (await api.GetHoursAsync(query)).Hours);
        var rates = (await api.GetWinRatesAsync(query)).Bands;
        var busiest = Enumerable.Range(0, 7 * 24).MaxBy(hour => hours[hour / 24][hour % 24]);
        List<(OverviewFigure Figure, int Leads)> numbers =
        [
            .. funnel.Reached.Select(stage => (OverviewFigure.Reached(stage.Key), stage.Value)),
            (OverviewFigure.Closed, funnel.Won + funnel.Lost), (OverviewFigure.Open, rates.Sum(band => band.Open)),
            .. (await api.GetScoresAsync(query)).Bins.Select(bin => (OverviewFigure.Score(bin.From), bin.Leads)),
            .. mood.Sentiment.Select(sentiment => (OverviewFigure.Of(sentiment.Key), sentiment.Value)),
            .. mood.Frustration.Select(step => (OverviewFigure.Frustration(step.Level), step.Leads)),
            (OverviewFigure.Chat(busiest / 24, busiest % 24), hours[busiest / 24][busiest % 24]), (OverviewFigure.Chat(2, null), hours[2].Sum()),
            (OverviewFigure.Of(ChatAnswer.ByPerson), (await api.GetAnswersAsync(query)).Person.Leads),
        ];

        foreach (var (figure, expected) in numbers)
            foreach (var sort in Enum.GetValues<LeadSort>())
                Assert.Equal((figure.Text, expected), (figure.Text, (await api.GetLeadsAsync(new(Playbook: leads.Playbook, Figure: figure.Text, Sort: sort, Limit: 100))).Items.Count));
    }

    [Fact]
    public async Task A_figure_that_means_nothing_is_refused()
    {
        using var admin = Caller.Admin(fixture.App);

        var problem = (await admin.GetAsync(Routes.Leads + "?figure=score:45")).Refusal(400);

        Assert.Contains("score:40", string.Concat(problem.Errors!["figure"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_that_tell_won_from_lost_are_told_from_those_that_do_nothing()
    {
        using var admin = Caller.Admin(fixture.App);
        await using var leads = new CountedLeads(fixture.App, 31, [Guid.NewGuid()]);
        await leads.AddAsync(1600);
        // Every second lead has the points of each rule; the true rule's are the won ones' in four of five cases.
        await leads.RunAsync("""
            with closed as (
                update leads l set status = case when n.i % 2 = 0 then 'won' else 'lost' end, qualification_id = gen_random_uuid()
                from (select id, row_number() over (order by id) as i from leads where playbook = $1) n where l.id = n.id
                returning l.id, l.qualification_id, n.i)
            insert into qualifications (id, lead_id, card, card_version, score, qualified, heat, recommendation, reasons, next_step, top_matches, ledger, created_at)
            select qualification_id, id, $1, 1, 50, false, 'warm', 'rejected', '[]', '', '[]', (
                select json_agg(json_build_object('rule', r.rule, 'card', $1::text, 'cardVersion', 1, 'maxPoints', 20, 'reason', '', 'evidence', '[]'::json, 'confidence', 1, 'at', now(),
                    'points', case when r.place = 1 and (i % 10 < 8) = (i % 2 = 0) or r.place = 2 and i % 4 < 2 then 20 else 0 end))
                from (values (1, 'true_rule'), (2, 'useless_rule'), (3, 'limit')) r (place, rule)), now()
            from closed
            """, leads.Playbook);
        await leads.UntilCountedAsync();

        var rules = await admin.Client.GetRulesAsync(new(OverviewPeriod.All, Playbook: leads.Playbook));

        Assert.Equal((800, 800), (rules.Won, rules.Lost));
        var (real, useless) = (rules.Rules.Single(rule => rule.Rule == "true_rule"), rules.Rules.Single(rule => rule.Rule == "useless_rule"));
        Assert.Equal(2, rules.Rules.Count);
        Assert.Equal((RuleVerdict.Separates, RuleVerdict.Nothing), (real.Verdict, useless.Verdict));
        Assert.True(real.Difference!.Value.Low > 0.3 && useless.Difference!.Value.High < 0.1);
        Assert.Equal(1600, real.Most.Whole + real.Few.Whole);
        var behind = await admin.Client.GetLeadsAsync(new(Playbook: leads.Playbook, Figure: OverviewFigure.Rule(real.Id, true).Text, Limit: 1));
        Assert.NotNull(behind.Next);
    }

    [Fact]
    public async Task Another_mix_of_sources_is_a_drift()
    {
        using var admin = Caller.Admin(fixture.App);
        await using var leads = new CountedLeads(fixture.App, 41, [Guid.NewGuid()]);
        await leads.AddAsync(300);
        await leads.RunAsync("""
            update leads set created_at = now() - case when n.i % 2 = 0 then interval '40 days' else interval '2 days' end,
                source = case when n.i % 2 = 0 then 'web' when n.i % 4 = 1 then 'csv' else 'web' end, last_activity_at = now()
            from (select id, row_number() over (order by id) as i from leads where playbook = $1) n where leads.id = n.id
            """, leads.Playbook);
        await leads.UntilCountedAsync();

        var drift = await admin.Client.GetDriftAsync(new(OverviewPeriod.Month, Playbook: leads.Playbook));

        Assert.Equal(DriftVerdict.Changed, drift.Mix!.Verdict);
        Assert.Equal((75, 150), drift.Sources.Where(source => source.Source == LeadSource.Web).Select(source => (source.Now, source.Before)).Single());
        Assert.Equal((75, 0), drift.Sources.Where(source => source.Source == LeadSource.Csv).Select(source => (source.Now, source.Before)).Single());
    }
}
