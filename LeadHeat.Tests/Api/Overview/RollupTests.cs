using LeadHeat.Core.Leads;
using LeadHeat.Core.Overview;
using LeadHeat.Core.Understanding;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Overview;

/// <summary>What was counted in advance is what counting now would say, whatever happened to the leads.</summary>
[Collection("app")]
public sealed class RollupTests(AppFixture fixture)
{
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task Figures_are_those_of_the_leads_after_any_changes(int seed)
    {
        var (agent, one, _) = await Caller.MemberAsync(fixture.App, "agent");
        var (other, two, _) = await Caller.MemberAsync(fixture.App, "agent");
        using var admin = Caller.Admin(fixture.App);
        await using var leads = new CountedLeads(fixture.App, seed, [one.Id, two.Id]);
        await leads.AddAsync(160);

        for (var round = 0; round < 3; round++)
        {
            await leads.UntilCountedAsync();
            foreach (var query in Queries(leads.Playbook, new Random(seed + round), [one.Id, two.Id]))
                await CompareAsync(admin.Client, query, leads.All);
            await leads.ChangeAsync(60);
        }

        agent.Dispose();
        other.Dispose();
    }

    [Fact]
    public async Task Counting_everything_anew_says_the_same()
    {
        using var admin = Caller.Admin(fixture.App);
        await using var owned = new CountedLeads(fixture.App, 6, [Guid.NewGuid()]);
        await owned.AddAsync(40);
        await owned.UntilCountedAsync();

        var answer = await admin.PostAsync(Routes.Overview + "/rebuild", "");

        Assert.Equal(202, answer.Status);
        await owned.UntilCountedAsync();
        await CompareAsync(admin.Client, new(OverviewPeriod.All, Playbook: owned.Playbook), owned.All);
        var frame = await Frame(admin.Client);
        await Eventually.TrueAsync(async () => (frame = await Frame(admin.Client)).UpdatedAt is not null, TimeSpan.FromSeconds(120), () => "it is not up to date again");
        Assert.True(frame.Counted >= 40);
    }

    private static async Task<OverviewFrame> Frame(LeadHeatClient api) => (await api.GetOverviewAsync(new())).Frame;

