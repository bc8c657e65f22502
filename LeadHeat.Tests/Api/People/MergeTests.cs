using LeadHeat.Core.Channels;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Identity;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.Api.Conversations;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.People;

/// <summary>Two are made one person and parted again, whoever asks for it, how often and whatever breaks.</summary>
[Collection("channels")]
public sealed class MergeTests(ChannelsFixture fixture)
{
    private LeadHeatClient Team => fixture.Team;

    [Fact]
    public async Task United_by_hand_and_undone_everything_is_as_it_was()
    {
        var (one, other) = (await TalkAsync("I am Asha Rao, asha{0}@example.com"), await TalkAsync("I am Priya Nair, my phone is +9198{1}"));
        var (before, otherBefore) = (await StateAsync(one), await StateAsync(other));

        var merge = await Team.MergeContactsAsync(one.Contact.Id, other.Contact.Id);

        Assert.Equal((MergeState.Done, one.Contact.Id, other.Contact.Id), (merge.State, merge.Left.Id, merge.Right.Id));
        var united = await Team.GetContactAsync(one.Contact.Id);
        Assert.Equal(new[] { one.Id, other.Id }.Order(), united.Leads.Select(lead => lead.Id).Order());
        Assert.Equal((one.Contact.Email, other.Contact.Phone), (united.Email, united.Phone));
        Assert.Contains(united.Keys, key => key.Value == one.Contact.Email);
        Assert.Contains(united.Keys, key => key.Value == other.Contact.Phone);
        Assert.Equal(one.Contact.Id, (await Team.GetContactAsync(other.Contact.Id)).MergedInto);
        Assert.Equal(ActivityKind.Merged, (await Team.GetLeadAsync(other.Id)).Timeline[0].Kind);

        var undone = await Team.UndoMergeAsync(merge.Id);

        Assert.Equal(MergeState.Undone, undone.State);
        Assert.All(undone.Fields, field => Assert.Null(field.Note));
        Assert.Equal((before, otherBefore), (await StateAsync(one), await StateAsync(other)));
        Assert.Equal(MergeState.Undone, (await Team.UndoMergeAsync(merge.Id)).State);
    }

    [Fact]
    public async Task Undone_after_work_on_both_leads_each_person_has_what_was_learned_of_them()
    {
        var (one, other) = (await TalkAsync("I am Asha Rao, asha{0}@example.com"), await TalkAsync("I am Priya Nair, priya{0}@example.com"));
        var merge = await Team.MergeContactsAsync(one.Contact.Id, other.Contact.Id);
        await Team.SetFactAsync(other.Id, FactFields.Phone, new SetFact("+14155550123"));
        await Team.SetFactAsync(one.Id, FactFields.Email, new SetFact("new@example.com"));
        Assert.Equal(("new@example.com", "+14155550123"), await ContactAsync(one));

        var undone = await Team.UndoMergeAsync(merge.Id);

        Assert.Equal(("new@example.com", null), await ContactAsync(one));
        Assert.Equal((other.Contact.Email, "+14155550123"), await ContactAsync(other));
        Assert.Contains("later value", undone.Fields.Single(field => field.Field == "email").Note, StringComparison.Ordinal);
        Assert.Contains("later value", undone.Fields.Single(field => field.Field == "phone").Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Single_field_is_taken_back_and_then_the_lead()
    {
        var (one, other) = (await TalkAsync("I am Asha Rao"), await TalkAsync("I am Priya Nair, priya{0}@example.com"));
        var merge = await Team.MergeContactsAsync(one.Contact.Id, other.Contact.Id);

        var partly = await Team.UndoMergeAsync(merge.Id, ["email"]);
        Assert.Equal((MergeState.Done, null), (partly.State, (await Team.GetContactAsync(one.Contact.Id)).Email));
        Assert.Equal(2, (await Team.GetContactAsync(one.Contact.Id)).Leads.Count);

        await Team.UndoMergeAsync(merge.Id, [$"lead:{other.Id}"]);
        var parted = await Team.GetContactAsync(other.Contact.Id);
        Assert.Null(parted.MergedInto);
        Assert.Equal((other.Id, other.Contact.Email), (Assert.Single(parted.Leads).Id, parted.Email));

        var refused = await Assert.ThrowsAsync<LeadHeatException>(() => Team.UndoMergeAsync(merge.Id, ["shoe_size"]));
        Assert.Equal(400, (int)refused.Status!);
    }

    [Fact]
    public async Task Chain_of_merges_comes_apart_in_any_order()
    {
        var (a, b, c) = (await TalkAsync("I am Asha Rao"), await TalkAsync("I am Priya Nair, priya{0}@example.com"), await TalkAsync("I am Meera Iyer"));
        var first = await Team.MergeContactsAsync(a.Contact.Id, b.Contact.Id);
        var second = await Team.MergeContactsAsync(c.Contact.Id, b.Contact.Id);
        Assert.Equal(3, (await Team.GetContactAsync(c.Contact.Id)).Leads.Count);
        Assert.Equal(c.Contact.Id, (await Team.GetContactAsync(b.Contact.Id)).MergedInto);

        await Team.UndoMergeAsync(first.Id);
        Assert.Equal([b.Id], (await Team.GetContactAsync(b.Contact.Id)).Leads.Select(lead => lead.Id));
        Assert.Equal(2, (await Team.GetContactAsync(c.Contact.Id)).Leads.Count);

        await Team.UndoMergeAsync(second.Id);
        foreach (var lead in (LeadDetail[])[a, b, c])
            Assert.Equal([lead.Id], (await Team.GetContactAsync(lead.Contact.Id)).Leads.Select(each => each.Id));
    }

    [Fact]
    public async Task Ten_who_unite_the_same_two_at_once_make_one_merge()
    {
        var (one, other) = (await TalkAsync("I am Asha Rao"), await TalkAsync("I am Priya Nair"));

        var merges = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Team.MergeContactsAsync(one.Contact.Id, other.Contact.Id)));

        Assert.Single(merges.Select(merge => merge.Id).Distinct());
        Assert.Equal(2, (await Team.GetContactAsync(one.Contact.Id)).Leads.Count);
        Assert.Single((await Team.GetLeadAsync(one.Id)).Timeline, line => line.Kind == ActivityKind.Merged);
        Assert.Equal(1, Count(await AskAsync($"select count(*) from contact_merges where survivor_id = '{one.Contact.Id}'")));
    }

