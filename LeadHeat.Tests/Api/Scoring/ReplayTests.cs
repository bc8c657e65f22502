using System.Text.Json;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Conversations;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Scoring;

[Collection("app")]
public sealed class ReplayTests(AppFixture fixture)
{
    private const string Wish = "Hi, looking for a 2BHK in Whitefield under 2 Cr, moving within 3 months.";
    private const string Contact = "You reach me at replay@example.com";

    [Fact]
    public async Task Every_demo_lead_is_scored_again_to_the_same_bytes()
    {
        using var admin = Caller.Admin(fixture.App);
        List<string> wrong = [];
        var page = await admin.Client.GetLeadsAsync(new LeadQuery(Limit: 100, Sort: LeadSort.Created));
        var leads = page.Items.ToList();
        while (page.Next is { } next)
            leads.AddRange((page = await admin.Client.GetLeadsAsync(new LeadQuery(Limit: 100, Sort: LeadSort.Created, Cursor: next))).Items);

        foreach (var lead in leads.Where(lead => Shipped.Contains(lead.Playbook)))
        {
            var (detail, replay) = (await admin.Client.GetLeadAsync(lead.Id), await admin.Client.ReplayScoreAsync(lead.Id));
            if (!replay.Equal || replay.Score != detail.Score || Bytes(replay.Ledger) != Bytes(detail.Ledger))
                wrong.Add($"{lead.Id}: {string.Join(", ", replay.Differences)}");
        }

        Assert.True(leads.Count > 150);
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_conversation_and_a_persons_adjustment_replay_to_the_same_bytes()
    {
        using var admin = Caller.Admin(fixture.App);
        var (visitor, id) = await ChatAsync();
        var first = await admin.Client.ReplayScoreAsync(id);
        await admin.Client.QualifyAsync(id, new QualifyByHand(95, "Met her in person"));
        var adjusted = await admin.Client.ReplayScoreAsync(id);
        await visitor.SayAsync("My loan is pre-approved.");

        var last = await admin.Client.ReplayScoreAsync(id);

        Assert.Equal((true, true, true), (first.Equal, adjusted.Equal, last.Equal));
        Assert.Equal((95, "real-estate-fit"), (adjusted.Score, adjusted.Card));
        Assert.Contains(last.Ledger, line => line is { Rule: "manual", Author: "Admin key" });
        Assert.Equal(Bytes((await admin.Client.GetLeadAsync(id)).Ledger), Bytes(last.Ledger));
    }

    [Fact]
    public async Task Changing_one_message_changes_only_the_lines_that_cite_it()
    {
        using var admin = Caller.Admin(fixture.App);
        var (visitor, id) = await ChatAsync();
        var before = await admin.Client.GetLeadAsync(id);
        var citing = before.Ledger.Where(line => line.Evidence.Any(words => words.Quote == "replay@example.com")).Select(line => line.Rule).ToList();

        await visitor.AskAsync("update messages set text = replace(text, 'replay@', 'relapy@') where conversation_id = '{0}' and author = 'visitor'");
        var replay = await admin.Client.ReplayScoreAsync(id);
        await visitor.AskAsync("update messages set text = replace(text, 'relapy@', 'replay@') where conversation_id = '{0}' and author = 'visitor'");

        Assert.NotEmpty(citing);
        Assert.Equal((false, before.Score), (replay.Equal, replay.Score));
        Assert.Equal(citing, replay.Differences);
    }

    [Fact]
    public async Task A_ledger_from_before_counted_lines_said_what_they_counted_replays_to_its_own_bytes()
    {
        using var admin = Caller.Admin(fixture.App);
        var visitor = await Visitor.ArriveAsync(fixture.App, "cafe");
        await visitor.SayAsync("We run a café in Pune. What does your espresso blend cost?");
        var id = await visitor.LeadIdAsync();
        var counted = (await admin.Client.GetLeadAsync(id)).Ledger.Where(line => line is { Value: not null, SetBy: null }).Select(line => line.Rule).ToList();

        await visitor.AskAsync(OfLead(
            "ledger = (select json_agg(case when line->>'setBy' is null then line || jsonb_build_object('value', null, 'confidence', 0) else line end) from jsonb_array_elements(q.ledger::jsonb) line)"));
        var cut = await admin.Client.ReplayScoreAsync(id);
        await visitor.AskAsync(OfLead("basis = (q.basis::jsonb - 'format')::json"));
        var old = await admin.Client.ReplayScoreAsync(id);

        Assert.Contains("messages", counted);
        Assert.Equal(counted, cut.Differences);
        Assert.Empty(old.Differences);
        Assert.All(old.Ledger.Where(line => counted.Contains(line.Rule)), line => Assert.Equal((null, 0), (line.Value, line.Confidence)));
        Assert.Equal(Bytes((await admin.Client.GetLeadAsync(id)).Ledger), Bytes(old.Ledger));
    }

    // What the lead's score stands on, changed as another release wrote it.
    private static string OfLead(string change) => $"update qualifications q set {change} from leads l where q.id = l.qualification_id and l.conversation_id = '{{0}}'";

    private static readonly string[] Shipped = ["real-estate", "cafe", "b2b"];

    private async Task<(Visitor Visitor, Guid LeadId)> ChatAsync()
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);
        await visitor.SayAsync(Wish);
        await visitor.SayAsync(Contact);
        return (visitor, await visitor.LeadIdAsync());
    }

    private static string Bytes(IReadOnlyList<LedgerLine> ledger) => JsonSerializer.Serialize(ledger, LeadHeatJson.Default.IReadOnlyListLedgerLine);
}
