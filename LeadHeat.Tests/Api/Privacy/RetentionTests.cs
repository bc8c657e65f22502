using LeadHeat.Core.Channels;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Privacy;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.Api.Conversations;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Privacy;

/// <summary>The clocks, run by hand beside the app, so that no test waits for one.</summary>
[Collection("channels")]
public sealed class RetentionTests(ChannelsFixture fixture)
{
    [Fact]
    public async Task What_is_due_is_counted_first_and_goes_once_also_where_two_look_at_the_clock()
    {
        var anonymous = await TalkAsync("hello there");
        var known = await TalkAsync($"hello, I am Zoe, zoe.{Guid.NewGuid():N}@example.com");
        var old = await TalkAsync($"hello, I am Max, max.{Guid.NewGuid():N}@example.com");
        var empty = await Visitor.ArriveAsync(fixture.App);
        await AgeAsync(anonymous, days: 31);
        await AgeAsync(known, days: 31);
        await AgeAsync(old, days: 731);
        await Psql.RunAsync(fixture.App, $"update conversations set created_at = created_at - interval '25 hours' where id = '{empty.ConversationId}'");
        await Psql.RunAsync(fixture.App, $"update sessions set last_seen_at = last_seen_at - interval '25 hours' where conversation_id = '{empty.ConversationId}'");

        var before = await fixture.Team.GetRetentionAsync();
        Assert.True(before.IsOn);
        Assert.Equal(["sessions", "anonymous", "leads", "inbound", "refused", "uploads", "deleted", "tombstones"], before.Classes.Select(kept => kept.Name));
        foreach (var name in (string[])["sessions", "anonymous", "leads"])
            Assert.True(before.Classes.Single(kept => kept.Name == name).Due >= 1, name);
        Assert.True(await IsThereAsync(anonymous) && await IsThereAsync(old));

        await using var first = Clocks(TimeProvider.System);
        await using var second = Clocks(TimeProvider.System);
        await Task.WhenAll(first.Clock.RunAsync(CancellationToken.None), second.Clock.RunAsync(CancellationToken.None));

        Assert.False(await IsThereAsync(anonymous) || await IsThereAsync(old));
        Assert.True(await IsThereAsync(known));
        Assert.Equal("0", await Psql.RunAsync(fixture.App, $"select count(*) from conversations where id = '{empty.ConversationId}'"));
        Assert.All((await fixture.Team.GetRetentionAsync()).Classes.Where(kept => kept.Name is "sessions" or "anonymous" or "leads"), kept => Assert.Equal(0, kept.Due));
        Assert.Contains((await fixture.Team.GetErasuresAsync()).Receipts, receipt => receipt.Reason == ErasureReason.Retention && receipt.Rows.ContainsKey("postgres: messages"));
    }

    [Fact]
    public async Task Deleted_person_is_erased_after_the_period_and_not_before()
    {
        var lead = await fixture.Team.GetLeadAsync(await TalkAsync($"hello, I am Ida, ida.{Guid.NewGuid():N}@example.com"));
        var deleted = await fixture.Team.DeletePersonAsync(lead.Contact.Id);
        Assert.Equal(30, (deleted.EraseAt - deleted.DeletedAt).TotalDays);

        await using (var early = Clocks(new Later(TimeSpan.FromDays(29))))
            await early.Clock.RunAsync(CancellationToken.None);
        Assert.Contains((await fixture.Team.GetErasuresAsync()).Waiting, waiting => waiting.ContactId == lead.Contact.Id);
        await using (var late = Clocks(new Later(TimeSpan.FromDays(30) + TimeSpan.FromMinutes(1))))
            await late.Clock.RunAsync(CancellationToken.None);

        var erasures = await fixture.Team.GetErasuresAsync();
        Assert.DoesNotContain(erasures.Waiting, waiting => waiting.ContactId == lead.Contact.Id);
        Assert.Equal(ErasureReason.PeriodOver, erasures.Receipts.Single(receipt => receipt.ContactId == lead.Contact.Id).Reason);
    }