    [Fact]
    public async Task Merge_that_is_killed_in_the_middle_leaves_nothing_and_works_again()
    {
        var (one, other) = (await TalkAsync("I am Asha Rao"), await TalkAsync("I am Priya Nair, priya{0}@example.com"));
        var (before, otherBefore) = (await StateAsync(one), await StateAsync(other));
        await using var source = Npgsql.NpgsqlDataSource.Create(fixture.App.ConnectionString("leadsdb"));
        await using var connection = await source.OpenConnectionAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            // The timelines are told last: everything else of the merge is written when it comes to wait here.
            await new Npgsql.NpgsqlCommand("lock table activities in share row exclusive mode", connection).ExecuteNonQueryAsync();
            var merging = Team.MergeContactsAsync(one.Contact.Id, other.Contact.Id);
            await Eventually.TrueAsync(async () => await KillAsync("insert into activities%''merged''%") > 0, TimeSpan.FromSeconds(60), () => "no merge waits");
            await Assert.ThrowsAsync<LeadHeatException>(() => merging);
        }

        Assert.Equal((before, otherBefore), (await StateAsync(one), await StateAsync(other)));
        Assert.Equal(0, Count(await AskAsync($"select count(*) from contact_merges where '{one.Contact.Id}' in (left_id, right_id)")));
        Assert.Equal(MergeState.Done, (await Team.MergeContactsAsync(one.Contact.Id, other.Contact.Id)).State);
    }

    [Fact]
    public async Task A_task_moves_to_another_lead_of_the_same_person_and_to_nobody_elses()
    {
        var (one, other) = (await TalkAsync("I am Asha Rao"), await TalkAsync("I am Priya Nair"));
        var task = await Team.AddTaskAsync(other.Id, new AddTask("Send the floor plan"));
        Assert.Equal(409, await RefusedAsync(() => Team.ChangeTaskAsync(other.Id, task.Id, new ChangeTask(LeadId: one.Id))));
        Assert.Equal(409, await RefusedAsync(() => Team.ChangeTaskAsync(other.Id, task.Id, new ChangeTask(LeadId: Guid.NewGuid()))));
        await Team.MergeContactsAsync(one.Contact.Id, other.Contact.Id);

        var moved = await Team.ChangeTaskAsync(other.Id, task.Id, new ChangeTask(LeadId: one.Id));

        Assert.Equal((task.Id, task.Title, LeadTaskStatus.Open), (moved.Id, moved.Title, moved.Status));
        Assert.Equal([task.Id], (await Team.GetLeadAsync(one.Id)).Tasks.Select(each => each.Id));
        var left = await Team.GetLeadAsync(other.Id);
        Assert.Empty(left.Tasks);
        Assert.Contains("Moved a task", left.Timeline[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_united_with_himself_or_with_nobody()
    {
        var one = await TalkAsync("I am Asha Rao");

        Assert.Equal(409, await RefusedAsync(() => Team.MergeContactsAsync(one.Contact.Id, one.Contact.Id)));
        Assert.Equal(404, await RefusedAsync(() => Team.MergeContactsAsync(one.Contact.Id, Guid.NewGuid())));
        Assert.Equal(404, await RefusedAsync(() => Team.AcceptMergeAsync(Guid.NewGuid())));
        Assert.Equal(404, await RefusedAsync(() => Team.RejectMergeAsync(Guid.NewGuid())));
        Assert.Equal(404, await RefusedAsync(() => Team.UndoMergeAsync(Guid.NewGuid())));
        Assert.Equal(404, await RefusedAsync(() => Team.GetContactAsync(Guid.NewGuid())));
    }

    private async Task<LeadDetail> TalkAsync(string words) => await Talks.TalkAsync(fixture, words);

    private async Task<int> KillAsync(string like) => Count(await AskAsync($"""
        select count(pg_terminate_backend(pid)) from pg_stat_activity
        where wait_event_type = 'Lock' and query ilike '%{like}%' and pid <> pg_backend_pid()
        """));

    private Task<string?> AskAsync(string sql) => Psql.RunAsync(fixture.App, sql);

    private static int Count(string? text) => int.Parse(text!, System.Globalization.CultureInfo.InvariantCulture);

    private async Task<(string? Email, string? Phone)> ContactAsync(LeadDetail lead)
    {
        var contact = await Team.GetContactAsync(lead.Contact.Id);
        return (contact.Email, contact.Phone);
    }

    /// <summary>Everything of a person but when it was changed.</summary>
    private async Task<string> StateAsync(LeadDetail lead)
    {
        var contact = await Team.GetContactAsync(lead.Contact.Id);
        var keys = contact.Keys.Select(key => $"{key.Kind} {key.Value} {key.Source} {key.Verified} {key.LeadId}");
        return $"{contact.Name}|{contact.Email}|{contact.Phone}|{contact.MergedInto}|{string.Join(',', contact.Leads.Select(each => each.Id))}|{string.Join(',', keys)}";
    }

    private static async Task<int> RefusedAsync(Func<Task> act) => (int)(await Assert.ThrowsAsync<LeadHeatException>(act)).Status!;
}
