using LeadHeat.Api.Inbound;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Webhooks;
using LeadHeat.Tests.AppHost;
using Npgsql;

namespace LeadHeat.Tests.Api.Channels;

/// <summary>What came in is the truth: two Apis work it off once, and an empty database becomes the same by it.</summary>
[Collection("channels")]
public sealed class ArchiveTests(ChannelsFixture fixture)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    // A lead by what the person said, not by when and under which ids it was stored.
    private const string Content = """
        select string_agg(line, E'\n' order by line) from (
            select concat_ws(' | ', l.source, l.playbook, l.status, l.name, k.email, k.phone, l.city, l.wants, l.score, l.heat,
                (select string_agg(concat(f ->> 'field', '=', f ->> 'display'), ', ' order by f ->> 'field') from lead_profiles p, jsonb_array_elements(p.facts) f where p.lead_id = l.id),
                (select string_agg(concat(c ->> 'purpose', '=', c ->> 'granted', ' ', c ->> 'words'), ', ' order by c ->> 'purpose') from jsonb_array_elements(k.consents) c),
                (select o.details from lead_origins o where o.lead_id = l.id),
                (select string_agg(a.text, ', ' order by a.text) from activities a where a.lead_id = l.id and a.kind in ('created', 'note')),
                (select string_agg(m.text, ', ' order by m.external_id) from messages m where m.conversation_id = l.conversation_id and m.author = 'visitor')) as line
            from leads l join contacts k on k.id = l.contact_id
            where l.id in (select lead_id from inbound where external_id = any($1))) lines
        """;

    // A person by what came through WhatsApp: the bot's own conclusions are no part of it.
    private const string Said = """
        select string_agg(line, E'\n' order by line) from (
            select concat_ws(' | ', l.source, k.phone, case when v.handling = 'human' then 'silent' end,
                (select string_agg(concat(f ->> 'field', '=', f ->> 'display', ' by ', f ->> 'setBy'), ', ' order by f ->> 'field')
                    from lead_profiles p, jsonb_array_elements(p.facts) f where p.lead_id = l.id and f ->> 'setBy' in ('channel', 'form')),
                (select string_agg(concat(c.purpose, '=', c.granted, ' ', c.words, ' ', extract(epoch from c.at)), ', ' order by c.purpose) from consents c where c.contact_id = k.id),
                (select string_agg(concat(m.external_id, ' ', m.text), ', ' order by m.id) from messages m where m.conversation_id = v.id and m.author = 'visitor')) as line
            from leads l join contacts k on k.id = l.contact_id join conversations v on v.id = l.conversation_id
            where l.id in (select lead_id from inbound where channel = 'whatsapp' and external_id = any($1))) lines
        """;

    [Fact]
    public async Task Two_Apis_work_off_each_thing_once_and_tell_of_it_once()
    {
        await using var receiver = await Receiver.StartAsync();
        var webhook = await fixture.Team.AddWebhookAsync(new(receiver.Url, ["lead.created"]));
        var keys = Directory.CreateTempSubdirectory("leadheat-tls-").FullName;
        await using var second = await SecondApi.StartAsync(fixture.App, fixture.App.ServiceConnectionString("leadsdb"), fixture.App.ConnectionString("redis"), fixture.Settings, tlsFolder: keys);
        await SpeaksTlsAloneAsync(second);
        var forms = Enumerable.Range(0, 20).Select(_ => LeadAdsTests.Id()).ToArray();
        var numbers = Enumerable.Range(0, 20).Select(_ => ChannelsFixture.Number()).ToArray();
        foreach (var id in forms)
            fixture.Graph.Leads[id] = LeadAdsTests.Lead(id, "form-1", $"{id}@example.com");

        await Parallel.ForEachAsync(forms.Zip(numbers), async (pair, token) =>
        {
            var (form, message) = (LeadAdsTests.Delivery(pair.First), WhatsApp.Messages(pair.Second, ($"wamid.{pair.First}", "looking for a 2 bhk")));
            Assert.All(await Task.WhenAll(
                fixture.DeliverAsync(Routes.LeadAdsWebhook, form), second.DeliverAsync(Routes.LeadAdsWebhook, form, ChannelsFixture.Secret),
                fixture.DeliverAsync(Routes.WhatsAppWebhook, message), second.DeliverAsync(Routes.WhatsAppWebhook, message, ChannelsFixture.Secret)), status => Assert.Equal(200, status));
            // Whoever asks takes apart what is not: both do at once.
            await Task.WhenAll(fixture.Team.GetInboundAsync(pair.First, cancellationToken: token), second.Team.GetInboundAsync(pair.First, cancellationToken: token));
        });

        List<Guid> leads = [];
        foreach (var id in forms.Concat(forms.Select(id => $"wamid.{id}")))
            leads.Add((await fixture.EventAsync(id, InboundState.Done)).LeadId!.Value);
        Assert.Equal(40, leads.Distinct().Count());
        var ids = string.Join(", ", forms.Select(id => $"'wamid.{id}'"));
        Assert.Equal("20", await Psql.RunAsync(fixture.App, $"select count(*) from messages where external_id in ({ids})"));
        await Eventually.TrueAsync(() => leads.All(lead => receiver.Told.Any(told => told.LeadId == lead)), Patience, () => $"{receiver.Told.Count} were told");
        await Eventually.TrueAsync(async () => (await fixture.Team.GetWebhooksAsync()).Items.Single(each => each.Id == webhook.Webhook.Id).Waiting == 0, Patience, () => "some wait");
        Assert.Equal(receiver.Told.Count, receiver.Told.Select(told => told.Delivery).Distinct().Count());
        await fixture.Team.DeleteWebhookAsync(webhook.Webhook.Id);
        Directory.Delete(keys, recursive: true);
    }

    [Fact]
    public async Task Archive_that_is_fed_to_an_empty_database_makes_the_same_leads()
    {
        var (form, email, lead, number) = ($"form-{Guid.NewGuid():N}", $"{Guid.NewGuid():N}@example.com", LeadAdsTests.Id(), ChannelsFixture.Number());
        // A phone and an address of nobody else: nobody is found to be the same person.
        fixture.Graph.Leads[lead] = LeadAdsTests.Lead(lead, form, "ads." + email);
        var asked = new WebForm(form, "Visit", "real-estate", [new("email", "E-mail", FactFields.Email), new("where", "Where", FactFields.Areas)], ["*"], "You may call me.");
        await fixture.Team.SetWebFormAsync(asked);
        await fixture.DeliverAsync(Routes.LeadAdsWebhook, LeadAdsTests.Delivery(lead));
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(number, ($"wamid.{lead}.1", "hello"), ($"wamid.{lead}.2", "a flat in Whitefield")));
        var (flow, moves, moved, silent) = (ChannelsFixture.Number(), ChannelsFixture.Number(), ChannelsFixture.Number(), ChannelsFixture.Number());
        var ids = Enumerable.Range(3, 6).Select(i => $"wamid.{lead}.{i}").ToArray();
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, FlowTests.Reply(ids[0], flow, FlowTests.Open, [("areas", "Whitefield"), ("budget_max", "1.8 Cr")]));
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(moves, (ids[1], "my budget is 2 Cr")));
        await fixture.EventAsync(ids[1], InboundState.Done);
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Delivery(moves, WhatsApp.Change(ids[2], moves, moved)));
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(moved, (ids[3], "it is me")));
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(silent, (ids[4], "hello"), (ids[5], "STOP")));
        await fixture.DeliverAsync($"{Routes.Forms}/{form}", $$"""{"email":"{{email}}","where":"Whitefield","pets":"cat","consent":"yes","utm_source":"google","lh_id":"1"}""");
        string[] came = [lead, $"wamid.{lead}.1", $"wamid.{lead}.2", $"{form}:1", .. ids];
        foreach (var id in came)
            await fixture.EventAsync(id, InboundState.Done);
        // What somebody has agreed to is what stood there then.
        await fixture.Team.SetWebFormAsync(asked with { Consent = "You may call me and send me offers." });
        var (from, to) = (fixture.App.ConnectionString("leadsdb"), (await OwnDatabase.CreateAsync(fixture.App)).Owner);
        // The bot's own conclusions are no part of what came: there is nobody to answer in the new one.
        await using var empty = await SecondApi.StartAsync(fixture.App, to, "127.0.0.1:1", new() { ["Meta__AppSecret"] = ChannelsFixture.Secret });

        await EndsAsync(0, to, [], from);
        await EndsAsync(0, to, [], from);

        await Eventually.TrueAsync(
            async () => await CountAsync(to, "select count(*) from inbound where state = 'done' and external_id = any($1)", came) == $"{came.Length}", Patience, () => "not all are done");
        Assert.Contains("contact=true You may call me.", await FormsOnlyAsync(from, came), StringComparison.Ordinal);
        Assert.Equal(await FormsOnlyAsync(from, came), await FormsOnlyAsync(to, came));
        var said = (await CountAsync(from, Said, came))!;
        foreach (var part in (string[])[$"+{number}", $"+{moved} |", "it is me", "budget=", "by form", "silent", "messages=f STOP", "marketing=f STOP"])
            Assert.Contains(part, said, StringComparison.Ordinal);
        // What a flow filled in is a message of several lines.
        Assert.Equal(4, said.Split("whatsapp | ").Length - 1);
        Assert.Equal(said, await CountAsync(to, Said, came));
    }

    [Fact]
    public async Task Archive_is_not_fed_to_a_database_from_which_people_could_be_written_to()
    {
        var (here, empty) = (fixture.App.ConnectionString("leadsdb"), (await OwnDatabase.CreateAsync(fixture.App)).Owner);

        // To that one an Api with a token is connected.
        await EndsAsync(1, here, [], here);
        // There is not even a schema in this one: it is looked at first.
        await EndsAsync(1, empty, new() { ["Meta__AccessToken"] = FakeGraph.Token }, here);
    }

    private async Task EndsAsync(int code, string to, Dictionary<string, string?> settings, string from)
    {
        var ended = await SecondApi.RunAsync(fixture.App, to, settings, ArchiveReplay.Verb, from);
        Assert.True(ended.Code == code, $"ended with code {ended.Code}:\n{ended.Output}");
    }

    private static Task<string?> FormsOnlyAsync(string database, string[] came) => CountAsync(database, Content, [.. came.Where(id => !id.StartsWith("wamid.", StringComparison.Ordinal))]);

    private static async Task<string?> CountAsync(string database, string sql, string[] ids)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = ids });
        return (await command.ExecuteScalarAsync())?.ToString();
    }

    // By its settings, as docs/operations.md says.
    private static async Task SpeaksTlsAloneAsync(SecondApi api)
    {
        using var http = new HttpClient(api.Handler());
        using var plain = new HttpClient();

        using var answer = await http.GetAsync(api.Url + Routes.Leads);

        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
        await Assert.ThrowsAsync<HttpRequestException>(() => plain.GetAsync(api.Url.Replace("https:", "http:", StringComparison.Ordinal)));
        await Assert.ThrowsAsync<HttpRequestException>(() => plain.GetAsync(api.Url));
    }
}
