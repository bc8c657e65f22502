using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Leads;

[Collection("app")]
public sealed class LeadListTests(AppFixture fixture)
{
    [Theory]
    [InlineData(LeadSort.LastActivity, 7)]
    [InlineData(LeadSort.Score, 7)]
    [InlineData(LeadSort.Created, 7)]
    [InlineData(LeadSort.Score, 1)]
    [InlineData(LeadSort.LastActivity, 100)]
    public async Task Walking_all_pages_shows_each_lead_once_in_order(LeadSort sort, int limit)
    {
        await using var leads = await SeededLeads.AddAsync(fixture.App, 60, seed: limit);
        using var admin = Caller.Admin(fixture.App);

        var walked = await WalkAsync(admin, new LeadQuery(Playbook: leads.Playbook, Sort: sort, Limit: limit));

        Assert.Equal(Sorted(leads.All, sort), walked.Select(row => row.Id));
    }

    [Fact]
    public async Task Each_filter_shows_just_the_leads_it_names()
    {
        var (caller, member, _) = await Caller.MemberAsync(fixture.App, "agent");
        await using var leads = await SeededLeads.AddAsync(fixture.App, 90, owner: member.Id);
        var from = new DateTimeOffset(2026, 3, 1, 14, 0, 0, TimeSpan.Zero);
        (LeadQuery Query, Func<LeadRow, bool> Fits)[] filters =
        [
            (new(Status: [LeadStatus.New]), lead => lead.Status == LeadStatus.New),
            (new(Status: [LeadStatus.Won, LeadStatus.Lost]), lead => lead.Status is LeadStatus.Won or LeadStatus.Lost),
            (new(Heat: [Heat.Hot, Heat.Warm], Status: [LeadStatus.New, LeadStatus.Working]),
                lead => lead.Heat is Heat.Hot or Heat.Warm && lead.Status is LeadStatus.New or LeadStatus.Working),
            (new(Source: [LeadSource.Csv]), lead => lead.Source == LeadSource.Csv),
            (new(Owner: "me"), lead => lead.OwnerId == member.Id),
            (new(Owner: member.Id.ToString()), lead => lead.OwnerId == member.Id),
            (new(Owner: "none"), lead => lead.OwnerId is null),
            (new(Owner: "none", Heat: [Heat.Cold], Source: [LeadSource.Web, LeadSource.Csv]),
                lead => lead is { OwnerId: null, Heat: Heat.Cold, Source: LeadSource.Web or LeadSource.Csv }),
            (new(Owner: "me", Waiting: true, Heat: [Heat.Cold, Heat.Warm]),
                lead => lead.OwnerId == member.Id && lead is { WaitingSince: not null, Heat: Heat.Cold or Heat.Warm }),
            (new(Text: "lead 4", Status: [LeadStatus.New], CreatedFrom: from),
                lead => lead.Name.Contains(" 4", StringComparison.Ordinal) && lead.Status == LeadStatus.New && lead.CreatedAt >= from),
            (new(Waiting: true), lead => lead.WaitingSince is not null),
            (new(Waiting: false), lead => lead.WaitingSince is null),
            (new(CreatedFrom: from), lead => lead.CreatedAt >= from),
            (new(CreatedTo: from), lead => lead.CreatedAt < from),
            (new(CreatedFrom: from, CreatedTo: from.AddHours(4)), lead => lead.CreatedAt >= from && lead.CreatedAt < from.AddHours(4)),
            (new(Text: "LEAD 17"), lead => lead.Name.Contains("17", StringComparison.Ordinal)),
            (new(Text: "5"), lead => lead.Name.Contains(" 5", StringComparison.Ordinal)),
            (new(Text: "100%_"), _ => false),
        ];

        using (caller)
        {
            foreach (var (query, fits) in filters)
                foreach (var sort in Enum.GetValues<LeadSort>())
                {
                    var walked = await WalkAsync(caller, query with { Playbook = leads.Playbook, Sort = sort, Limit = 10 });
                    Assert.Equal(Sorted(leads.All.Where(fits), sort), walked.Select(row => row.Id));
                }
        }
    }

