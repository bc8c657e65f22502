using System.Net;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Leads;

[Collection("app")]
public sealed class LeadChangesTests(AppFixture fixture)
{
    private const string Words = "Hi, looking for a 2BHK in Whitefield under 2 Cr, moving within 3 months.";

    [Fact]
    public async Task A_change_of_status_is_kept_and_told_in_the_timeline_once()
    {
        await using var leads = await SeededLeads.AddAsync(fixture.App, 1);
        using var admin = Caller.Admin(fixture.App);
        var id = leads.All[0].Id;

        await admin.Client.ChangeLeadAsync(id, new ChangeLead(LeadStatus.Visit));
        await admin.Client.ChangeLeadAsync(id, new ChangeLead(LeadStatus.Lost, LostReason: "Bought elsewhere"));
        var lead = await admin.Client.ChangeLeadAsync(id, new ChangeLead(LeadStatus.Lost));

        Assert.Equal(LeadStatus.Lost, lead.Lead.Status);
        Assert.Equal("Moved from visit to lost: Bought elsewhere", lead.Timeline[0].Text);
        Assert.Equal(leads.All[0].Status == LeadStatus.Visit ? 1 : 2, lead.Timeline.Count);
        Assert.All(lead.Timeline, line => Assert.Equal((ActivityKind.StatusChanged, "Admin key"), (line.Kind, line.Actor)));
    }

    [Fact]
    public async Task A_member_takes_a_lead_gives_it_on_and_lets_it_go()
    {
        await using var leads = await SeededLeads.AddAsync(fixture.App, 1);
        var (caller, member, _) = await Caller.MemberAsync(fixture.App, "agent");
        using (caller)
        {
            var taken = await caller.Client.ChangeLeadAsync(leads.All[0].Id, new ChangeLead(OwnerId: member.Id));
            var free = await caller.Client.ChangeLeadAsync(leads.All[0].Id, new ChangeLead(Unassign: true));

            Assert.Equal((member.Id, member.Name), (taken.Lead.OwnerId, taken.Lead.OwnerName));
            Assert.Null(free.Lead.OwnerId);
            Assert.Equal(["Took the owner away", "Took the lead"], free.Timeline.Select(line => line.Text));
        }
    }

    [Theory]
    [InlineData("""{"status":"boiling"}""", 400)]
    [InlineData("""{"status":"won","lostReason":"too dear"}""", 400)]
    [InlineData("""{"ownerId":"0190a000-0000-7000-8000-000000000000"}""", 400)]
    [InlineData("""{"ownerId":"0190a000-0000-7000-8000-000000000000","unassign":true}""", 400)]
    [InlineData("""{"status":"lost","lostReason":"a\u0000b"}""", 400)]
    [InlineData("""{"status":""", 400)]
    [InlineData("[]", 400)]
    public async Task A_change_that_makes_no_sense_changes_nothing(string change, int status)
    {
        await using var leads = await SeededLeads.AddAsync(fixture.App, 1);
        using var admin = Caller.Admin(fixture.App);

        (await admin.SendAsync(HttpMethod.Patch, Routes.Lead(leads.All[0].Id), change)).Refusal(status);

        Assert.Equal("0", await leads.AskAsync($"select count(*) from activities where lead_id = '{leads.All[0].Id}'"));
        Assert.Equal(LeadHeat.Core.Wire.Words.Of(leads.All[0].Status), await leads.AskAsync($"select status from leads where id = '{leads.All[0].Id}'"));
    }

    [Fact]
    public async Task An_unknown_lead_is_404_wherever_it_is_named()
    {
        using var admin = Caller.Admin(fixture.App);
        var lead = Routes.Lead(new Guid("0190a000-0000-7000-8000-000000000000"));

        (await admin.GetAsync(lead)).Refusal(404);
        (await admin.GetAsync(Routes.Leads + "/not-an-id")).Refusal(404);
        (await admin.SendAsync(HttpMethod.Patch, lead, """{"status":"won"}""")).Refusal(404);
        (await admin.PostAsync(lead + "/tasks", """{"title":"Call"}""")).Refusal(404);
        (await admin.SendAsync(HttpMethod.Patch, lead + "/tasks/" + Guid.Empty, """{"status":"done"}""")).Refusal(404);
        (await admin.PostAsync(lead + "/qualify", """{"score":5,"reason":"because"}""")).Refusal(404);
        (await admin.SendAsync(HttpMethod.Put, lead + "/facts/budget", """{"text":"2 Cr"}""")).Refusal(404);
    }

