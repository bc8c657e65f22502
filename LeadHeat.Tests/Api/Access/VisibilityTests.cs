using LeadHeat.Core.Access;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Access;

/// <summary>An app that shows leads by team: what somebody of another team gets to see of one.</summary>
[Collection("own app")]
public sealed class VisibilityTests
{
    private static readonly AppOptions ByTeam = new() { Environment = { ["Access__LeadVisibility"] = "team", ["RateLimits__SignIn__PermitLimit"] = "1000", ["RateLimits__User__PermitLimit"] = "10000" } };

    [Fact]
    public async Task Another_team_s_lead_is_unknown_at_every_address_and_in_every_list()
    {
        await using var app = await RunningApp.StartAsync(ByTeam);
        using var admin = Caller.Admin(app);
        var (insider, inside, _) = await Caller.MemberAsync(app, "agent");
        var (stranger, outside, _) = await Caller.MemberAsync(app, "agent");
        using (insider)
        using (stranger)
        {
            var team = await admin.Client.SaveTeamAsync(null, new SaveTeam("Homes", ["real-estate"], [inside.Id]));
            await admin.Client.SaveTeamAsync(null, new SaveTeam("Cafés", ["cafe"], [outside.Id]));
            var (theirs, ours) = (await WriteAsync(app, admin, "real-estate", "asha@example.com"), await WriteAsync(app, admin, "cafe", "bela@example.com"));

            await ListsAsync(insider, stranger, theirs, ours);
            await AddressesAsync(admin, stranger, theirs);
            Assert.Equal(200, (await insider.GetAsync(Routes.Lead(theirs.Id))).Status);
            await EventsAsync(admin, stranger, theirs, ours);

            // An owner sees the own lead, whatever team it is of; and whoever joins the team sees its leads with the next request.
            await admin.Client.ChangeLeadAsync(theirs.Id, new ChangeLead(OwnerId: outside.Id));
            Assert.Equal(200, (await stranger.GetAsync(Routes.Lead(theirs.Id))).Status);
            await admin.Client.ChangeLeadAsync(theirs.Id, new ChangeLead(Unassign: true));
            (await stranger.GetAsync(Routes.Lead(theirs.Id))).Refusal(404);
            await admin.Client.SaveTeamAsync(team.Id, new SaveTeam("Homes", ["real-estate"], [inside.Id, outside.Id]));
            Assert.Equal(200, (await stranger.GetAsync(Routes.Lead(theirs.Id))).Status);
        }
    }

    private static async Task ListsAsync(Caller insider, Caller stranger, LeadRow theirs, LeadRow ours)
    {
        Assert.Equal([theirs.Id], (await insider.Client.GetLeadsAsync(new LeadQuery())).Items.Select(row => row.Id));
        foreach (var query in (LeadQuery[])
            [
                new(), new(Text: "asha@example.com"), new(Playbook: "real-estate"), new(Sort: LeadSort.Score), new(Sort: LeadSort.Created), new(Owner: "none"), new(Waiting: false),
                new(Status: [LeadStatus.New, LeadStatus.Working]), new(Source: [LeadSource.Web]), new(CreatedFrom: DateTimeOffset.UtcNow.AddDays(-1)),
            ])
            Assert.DoesNotContain((await stranger.Client.GetLeadsAsync(query)).Items, row => row.Id == theirs.Id);
        Assert.Equal([ours.Id], (await stranger.Client.GetLeadsAsync(new LeadQuery())).Items.Select(row => row.Id));
        Assert.Equal(1, (await stranger.Client.GetLeadCountsAsync()).All);
        var columns = (await stranger.Client.GetPipelineAsync()).Columns;
        Assert.Equal((1, ours.Id), (columns.Sum(column => column.Count), columns.SelectMany(column => column.Items).Single().Id));
        foreach (var (words, count) in new[] { ("bela", 1), ("asha", 0) })
            Assert.Equal(count, (await stranger.Client.GetPipelineAsync("?text=" + words)).Columns.Sum(column => column.Count));
    }

    // Every address that the Api describes: with another team's lead in it, it is unknown or closed.
    private static async Task AddressesAsync(Caller admin, Caller stranger, LeadRow theirs)
    {
        var document = (await admin.GetAsync("/openapi/v1.json")).Json;
        List<string> wrong = [];
        var about = 0;
        foreach (var path in document.GetProperty("paths").EnumerateObject().Where(path => path.Name.StartsWith(Routes.Leads + "/{id}", StringComparison.Ordinal)))
            foreach (var operation in path.Value.EnumerateObject())
            {
                about++;
                var address = path.Name.Replace("{id}", theirs.Id.ToString()).Replace("{field}", "beds").Replace("{taskId}", Guid.Empty.ToString()).Replace("{messageId}", Guid.Empty.ToString()).Replace("{eventId}", Guid.Empty.ToString());
                var answer = await stranger.SendAsync(HttpMethod.Parse(operation.Name.ToUpperInvariant()), address, operation.Name == "get" ? null : "{}");
                if (answer.Status is not (404 or 403) || answer.Problem is null)
                    wrong.Add($"{operation.Name} {path.Name}: {answer.Status}");
            }

        Assert.Empty(wrong);
        Assert.InRange(about, 10, 1000);
        var turn = await Psql.RunAsync(admin.App, $"select id from turns where lead_id = '{theirs.Id}'");
        (await stranger.GetAsync($"/api/turns/{turn}/record")).Refusal(404);
        foreach (var closed in (string[])[Routes.Evals, Routes.DeadTurns, Routes.Usage, Routes.Disagreements, Routes.Inbound, Routes.Uploads, Routes.Merges, Routes.Overview + "/funnel"])
            (await stranger.GetAsync(closed)).Refusal(403);
        await ReadsAsync(document, admin, stranger, theirs);
        await WritesAsync(document, admin, stranger, theirs);
    }