    [Theory]
    [InlineData("colour=red", "colour", "status, heat")]
    [InlineData("heat=boiling", "heat", "unqualified, cold, warm, hot")]
    [InlineData("status=new&status=olde", "status", "new, working")]
    [InlineData("sort=name", "sort", "last_activity, score, created")]
    [InlineData("limit=0", "limit", "1 to 100")]
    [InlineData("limit=101", "limit", "1 to 100")]
    [InlineData("owner=somebody", "owner", "'me'")]
    [InlineData("owner=me", "owner", "signed in")]
    [InlineData("waiting=perhaps", "waiting", "true or false")]
    [InlineData("createdFrom=yesterday", "createdFrom", "2026")]
    [InlineData("createdFrom=2026-02-01&createdTo=2026-01-01", "createdTo", "later")]
    [InlineData("cursor=abc", "cursor", "without one")]
    [InlineData("playbook=a&playbook=b", "playbook", "once")]
    public async Task A_filter_that_is_not_understood_is_refused_by_name(string query, string field, string says)
    {
        using var admin = Caller.Admin(fixture.App);

        var refusal = (await admin.GetAsync($"{Routes.Leads}?{query}")).Refusal(400);

        Assert.Contains(says, refusal.Errors![field].Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_holds_only_as_it_was_given_and_for_its_sort()
    {
        await using var leads = await SeededLeads.AddAsync(fixture.App, 5);
        using var admin = Caller.Admin(fixture.App);
        var cursor = (await admin.Client.GetLeadsAsync(new LeadQuery(Playbook: leads.Playbook, Limit: 2))).Next!;
        var changed = (cursor[0] == 'A' ? "B" : "A") + cursor[1..];

        (await admin.GetAsync($"{Routes.Leads}?sort=score&cursor={cursor}")).Refusal(400);
        (await admin.GetAsync($"{Routes.Leads}?cursor={changed}")).Refusal(400);
        Assert.Equal(200, (await admin.GetAsync($"{Routes.Leads}?cursor={cursor}")).Status);
    }

    [Fact]
    public async Task The_pipeline_has_a_column_a_status_that_goes_on_in_the_list()
    {
        await using var leads = await SeededLeads.AddAsync(fixture.App, 80);
        using var admin = Caller.Admin(fixture.App);

        var pipeline = await admin.Client.GetPipelineAsync($"?playbook={leads.Playbook}&limit=3");

        Assert.Equal(Enum.GetValues<LeadStatus>(), pipeline.Columns.Select(column => column.Status));
        foreach (var column in pipeline.Columns)
        {
            var expected = leads.All.Where(lead => lead.Status == column.Status).ToList();
            var rest = column.Next is null ? [] : await WalkAsync(
                admin, new LeadQuery(Playbook: leads.Playbook, Status: [column.Status], Cursor: column.Next, Limit: 3));
            Assert.Equal(expected.Count, column.Count);
            Assert.Equal(expected.Sum(lead => lead.Value ?? 0), column.Values.GetValueOrDefault("AED"));
            Assert.Equal(Sorted(expected, LeadSort.LastActivity), column.Items.Concat(rest).Select(row => row.Id));
        }
    }

    [Fact]
    public async Task Counts_say_how_many_leads_a_member_has()
    {
        var (caller, member, _) = await Caller.MemberAsync(fixture.App, "agent");
        await using var leads = await SeededLeads.AddAsync(fixture.App, 20, owner: member.Id);
        using (caller)
        {
            var counts = await caller.Client.GetLeadCountsAsync();

            Assert.Equal(leads.All.Count(lead => lead.OwnerId == member.Id), counts.Mine);
            Assert.InRange(counts.All, 20, counts.Cap);
            Assert.Equal(Enum.GetValues<Heat>().Length, counts.Heat.Count);
            Assert.Equal(Enum.GetValues<LeadStatus>().Length, counts.Status.Count);
        }
    }

    private static async Task<List<LeadRow>> WalkAsync(Caller caller, LeadQuery query)
    {
        List<LeadRow> walked = [];
        LeadPage? page = null;
        do
        {
            page = await caller.Client.GetLeadsAsync(query with { Cursor = page?.Next ?? query.Cursor });
            Assert.InRange(page.Items.Count, page.Next is null ? 0 : query.Limit, query.Limit);
            walked.AddRange(page.Items);
        }
        while (page.Next is not null);
        return walked;
    }

    // Postgres compares ids as bytes, most significant first, as their text does.
    private static IEnumerable<Guid> Sorted(IEnumerable<LeadRow> leads, LeadSort sort) => leads
        .OrderByDescending(lead => sort switch
        {
            LeadSort.Score => lead.Score ?? -1,
            LeadSort.Created => lead.CreatedAt.UtcTicks,
            _ => lead.LastActivityAt.UtcTicks,
        })
        .ThenByDescending(lead => lead.Id.ToString(), StringComparer.Ordinal)
        .Select(lead => lead.Id);
}
