using LeadHeat.Core.Channels;
using LeadHeat.Core.Privacy;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Channels;

/// <summary>What Meta has and never came is found, and comes through the one door.</summary>
[Collection("channels")]
public sealed class ReconciliationTests(ChannelsFixture fixture)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task What_never_came_is_named_fetched_and_not_missing_the_next_time()
    {
        var (came, lost, form) = (LeadAdsTests.Id(), Enumerable.Range(0, 3).Select(_ => LeadAdsTests.Id()).ToArray(), Form());
        foreach (var id in lost.Prepend(came))
            fixture.Graph.Leads[id] = LeadAdsTests.Lead(id, form, $"bulk.{id}@example.com");
        fixture.Graph.Forms[form] = [came, .. lost];
        await fixture.DeliverAsync(Routes.LeadAdsWebhook, LeadAdsTests.Delivery(came));
        await fixture.EventAsync(came, InboundState.Done);

        var first = await CompareAsync(form);
        foreach (var id in lost)
            Assert.NotNull((await fixture.EventAsync(id, InboundState.Done)).LeadId);
        var second = await CompareAsync(form);

        Assert.Equal((4, 1), (first.Expected, first.Have));
        Assert.Equal(lost, first.Missing);
        Assert.Equal((4, 4, 0), (second.Expected, second.Have, second.Missing.Count));
        var fetched = Assert.Single((await fixture.Team.GetInboundAsync(lost[0])).Items);
        Assert.Equal(DeliveryVerdict.Fetched, (await fixture.Team.GetInboundAsync(fetched.Id)).Verdict);
    }

    [Fact]
    public async Task Leads_are_counted_and_not_what_came_and_who_was_erased_is_neither_missing_nor_fetched_again()
    {
        var (here, refused, erased, lost, form) = (LeadAdsTests.Id(), LeadAdsTests.Id(), LeadAdsTests.Id(), LeadAdsTests.Id(), Form());
        foreach (var id in (string[])[here, erased, lost])
            fixture.Graph.Leads[id] = LeadAdsTests.Lead(id, form, $"counted.{id}@example.com");
        fixture.Graph.Forms[form] = [here, refused, erased, lost];
        foreach (var id in fixture.Graph.Forms[form])
            await fixture.DeliverAsync(Routes.LeadAdsWebhook, LeadAdsTests.Delivery(id));
        await fixture.EventAsync(here, InboundState.Done);
        await fixture.EventAsync(refused, InboundState.Dead);
        await EraseAsync(erased);
        var gone = (await fixture.EventAsync(lost, InboundState.Done)).LeadId;
        await Psql.RunAsync(fixture.App, $"delete from lead_form_leads where leadgen_id = '{lost}'");

        var compared = await CompareAsync(form);

        Assert.Equal((4, 1, 1, 1), (compared.Expected, compared.Have, compared.Stuck, compared.Erased));
        Assert.Equal([lost], compared.Missing);
        await Eventually.TrueAsync(
            async () => (await fixture.Team.GetInboundAsync(lost)).Items is [{ State: InboundState.Done, LeadId: { } again }] && again != gone, Patience, () => "it is no lead");
        Assert.Empty((await fixture.Team.GetInboundAsync(erased)).Items);
    }

    [Fact]
    public async Task Comparison_that_named_somebody_who_is_erased_names_them_no_more_and_still_adds_up()
    {
        var (erased, other, form) = (LeadAdsTests.Id(), LeadAdsTests.Id(), Form());
        await fixture.KnowFormAsync(form);
        foreach (var id in (string[])[erased, other])
            fixture.Graph.Leads[id] = LeadAdsTests.Lead(id, form, $"named.{id}@example.com");
        fixture.Graph.Forms[form] = [erased, other];
        Assert.Equal([erased, other], (await CompareAsync(form)).Missing);
        foreach (var forms in (string[])["null", "[]", "[{\"formId\":\"1\",\"expected\":0,\"have\":0,\"missing\":[]}]", $"[{{\"formId\":\"2\",\"expected\":1,\"have\":0,\"missing\":[\"{erased}\"]}}]"])
            await Psql.RunAsync(fixture.App, $"insert into reconciliations (id, state, forms, requested_at, finished_at) values (gen_random_uuid(), 'done', '{forms}', now() - interval '1 year', now())");

        var receipt = await EraseAsync(erased);

        Assert.Equal(2, receipt.Rows["postgres: comparisons with Meta"]);
        Assert.Equal("0", await Psql.RunAsync(fixture.App, $"select count(*) from reconciliations where forms::text like '%{erased}%'"));
        var left = (await fixture.Team.GetReconciliationAsync()).Latest!.Forms.Single(each => each.FormId == form);
        Assert.Equal([other], left.Missing);
        Assert.Equal((2, 1, 1), (left.Expected, left.MissingCount, left.Erased));
    }

    [Fact]
    public async Task Who_is_erased_while_a_comparison_is_under_way_is_not_named_when_it_ends()
    {
        var (erased, other, last, form) = (LeadAdsTests.Id(), LeadAdsTests.Id(), LeadAdsTests.Id(), Form());
        await fixture.KnowFormAsync(form);
        foreach (var id in (string[])[erased, other, last])
            fixture.Graph.Leads[id] = LeadAdsTests.Lead(id, form, $"under.way.{id}@example.com");
        fixture.Graph.Forms[form] = [erased, other, last];
        var held = fixture.Graph.Held[$"{form}/leads?after=2"] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var comparing = CompareAsync(form);
        await EraseAsync(erased);

        held.SetResult();
        var compared = await comparing;

        Assert.Equal([other, last], compared.Missing);
        Assert.Equal((3, 2, 1), (compared.Expected, compared.MissingCount, compared.Erased));
        Assert.Equal("0", await Psql.RunAsync(fixture.App, $"select count(*) from reconciliations where forms::text like '%{erased}%'"));
    }

    private async Task<ErasureReceipt> EraseAsync(string id)
    {
        var lead = await fixture.Team.GetLeadAsync((await fixture.EventAsync(id, InboundState.Done)).LeadId!.Value);
        return await fixture.Team.ErasePersonAsync(lead.Contact.Id);
    }

    [Fact]
    public async Task Throttled_comparison_waits_and_goes_on_and_a_form_that_is_gone_says_so()
    {
        var (id, form, gone) = (LeadAdsTests.Id(), Form(), Form());
        fixture.Graph.Leads[id] = LeadAdsTests.Lead(id, form, $"slow.{id}@example.com");
        fixture.Graph.Forms[form] = [id];
        fixture.Graph.Trouble[form + "/leads"] = new([(400, 613), (400, 4)]);
        await fixture.KnowFormAsync(form);
        await fixture.KnowFormAsync(gone);

        var compared = await CompareAsync(form);
        var refused = (await fixture.Team.GetReconciliationAsync()).Latest!.Forms.Single(each => each.FormId == gone);

        Assert.Equal((1, null), (compared.Expected, compared.Failure));
        Assert.Contains("code 100", refused.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expired_token_stops_it_and_says_what_to_do()
    {
        var form = Form();
        await fixture.KnowFormAsync(form);
        fixture.Graph.Forms[form] = [];
        fixture.Graph.Trouble[form + "/leads"] = new([(401, 190)]);

        var stopped = await fixture.ComparedAsync();

        Assert.Equal(ReconciliationState.Stopped, stopped.State);
        Assert.Contains("Meta__AccessToken", stopped.Failure, StringComparison.Ordinal);
    }

    private static string Form() => $"form-{Guid.NewGuid():N}";

    private async Task<ReconciledForm> CompareAsync(string form) => (await fixture.ComparedAsync()).Forms.Single(each => each.FormId == form);
}