    // Whatever can be done at an address with an id in it, with each id that belongs to another team's person: unknown, closed, or at least refused.
    private static async Task WritesAsync(System.Text.Json.JsonElement document, Caller admin, Caller stranger, LeadRow theirs)
    {
        var ids = (await Psql.RunAsync(admin.App, $"""
            select string_agg(id::text, ' ') from (
                select id from leads where id = '{theirs.Id}' union all select contact_id from leads where id = '{theirs.Id}' union all select conversation_id from leads where id = '{theirs.Id}'
                union all select id from turns where lead_id = '{theirs.Id}' union all select m.id from messages m join leads l on l.conversation_id = m.conversation_id where l.id = '{theirs.Id}') ids
            """))!.Split(' ');
        var before = await StateAsync(admin, theirs);
        List<string> wrong = [];
        var about = 0;
        foreach (var path in document.GetProperty("paths").EnumerateObject().Where(path => path.Name.Contains("{id}", StringComparison.Ordinal) && !path.Name.StartsWith(Routes.Sessions, StringComparison.Ordinal)))
            foreach (var operation in path.Value.EnumerateObject().Where(operation => operation.Name != "get"))
                foreach (var id in ids)
                {
                    about++;
                    var address = path.Name.Replace("{id}", id);
                    foreach (var name in (string[])["{taskId}", "{messageId}", "{deliveryId}"])
                        address = address.Replace(name, ids[^1]);
                    var answer = await stranger.SendAsync(HttpMethod.Parse(operation.Name.ToUpperInvariant()), address.Replace("{field}", "beds"), "{}");
                    if (answer.Status is < 400 or >= 500 || answer.Problem is null)
                        wrong.Add($"{operation.Name} {path.Name}: {answer.Status}");
                }

        Assert.Empty(wrong);
        Assert.InRange(about, 100, 10_000);
        Assert.Equal(before, await StateAsync(admin, theirs));
    }

    private static async Task<string> StateAsync(Caller admin, LeadRow lead) => await Psql.RunAsync(admin.App, $"""
        select concat_ws(' ', l.status, l.owner_id, l.handling, l.name, p.facts, (select count(*) from activities a where a.lead_id = l.id), (select count(*) from messages m where m.conversation_id = l.conversation_id),
            (select count(*) from consents c where c.contact_id = l.contact_id))
        from leads l join lead_profiles p on p.lead_id = l.id where l.id = '{lead.Id}'
        """) ?? "";

    // Whatever can be read, with the ids of another team's person in the address, says nothing of that person.
    private static async Task ReadsAsync(System.Text.Json.JsonElement document, Caller admin, Caller stranger, LeadRow theirs)
    {
        var contact = await Psql.RunAsync(admin.App, $"select contact_id from leads where id = '{theirs.Id}'");
        List<string> told = [];
        foreach (var path in document.GetProperty("paths").EnumerateObject().Where(path => path.Value.TryGetProperty("get", out _) && path.Name != Routes.Events))
            foreach (var id in new[] { theirs.Id.ToString(), contact! })
            {
                var answer = await stranger.GetAsync(path.Name.Replace("{id}", id).Replace("{name}", "real-estate-fit").Replace("{version}", "1"));
                if (answer.Json.ValueKind != System.Text.Json.JsonValueKind.Undefined && answer.Status == 200
                    && (string[])[theirs.Id.ToString(), contact!, "asha@example.com"] is var secrets && secrets.Any(answer.Json.GetRawText().Contains))
                    told.Add(path.Name);
            }

        Assert.Empty(told);
    }

    private static async Task EventsAsync(Caller admin, Caller stranger, LeadRow theirs, LeadRow ours)
    {
        List<LiveEvent> heard = [];
        var begun = new TaskCompletionSource();
        using var enough = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var listening = Task.Run(async () =>
        {
            await foreach (var liveEvent in stranger.Client.GetEventsAsync(begun.SetResult, enough.Token))
            {
                heard.Add(liveEvent);
                if (liveEvent.LeadId == ours.Id)
                    return;
            }
        });
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(60));

        // Theirs first: once ours is heard, theirs would have been.
        await admin.Client.AddTaskAsync(theirs.Id, new AddTask("Call"));
        await admin.Client.AddTaskAsync(ours.Id, new AddTask("Call"));

        await listening;
        Assert.DoesNotContain(heard, liveEvent => liveEvent.LeadId == theirs.Id);
    }

    private static async Task<LeadRow> WriteAsync(RunningApp app, Caller admin, string playbook, string email)
    {
        using var web = Caller.Service(app);
        var session = await web.Client.StartSessionAsync(new StartSession(playbook, Channel.Web, null));
        await foreach (var _ in web.Client.SendTurnAsync(new SendTurn(session.SessionId, $"Hi, I am at {email}", "m1")))
        {
        }

        LeadRow? row = null;
        await Eventually.TrueAsync(
            async () => (row = (await admin.Client.GetLeadsAsync(new LeadQuery(Playbook: playbook))).Items is [var first, ..] ? first : null) is not null, TimeSpan.FromSeconds(90), () => "no lead");
        return row!;
    }
}