    [Fact]
    public async Task A_task_is_added_changed_and_finished()
    {
        await using var leads = await SeededLeads.AddAsync(fixture.App, 1);
        var (caller, member, _) = await Caller.MemberAsync(fixture.App, "agent");
        using (caller)
        {
            var due = new DateTimeOffset(2026, 12, 1, 10, 0, 0, TimeSpan.FromHours(5.5));
            var added = await caller.Client.AddTaskAsync(leads.All[0].Id, new AddTask("Call her", due, member.Id));
            var moved = await caller.Client.ChangeTaskAsync(leads.All[0].Id, added.Id, new ChangeTask(Title: "Call Asha"));
            var done = await caller.Client.ChangeTaskAsync(leads.All[0].Id, added.Id, new ChangeTask(LeadTaskStatus.Done));
            var lead = await caller.Client.GetLeadAsync(leads.All[0].Id);

            Assert.Equal((LeadTaskStatus.Open, due, member.Name), (added.Status, added.DueAt, added.AssigneeName));
            Assert.Equal("Call Asha", moved.Title);
            Assert.Equal(LeadTaskStatus.Done, done.Status);
            Assert.NotNull(done.DoneAt);
            Assert.Equal([ActivityKind.TaskDone, ActivityKind.TaskAdded], lead.Timeline.Select(line => line.Kind));
            var task = Assert.Single(lead.Tasks);
            Assert.Equal((added.Id, "Call Asha", LeadTaskStatus.Done), (task.Id, task.Title, task.Status));
        }
    }

    [Fact]
    public async Task A_score_set_by_hand_is_a_line_of_the_ledger_and_the_sum_is_right()
    {
        using var admin = Caller.Admin(fixture.App);
        var before = await ChattedAsync(admin);

        await admin.Client.QualifyAsync(before.Id, new QualifyByHand(100, "Paid a token"));
        var after = await admin.Client.QualifyAsync(before.Id, new QualifyByHand(12, "Took it back"));

        Assert.Equal((12, before.Score is null ? null : (int?)100), (after.Score!.Value, after.Lead.PreviousScore));
        Assert.Equal(12, after.Ledger.Sum(line => line.Points));
        Assert.Equal(["Paid a token", "Took it back"], after.Ledger.Where(line => line.Rule == "manual").Select(line => line.Reason));
        Assert.All(after.Ledger.Where(line => line.Rule == "manual"), line => Assert.Equal(("Admin key", FactSource.Person), (line.Author, line.SetBy)));
        Assert.Equal(
            before.Ledger.Select(line => (line.Rule, line.Points, line.Reason)),
            after.Ledger.Where(line => line.Rule is not ("manual" or "limit")).Select(line => (line.Rule, line.Points, line.Reason)));
        Assert.Equal(ActivityKind.Adjusted, after.Timeline[0].Kind);
    }

    [Fact]
    public async Task A_fact_put_right_by_a_person_is_scored_at_once_and_stays()
    {
        using var admin = Caller.Admin(fixture.App);
        var before = await ChattedAsync(admin);

        var fact = await admin.Client.SetFactAsync(before.Id, FactFields.Phone, new SetFact("+91 98765 43210"));
        var lead = await admin.Client.GetLeadAsync(before.Id);

        Assert.Equal((FactSource.Person, 1d), (fact.SetBy, fact.Confidence));
        Assert.Equal(fact, lead.Facts.Single(known => known.Field == FactFields.Phone) with { At = fact.At, Evidence = fact.Evidence });
        Assert.Equal(lead.Score, lead.Ledger.Sum(line => line.Points));
        Assert.True(lead.Score > before.Score, $"{before.Score} → {lead.Score}");
        Assert.Equal(fact.Value.Text, lead.Contact.Phone);
        Assert.Equal(ActivityKind.FactChanged, lead.Timeline[0].Kind);
        Assert.Equal(lead.Id, Assert.Single((await admin.Client.GetLeadsAsync(new LeadQuery(Text: Email(lead)))).Items).Id);
    }

