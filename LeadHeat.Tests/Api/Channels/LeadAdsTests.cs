using LeadHeat.Core.Channels;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Channels;

[Collection("channels")]
public sealed class LeadAdsTests(ChannelsFixture fixture)
{
    [Fact]
    public async Task Lead_is_fetched_once_with_all_its_answers_consents_and_a_score()
    {
        var (id, email) = (Id(), $"{Guid.NewGuid():N}@example.com");
        fixture.Graph.Leads[id] = Lead(id, "form-1", email);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => fixture.DeliverAsync(Routes.LeadAdsWebhook, Delivery(id))));

        Assert.Single((await fixture.Team.GetInboundAsync(id)).Items);
        var taken = await fixture.EventAsync(id, InboundState.Done);
        var lead = await fixture.Team.GetLeadAsync(taken.LeadId!.Value);
        Assert.Equal((LeadSource.LeadAds, email, "Joe Example"), (lead.Lead.Source, lead.Contact.Email, lead.Contact.Name));
        Assert.Equal(["Whitefield", "Sarjapur Road"], lead.Facts.Single(fact => fact.Field == FactFields.Areas).Value.Items!);
        Assert.All(lead.Facts, fact => Assert.Equal(FactSource.Form, fact.SetBy));
        Assert.Equal([("optional_1", true), ("optional_2", false)], lead.Contact.Consents.Select(consent => (consent.Purpose, consent.Granted)));
        Assert.Contains(lead.Timeline, line => line.Text == "favourite colour: blue, green");
        Assert.True(lead.Score > 0);
        Assert.Equal(lead.Score, lead.Ledger.Sum(line => line.Points));
        Assert.Single((await fixture.Team.GetLeadsAsync(new LeadQuery(Text: email))).Items);
    }

    [Fact]
    public async Task Consent_has_the_words_that_stood_beside_the_box_and_the_form_is_asked_for_them_once()
    {
        var (first, second, form) = (Id(), Id(), $"form-{Guid.NewGuid():N}");
        fixture.Graph.LegalContents[form] = """
            {"id":"9","privacy_policy":{"url":"https://example.com/privacy","link_text":"Privacy"},
             "custom_disclaimer":{"title":"How we use it","body":{"text":"We call you back.","url_entities":[]},
              "checkboxes":[{"key":"optional_1","text":"Send me offers","is_required":false,"is_checked_by_default":false},{"key":"optional_2","text":"Call me in the evening","is_required":false}]}}
            """;
        foreach (var id in (string[])[first, second])
        {
            fixture.Graph.Leads[id] = Lead(id, form, $"{id}@example.com");
            await fixture.DeliverAsync(Routes.LeadAdsWebhook, Delivery(id));
            Assert.Equal(
                [("optional_1", true, "How we use it\nWe call you back.\nSend me offers"), ("optional_2", false, "How we use it\nWe call you back.\nCall me in the evening")],
                await ConsentsAsync(id));
        }

        Assert.Single(fixture.Graph.AskedForWords, asked => asked == form);
    }

    [Fact]
    public async Task Lead_whose_form_does_not_give_its_words_comes_and_says_that_they_are_not_known()
    {
        var (refused, boxless, form, other) = (Id(), Id(), $"form-{Guid.NewGuid():N}", $"form-{Guid.NewGuid():N}");
        fixture.Graph.LegalContents[other] = """{"custom_disclaimer":{"checkboxes":[{"key":"optional_1","text":"Send me offers"}]}}""";
        foreach (var (id, of) in ((string, string)[])[(refused, form), (boxless, other)])
        {
            fixture.Graph.Leads[id] = Lead(id, of, $"{id}@example.com");
            await fixture.DeliverAsync(Routes.LeadAdsWebhook, Delivery(id));
        }

        Assert.Equal(
            [("optional_1", true, "Ticked the box “optional_1”; the words beside it are not known"), ("optional_2", false, "Left the box “optional_2” empty; the words beside it are not known")],
            await ConsentsAsync(refused));
        Assert.Equal(
            [("optional_1", true, "Send me offers"), ("optional_2", false, "Left the box “optional_2” empty; the words beside it are not known")], await ConsentsAsync(boxless));
    }

    private async Task<IEnumerable<(string Purpose, bool Granted, string Words)>> ConsentsAsync(string id) =>
        (await fixture.Team.GetLeadAsync((await fixture.EventAsync(id, InboundState.Done)).LeadId!.Value)).Contact.Consents.Select(consent => (consent.Purpose, consent.Granted, consent.Words));

    [Fact]
    public async Task Form_s_mapping_is_proposed_and_what_a_person_puts_right_holds_for_the_next_lead()
    {
        var (first, second, form) = (Id(), Id(), $"form-{Guid.NewGuid():N}");
        fixture.Graph.Leads[first] = Lead(first, form, $"{first}@example.com");
        await fixture.DeliverAsync(Routes.LeadAdsWebhook, Delivery(first));
        await fixture.EventAsync(first, InboundState.Done);
        var proposed = (await fixture.Team.GetLeadFormsAsync()).Items.Single(each => each.Id == form);
        Assert.Equal((FactFields.Areas, FormMapping.Note, false), (proposed.Mapping["preferred_area"], proposed.Mapping["favourite_colour"], proposed.IsConfirmed));

        var mapped = await fixture.Team.MapLeadFormAsync(form, new MapLeadForm(new Dictionary<string, string> { ["favourite_colour"] = FactFields.Purpose, ["preferred_area"] = FormMapping.Note }));
        fixture.Graph.Leads[second] = Lead(second, form, $"{second}@example.com");
        await fixture.DeliverAsync(Routes.LeadAdsWebhook, Delivery(second));

        var lead = await fixture.Team.GetLeadAsync((await fixture.EventAsync(second, InboundState.Done)).LeadId!.Value);
        Assert.True(mapped.IsConfirmed);
        Assert.DoesNotContain(lead.Facts, fact => fact.Field == FactFields.Areas);
        var refused = await Assert.ThrowsAsync<LeadHeatException>(() => fixture.Team.MapLeadFormAsync(form, new MapLeadForm(new Dictionary<string, string> { ["no such question"] = "note" })));
        Assert.Equal(400, (int)refused.Status);
    }

    [Fact]
    public async Task Leads_that_are_there_are_read_anew_with_another_mapping_and_what_people_have_put_right_stays()
    {
        var (first, second, form) = (Id(), Id(), $"form-{Guid.NewGuid():N}");
        foreach (var id in (string[])[first, second])
        {
            fixture.Graph.Leads[id] = Lead(id, form, $"{id}@example.com");
            await fixture.DeliverAsync(Routes.LeadAdsWebhook, Delivery(id));
        }

        var (one, other) = (await fixture.EventAsync(first, InboundState.Done), (await fixture.EventAsync(second, InboundState.Done)).LeadId!.Value);
        await fixture.Team.SetFactAsync(other, FactFields.Budget, new SetFact("3 Cr"));
        await fixture.Team.MapLeadFormAsync(form, new MapLeadForm(new Dictionary<string, string>
        {
            ["preferred_area"] = FormMapping.Note, ["what_is_your_budget?"] = FormMapping.Note, ["favourite_colour"] = FactFields.Features, ["email"] = FormMapping.Note,
        }));

        await fixture.Team.ReplayInboundAsync(one.Id);
        var read = await ReadAsync(one.LeadId!.Value);
        Assert.Equal(0, await ReadingsAsync(other));
        Assert.Equal(2, (await fixture.Team.ReplayLeadFormAsync(form)).Count);
        var all = await ReadAsync(other);
        await fixture.EventAsync(first, InboundState.Done);

        Assert.Equal((null, null), (Fact(read, FactFields.Areas), Fact(read, FactFields.Budget)));
        Assert.Null(read.Contact.Email);
        Assert.Contains(read.Timeline, line => line.Text == "preferred area: Whitefield, Sarjapur Road");
        Assert.Equal(read.Score, read.Ledger.Sum(line => line.Points));
        Assert.Equal((null, FactSource.Person), (Fact(all, FactFields.Areas), Fact(all, FactFields.Budget)?.SetBy));
        Assert.Equal((1, 1), (await ReadingsAsync(one.LeadId!.Value), await ReadingsAsync(other)));
        Assert.Equal(2, all.Contact.Consents.Count);
        var unknown = await Assert.ThrowsAsync<LeadHeatException>(() => fixture.Team.ReplayLeadFormAsync("no-such-form"));
        Assert.Equal(404, (int)unknown.Status);
    }

    [Fact]
    public async Task Form_without_a_name_that_is_read_anew_keeps_what_its_lead_is_called()
    {
        var (nameless, named, united, form) = (Id(), Id(), Id(), $"form-{Guid.NewGuid():N}");
        foreach (var id in (string[])[nameless, named, united])
        {
            fixture.Graph.Leads[id] = Lead(id, form, $"{id}@example.com").Replace("\"full_name\"", "\"what_else\"", StringComparison.Ordinal);
            await fixture.DeliverAsync(Routes.LeadAdsWebhook, Delivery(id));
        }

        async Task<Guid> LeadAsync(string id) => (await fixture.EventAsync(id, InboundState.Done)).LeadId!.Value;
        var (first, second, third) = (await LeadAsync(nameless), await LeadAsync(named), await LeadAsync(united));
        await fixture.Team.SetFactAsync(second, FactFields.Name, new SetFact("Asha Rao"));
        await Psql.RunAsync(fixture.App, $"update leads set name = 'Zoe Known' where id = '{third}'");
        await fixture.Team.MapLeadFormAsync(form, new MapLeadForm(new Dictionary<string, string> { ["preferred_area"] = FormMapping.Note, ["email"] = FactFields.Email }));

        await fixture.Team.ReplayLeadFormAsync(form);
        await ReadAsync(first);
        await ReadAsync(second);
        await ReadAsync(third);

        Assert.Equal(
            [LeadHeadline.NamelessForm, "Asha Rao", "Zoe Known"],
            new[] { (await fixture.Team.GetLeadAsync(first)).Lead.Name, (await fixture.Team.GetLeadAsync(second)).Lead.Name, (await fixture.Team.GetLeadAsync(third)).Lead.Name });
    }

    private async Task<LeadDetail> ReadAsync(Guid leadId)
    {
        await Eventually.TrueAsync(async () => await ReadingsAsync(leadId) > 0, TimeSpan.FromSeconds(90), () => "it is not read again");
        return await fixture.Team.GetLeadAsync(leadId);
    }

    private async Task<int> ReadingsAsync(Guid leadId) =>
        (await fixture.Team.GetLeadAsync(leadId)).Timeline.Count(line => line.Text.StartsWith("Read the form again", StringComparison.Ordinal));

    private static Fact? Fact(LeadDetail lead, string field) => lead.Facts.FirstOrDefault(fact => fact.Field == field);

    [Fact]
    public async Task Throttled_lead_is_tried_again_and_a_refused_one_is_dead_until_it_is_replayed()
    {
        var (slow, refused) = (Id(), Id());
        fixture.Graph.Leads[slow] = Lead(slow, "form-1", $"{slow}@example.com");
        fixture.Graph.Trouble[slow] = new([(400, 4)]);
        await fixture.DeliverAsync(Routes.LeadAdsWebhook, Delivery(slow));
        await fixture.DeliverAsync(Routes.LeadAdsWebhook, Delivery(refused));

        await fixture.EventAsync(slow, InboundState.Done);
        var dead = await fixture.EventAsync(refused, InboundState.Dead);
        Assert.Contains("code 100", dead.Failure, StringComparison.Ordinal);
        fixture.Graph.Leads[refused] = Lead(refused, "form-1", $"{refused}@example.com");
        await fixture.Team.ReplayInboundAsync(dead.Id);

        Assert.NotNull((await fixture.EventAsync(refused, InboundState.Done)).LeadId);
    }

    [Fact]
    public async Task Lead_that_Meta_does_not_give_for_a_day_is_dead_until_it_is_replayed()
    {
        var id = Id();
        fixture.Graph.Leads[id] = Lead(id, "form-1", $"{id}@example.com");
        fixture.Graph.Trouble[id] = new(Enumerable.Repeat((503, 2), 1000));
        await fixture.DeliverAsync(Routes.LeadAdsWebhook, Delivery(id));
        await Eventually.TrueAsync(
            async () => (await fixture.Team.GetInboundAsync(id)).Items is [{ State: InboundState.Pending, Failure: not null }], TimeSpan.FromSeconds(90), () => "it does not wait");

        await Psql.RunAsync(fixture.App, $"update inbound set received_at = now() - interval '25 hours', next_at = now() where external_id = '{id}'");
        var dead = await fixture.EventAsync(id, InboundState.Dead);
        Assert.Contains("try it again", dead.Failure, StringComparison.Ordinal);
        fixture.Graph.Trouble.TryRemove(id, out _);
        await fixture.Team.ReplayInboundAsync(dead.Id);

        Assert.NotNull((await fixture.EventAsync(id, InboundState.Done)).LeadId);
    }

    [Fact]
    public async Task Expired_token_holds_a_lead_back_tells_the_team_and_loses_nothing()
    {
        var id = Id();
        fixture.Graph.Leads[id] = Lead(id, "form-1", $"{id}@example.com");
        fixture.Graph.Trouble[id] = new([(401, 190)]);
        await fixture.DeliverAsync(Routes.LeadAdsWebhook, Delivery(id));

        string? held = null;
        await Eventually.TrueAsync(async () => (held = (await fixture.Team.GetInboundCountsAsync()).Held) is not null, TimeSpan.FromSeconds(90), () => "nobody is told");
        Assert.Contains("renew Meta__AccessToken", held, StringComparison.Ordinal);
        var waiting = Assert.Single((await fixture.Team.GetInboundAsync(id)).Items);
        Assert.Equal((InboundState.Pending, 0), (waiting.State, waiting.Attempts));

        // It is asked for again two minutes later; here at once.
        await Psql.RunAsync(fixture.App, $"update inbound set next_at = now() where external_id = '{id}'");
        Assert.NotNull((await fixture.EventAsync(id, InboundState.Done)).LeadId);
        await Eventually.TrueAsync(async () => (await fixture.Team.GetInboundCountsAsync()).Held is null, TimeSpan.FromSeconds(90), () => "something is held");
    }

    internal static string Id() => Random.Shared.NextInt64(100_000_000_000_000, 1_000_000_000_000_000).ToString(System.Globalization.CultureInfo.InvariantCulture);

    internal static string Delivery(string id) => $$$"""
        {"object":"page","entry":[{"id":"153125381133","time":1438292065,"changes":[{"field":"leadgen","value":{"leadgen_id":{{{id}}},"page_id":"153125381133","form_id":"1","created_time":1440120384}}]}]}
        """;

    // A number of nobody else: who has the same one is found to be the same person, sooner or later.
    internal static string Lead(string id, string form, string email) => $$$"""
        {"created_time":"2015-02-28T08:49:14+0000","id":"{{{id}}}","ad_id":"1","form_id":"{{{form}}}","campaign_name":"Monsoon homes",
         "field_data":[{"name":"full_name","values":["Joe Example"]},{"name":"email","values":["{{{email}}}"]},{"name":"phone_number","values":["+919{{{id[^9..]}}}"]},
                       {"name":"preferred_area","values":["Whitefield","Sarjapur Road"]},{"name":"what_is_your_budget?","values":["1.5 Cr"]},{"name":"favourite_colour","values":["blue","green"]}],
         "custom_disclaimer_responses":[{"checkbox_key":"optional_1","is_checked":"1"},{"checkbox_key":"optional_2","is_checked":""}]}
        """;
}
