using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Privacy;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Channels;

/// <summary>Whom the retention clock lets go is not brought back by a comparison with Meta, which may have them still.</summary>
[Collection("channels")]
public sealed class LetGoFormTests(ChannelsFixture fixture)
{
    private readonly string _form = $"form-{Guid.NewGuid():N}";

    [Fact]
    public async Task Who_goes_by_the_clock_is_neither_missing_nor_fetched_again()
    {
        var (gone, stays) = (Known(), Known());
        fixture.Graph.Forms[_form] = [gone, stays];
        foreach (var id in fixture.Graph.Forms[_form])
            await fixture.DeliverAsync(Routes.LeadAdsWebhook, LeadAdsTests.Delivery(id));
        await fixture.EventAsync(stays, InboundState.Done);
        await LetGoAsync(gone);

        var compared = (await fixture.ComparedAsync()).Forms.Single(each => each.FormId == _form);

        Assert.Equal((2, 1, 1), (compared.Expected, compared.Have, compared.Erased));
        Assert.Empty(compared.Missing);
        Assert.Empty((await fixture.Team.GetInboundAsync(gone)).Items);
    }

    [Fact]
    public async Task Who_goes_by_the_clock_after_what_was_delivered_of_them_is_not_fetched_again_either()
    {
        var gone = Known();
        fixture.Graph.Forms[_form] = [gone];
        await fixture.DeliverAsync(Routes.LeadAdsWebhook, LeadAdsTests.Delivery(gone));
        var lead = (await fixture.EventAsync(gone, InboundState.Done)).LeadId!.Value;
        await Psql.RunAsync(fixture.App, $"delete from inbound where external_id = '{gone}'");
        await RetentionBeside.LetGoAsync(fixture.App, lead);

        var compared = (await fixture.ComparedAsync()).Forms.Single(each => each.FormId == _form);

        Assert.Equal((1, 0, 1), (compared.Expected, compared.MissingCount, compared.Erased));
    }

    [Fact]
    public async Task Who_goes_by_the_clock_while_a_comparison_is_under_way_is_not_named_when_it_ends()
    {
        var (gone, other, last) = (Known(), Known(), Known());
        await fixture.KnowFormAsync(_form);
        fixture.Graph.Forms[_form] = [gone, other, last];
        var held = fixture.Graph.Held[$"{_form}/leads?after=2"] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var comparing = fixture.ComparedAsync();
        await LetGoAsync(gone);

        held.SetResult();
        var compared = (await comparing).Forms.Single(each => each.FormId == _form);

        Assert.Equal([other, last], compared.Missing);
        Assert.Equal((3, 2, 1), (compared.Expected, compared.MissingCount, compared.Erased));
    }

    private string Known()
    {
        var id = LeadAdsTests.Id();
        fixture.Graph.Leads[id] = LeadAdsTests.Lead(id, _form, $"let.go.{id}@example.com");
        return id;
    }

    private async Task LetGoAsync(string id) => await RetentionBeside.LetGoAsync(fixture.App, (await fixture.EventAsync(id, InboundState.Done)).LeadId!.Value);
}