    private static IEnumerable<OverviewQuery> Queries(string playbook, Random random, Guid[] team)
    {
        yield return new(OverviewPeriod.All, Playbook: playbook);
        for (var i = 0; i < 6; i++)
        {
            var to = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-random.Next(60));
            yield return new(
                OverviewPeriod.Custom, random.Next(4) == 0 ? null : to.AddDays(-random.Next(90)), to, playbook, random.Next(2) == 0 ? null : LeadSource.Web + random.Next(6),
                random.Next(3) switch { 0 => null, 1 => "none", _ => team[random.Next(2)].ToString() });
        }
    }

    private static async Task CompareAsync(LeadHeatClient api, OverviewQuery query, IReadOnlyList<CountedLead> all)
    {
        var expected = all.Where(lead => (query.From is null || lead.Day >= query.From) && (query.To is null || lead.Day <= query.To) && (query.Source is null || lead.Source == query.Source)
            && query.Owner switch { null => true, "none" => lead.Owner is null, var owner => lead.Owner?.ToString() == owner }).ToList();
        await CompareFunnelsAsync(api, query, expected);
        var scores = await api.GetScoresAsync(query);
        Assert.Equal(Enumerable.Range(0, 10).Select(ten => expected.Count(lead => lead.Score is { } score && Math.Min(9, score / 10) == ten)), scores.Bins.Select(bin => bin.Leads));
        Assert.Equal(expected.Count(lead => lead.Score is null), scores.Unscored);
        var bands = await api.GetBandsAsync(query);
        Assert.All(bands.Steps, step => Assert.All(step.Leads, band =>
            Assert.Equal(expected.Count(lead => lead.Day >= step.From && lead.Day <= step.To && lead.Heat == band.Key), band.Value)));
        Assert.Equal(expected.Count, bands.Steps.Sum(step => step.Leads.Values.Sum()));
        Assert.All((await api.GetWinRatesAsync(query)).Bands, band =>
        {
            var (won, lost) = (expected.Count(lead => lead.Heat == band.Heat && lead.Status == LeadStatus.Won), expected.Count(lead => lead.Heat == band.Heat && lead.Status == LeadStatus.Lost));
            Assert.Equal((won, lost, expected.Count(lead => lead.Heat == band.Heat) - won - lost, won + lost), (band.Won, band.Lost, band.Open, band.Rate.Whole));
        });
        await CompareChatsAsync(api, query, [.. expected.Where(lead => lead.Chat is not null)]);
    }

    private static async Task CompareFunnelsAsync(LeadHeatClient api, OverviewQuery query, List<CountedLead> expected)
    {
        foreach (var by in Enum.GetValues<OverviewGroup>())
        {
            var funnel = await api.GetFunnelAsync(query, by);
            var groups = expected.GroupBy(lead => by switch { OverviewGroup.Source => Words.Of(lead.Source), OverviewGroup.Playbook => query.Playbook, _ => lead.Owner?.ToString() });
            Same(expected, funnel.Total);
            Assert.Equal(groups.Count(), funnel.Groups.Count);
            Assert.All(groups, group => Same([.. group], funnel.Groups.Single(row => row.Key == group.Key)));
        }

        static void Same(List<CountedLead> leads, FunnelRow row)
        {
            Assert.Equal(leads.Count, row.Leads);
            Assert.Equal(leads.Count(lead => lead.Status == LeadStatus.Won), row.Won);
            Assert.Equal(leads.Count(lead => lead.Status == LeadStatus.Lost), row.Lost);
            Assert.All(row.Reached, stage => Assert.Equal(leads.Count(lead => lead.Reached(stage.Key)), stage.Value));
        }
    }

    private static async Task CompareChatsAsync(LeadHeatClient api, OverviewQuery query, List<CountedLead> chats)
    {
        var mood = await api.GetMoodAsync(query);
        Assert.Equal(chats.Count, mood.Chats);
        Assert.All(mood.Sentiment, sentiment => Assert.Equal(chats.Count(lead => lead.Chat!.Sentiment == sentiment.Key), sentiment.Value));
        Assert.All(mood.Frustration, step => Assert.Equal(chats.Count(lead => lead.Chat!.Frustration == step.Level), step.Leads));
        var hours = await api.GetHoursAsync(query);
        Assert.Equal(chats.Count, hours.Chats);
        for (var day = 0; day < 7; day++)
            for (var hour = 0; hour < 24; hour++)
                Assert.Equal(chats.Count(lead => ((int)lead.Chat!.First.DayOfWeek + 6) % 7 == day && lead.Chat.First.Hour == hour), hours.Hours[day][hour]);
        var answers = await api.GetAnswersAsync(query);
        Assert.Equal(chats.Count, answers.Chats);
        Assert.All(answers.Bands, band =>
        {
            Near([.. chats.Where(lead => lead.Heat == band.Heat).Select(lead => lead.Chat!.BotSeconds).OfType<double>()], band.Bot);
            Near([.. chats.Where(lead => lead.Heat == band.Heat).Select(lead => lead.Chat!.PersonSeconds).OfType<double>()], band.Person);
        });

        static void Near(List<double> seconds, AnswerTimes times)
        {
            Assert.Equal(seconds.Count, times.Leads);
            if (seconds.Count == 0)
            {
                Assert.Null(times.MedianSeconds);
                return;
            }
            seconds.Sort();
            var (median, tail) = (seconds[(int)Math.Ceiling(0.5 * seconds.Count) - 1], seconds[(int)Math.Ceiling(0.9 * seconds.Count) - 1]);
            Assert.InRange(times.MedianSeconds!.Value, median * 0.95, median * 1.05);
            Assert.InRange(times.P90Seconds!.Value, tail * 0.95, tail * 1.05);
        }
    }
}