    [Fact]
    public async Task Who_goes_by_the_clock_is_named_no_more_in_comparisons_with_Meta_and_trials_of_scorecards()
    {
        var (due, other, form, run) = (LeadAdsTests.Id(), LeadAdsTests.Id(), $"form-{Guid.NewGuid():N}", Guid.CreateVersion7());
        fixture.Graph.Leads[due] = LeadAdsTests.Lead(due, form, $"due.{due}@example.com");
        await fixture.DeliverAsync(Routes.LeadAdsWebhook, LeadAdsTests.Delivery(due));
        var (lead, stays) = ((await fixture.EventAsync(due, InboundState.Done)).LeadId!.Value, Guid.NewGuid());
        await Psql.RunAsync(fixture.App, $$"""
            insert into reconciliations (id, state, requested_at, finished_at, forms)
            values ('{{run}}', 'done', now() - interval '1 day', now(), '[{"formId":"{{form}}","expected":2,"have":0,"missing":["{{due}}","{{other}}"]}]');
            insert into shadow_runs (id, card, version, state, author, created_at, report)
            values ('{{run}}', 'tried', 1, 'done', 'Ida', now(), '{"flips":[{"leadId":"{{lead}}"},{"leadId":"{{stays}}"}]}')
            """);
        await AgeAsync(lead, days: 731);

        await RunAsync();

        Assert.False(await IsThereAsync(lead));
        Assert.Equal($"[\"{other}\"] 1", await Psql.RunAsync(fixture.App, $"select (forms -> 0 ->> 'missing') || ' ' || (forms -> 0 ->> 'erased') from reconciliations where id = '{run}'"));
        Assert.Equal($"{stays}", await Psql.RunAsync(fixture.App, $"select string_agg(flip ->> 'leadId', ' ') from shadow_runs, jsonb_array_elements(report -> 'flips') flip where id = '{run}'"));
        var receipt = await ReceiptAsync();
        Assert.Equal((1, 1), (receipt.Rows["postgres: trials of scorecards"], receipt.Rows["postgres: comparisons with Meta"]));
    }

    [Fact]
    public async Task Delivery_that_was_refused_goes_when_its_days_are_over_and_a_younger_one_stays()
    {
        var (old, young) = (await RefusedAsync(), await RefusedAsync());
        await Psql.RunAsync(fixture.App, $"update refused_bodies set received_at = received_at - interval '169 hours' where id = '{old}'");
        await Psql.RunAsync(fixture.App, $"update refused_bodies set received_at = received_at - interval '167 hours' where id = '{young}'");
        Assert.Equal(1, (await fixture.Team.GetRetentionAsync()).Classes.Single(kept => kept.Name == "refused").Due);

        await RunAsync();

        var left = (await fixture.Team.GetRefusedAsync()).Items.Select(one => one.Id).ToArray();
        Assert.DoesNotContain(old, left);
        Assert.Contains(young, left);
        Assert.Equal(1, (await ReceiptAsync()).Rows["inbound archive: refused deliveries"]);
    }

    [Fact]
    public async Task Comparisons_with_Meta_go_with_what_was_delivered_and_the_newest_stays_however_old()
    {
        var now = DateTimeOffset.UtcNow;
        var (oldest, old) = (Guid.CreateVersion7(now.AddDays(-740)), Guid.CreateVersion7(now.AddDays(-735)));
        // One that has just ended keeps the app from beginning another by itself.
        await Psql.RunAsync(fixture.App, $"delete from reconciliations; {Compared(oldest, 740)}; {Compared(old, 735)}");

        await RunAsync();
        var newest = (await fixture.Team.GetReconciliationAsync()).Latest?.Id;
        var (younger, left) = (Guid.CreateVersion7(now.AddDays(-729)), await IdsAsync());
        await Psql.RunAsync(fixture.App, $"{Compared(younger, 729)}; {Compared(Guid.CreateVersion7(now), 0)}");
        await RunAsync();

        Assert.Equal(old, newest);
        Assert.Equal([old], left);
        Assert.DoesNotContain(old, await IdsAsync());
        Assert.Contains(younger, await IdsAsync());
        Assert.Equal(1, (await ReceiptAsync()).Rows["inbound archive: comparisons with Meta"]);

        static string Compared(Guid id, int daysAgo) =>
            $"insert into reconciliations (id, state, requested_at, finished_at) values ('{id}', 'done', now() - interval '{daysAgo} days', now())";
        async Task<Guid[]> IdsAsync() =>
            [.. (await Psql.RunAsync(fixture.App, "select string_agg(id::text, ' ' order by id) from reconciliations"))!.Split(' ').Select(Guid.Parse)];
    }

    private async Task<Guid> TalkAsync(string text)
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);
        await visitor.SayAsync(text);
        return await visitor.LeadIdAsync();
    }

    private async Task RunAsync()
    {
        await using var beside = Clocks(TimeProvider.System);
        await beside.Clock.RunAsync(CancellationToken.None);
    }

    // Clocks of other tests were ahead.
    private async Task<ErasureReceipt> ReceiptAsync() =>
        (await fixture.Team.GetErasuresAsync()).Receipts.First(receipt => receipt.Reason == ErasureReason.Retention && receipt.ErasedAt <= DateTimeOffset.UtcNow);

    private async Task<Guid> RefusedAsync()
    {
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(ChannelsFixture.Number(), (WhatsApp.Id(), "hello")), signature: null);
        return (await fixture.Team.GetRefusedAsync()).Items[0].Id;
    }

    private async Task<bool> IsThereAsync(Guid leadId) => await Psql.RunAsync(fixture.App, $"select count(*) from leads where id = '{leadId}'") == "1";

    private Task AgeAsync(Guid leadId, int days) => RetentionBeside.AgeAsync(fixture.App, leadId, days);

    private RetentionBeside Clocks(TimeProvider clock) => new(fixture.App, clock);

    private sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