    [Fact]
    public async Task A_fact_that_is_not_understood_is_refused_with_an_example()
    {
        using var admin = Caller.Admin(fixture.App);
        var lead = await ChattedAsync(admin);

        var value = await Assert.ThrowsAsync<LeadHeatException>(() => admin.Client.SetFactAsync(lead.Id, FactFields.Budget, new SetFact("blue")));
        var field = await Assert.ThrowsAsync<LeadHeatException>(() => admin.Client.SetFactAsync(lead.Id, "colour", new SetFact("blue")));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (value.Status, field.Status));
        Assert.Contains("'blue' is not understood as the budget", value.Errors["text"].Single(), StringComparison.Ordinal);
        Assert.Contains("budget", field.Errors["field"].Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transcript_is_read_back_to_its_first_message()
    {
        await using var leads = await SeededLeads.AddAsync(fixture.App, 1);
        using var admin = Caller.Admin(fixture.App);
        var conversation = Guid.CreateVersion7();
        await leads.AskAsync(
            $"""
            insert into conversations (id, lead_id, playbook, channel, handling, created_at) values ('{conversation}', '{leads.All[0].Id}', 'x', 'web', 'bot', now());
            update leads set conversation_id = '{conversation}' where id = '{leads.All[0].Id}';
            insert into messages (id, conversation_id, author, text, external_id, created_at)
            select ('{conversation.ToString()[..32]}' || lpad(n::text, 4, '0'))::uuid, '{conversation}', 'visitor', 'Message ' || n, n, now()
            from generate_series(1, 123) n
            """);
        List<MessageView> read = [];
        string? cursor = null;
        do
        {
            var page = (await admin.Client.GetLeadAsync(leads.All[0].Id, cursor)).Transcript;
            read.InsertRange(0, page.Items);
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(1, 123).Select(number => $"Message {number}"), read.Select(message => message.Text));
        (await admin.GetAsync(Routes.Lead(leads.All[0].Id) + "?transcript=abc")).Refusal(400);
    }

    [Fact]
    public async Task Whoever_listens_hears_of_a_change()
    {
        await using var leads = await SeededLeads.AddAsync(fixture.App, 1);
        using var admin = Caller.Admin(fixture.App);
        using var web = Caller.Service(fixture.App);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var heard = HearAsync(web, leads.All[0].Id, limit);

        // The stream says nothing when it is open: change until it is heard.
        await Eventually.TrueAsync(
            async () =>
            {
                await admin.Client.AddTaskAsync(leads.All[0].Id, new AddTask("Call"), limit.Token);
                return heard.IsCompleted;
            },
            TimeSpan.FromSeconds(60), () => "nothing was heard");

        Assert.True(await heard);
    }

    private static async Task<bool> HearAsync(Caller web, Guid leadId, CancellationTokenSource limit)
    {
        await foreach (var liveEvent in web.Client.GetEventsAsync(limit.Token))
            if (liveEvent.Kind == LiveEventKind.LeadChanged && liveEvent.LeadId == leadId)
                return true;
        return false;
    }

    private static async Task<LeadDetail> ChattedAsync(Caller admin)
    {
        var session = await admin.Client.StartSessionAsync(new StartSession("real-estate"));
        Guid? leadId = null;
        var email = $"buyer.{Guid.NewGuid():N}@example.com";
        await foreach (var turnEvent in admin.Client.SendTurnAsync(new SendTurn(session.SessionId, $"{Words} {email}", Guid.NewGuid().ToString())))
            leadId = turnEvent.Done?.LeadId ?? leadId;
        return await admin.Client.GetLeadAsync(leadId!.Value);
    }

    private static string Email(LeadDetail lead) => lead.Contact.Email!;
}
