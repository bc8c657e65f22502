using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadHeat.Core.Access;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Evals;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Privacy;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Webhooks;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.Api.Webhooks;

namespace LeadHeat.Tests.Api.Attack;

/// <summary>An app in which every text that anybody can write is a script, as far as the Api takes it.</summary>
internal sealed class HostileWords(ChannelsFixture fixture)
{
    /// <summary>In all of them: a page that shows one shows this.</summary>
    public const string Mark = "lhx";

    private static readonly string[] s_scripts =
    [
        "<img src=lhx onerror=window.ran=1>", "\"><svg onload=window.ran=1>lhx", "</script><script>window.ran=1//lhx</script>", "javascript:window.ran=1//lhx",
        "'\"><iframe srcdoc='<script>top.ran=1</script>'>lhx", "<a href=\"javascript:window.ran=1\">lhx</a>", "{{constructor.constructor('window.ran=1')()}}lhx",
    ];

    private int _used;

    private string Next => s_scripts[_used++ % s_scripts.Length];

    private LeadHeatClient Team => fixture.Team;

    /// <summary>The pages that only hold something with ids of what was stored.</summary>
    public List<string> Pages { get; } = [];

    /// <summary>Pages that show what was stored only where somebody opens it.</summary>
    public List<string> Others { get; } = [];

    public Guid LeadId { get; private set; }

    public async Task StoreAsync()
    {
        LeadId = await WhatsAppAsync();
        await WriteOnLeadAsync(LeadId);
        foreach (var lead in (Guid[])[LeadId, await FormAsync(), await FormLeadAsync()])
            Pages.Add($"/leads/{lead}");
        await TeamAsync();
        await BusinessAsync();
        await UploadAsync();
        await ReachedAsync();
    }

    // Each script in a profile's name, a message, a button, an ad's headline and a card, and a shape that is not understood.
    private async Task<Guid> WhatsAppAsync()
    {
        var (number, id) = (ChannelsFixture.Number(), WhatsApp.Id());
        string[] messages =
        [
            .. s_scripts.Select(script => $$$"""{"from":"{{{number}}}","id":"{{{WhatsApp.Id()}}}","timestamp":"1749416383","type":"text","text":{"body":{{{Json(script)}}}}}"""),
            $$$"""{"from":"{{{number}}}","id":"{{{id}}}","timestamp":"1749416383","type":"text","referral":{"headline":{{{Json(Next)}}},"source_url":"javascript:window.ran=1"},"text":{"body":{{{Json("I am " + Next)}}}}}""",
        ];
        var body = WhatsApp.Delivery(number, string.Join(',', messages)).Replace($"\"Person {number}\"", Json(Next), StringComparison.Ordinal);
        Assert.Equal(200, await fixture.DeliverAsync(Routes.WhatsAppWebhook, body));
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, $$$"""{"object":"whatsapp_business_account","entry":[{"changes":[{"field":{{{Json(Next)}}},"value":{"event":{{{Json(Next)}}} } }]}]}""");
        return (await fixture.EventAsync(id, InboundState.Done)).LeadId!.Value;
    }

    private async Task WriteOnLeadAsync(Guid lead)
    {
        foreach (var field in (string[])[FactFields.Name, FactFields.Company, FactFields.City, FactFields.Areas])
            await TryAsync(() => Team.SetFactAsync(lead, field, new SetFact(Next)));
        foreach (var script in s_scripts)
            await Team.AddTaskAsync(lead, new AddTask(script));
        await Team.QualifyAsync(lead, new QualifyByHand(90, Next));
        await Team.SendMessageAsync(lead, new SendMessage(Next, "attack-1"));
        await Team.RecordConsentAsync((await Team.GetLeadAsync(lead)).Contact.Id, new RecordConsent(ConsentPurposes.Marketing, true, Next));
        await TryAsync(() => Team.KeepCaseAsync(lead, new KeepCase(FactFields.City, Found: Next)));
        await Team.ChangeLeadAsync(lead, new ChangeLead(LeadStatus.Lost, LostReason: Next));
        await Team.ChangeLeadAsync(lead, new ChangeLead(LeadStatus.Working));
    }

    private async Task<Guid> FormAsync()
    {
        var name = $"attack-{Guid.NewGuid():N}"[..30];
        await Team.SetWebFormAsync(new WebForm(
            name, Next, "real-estate", [new("name", Next, FactFields.Name), new("email", Next, FactFields.Email)], ["https://www.example.com"], Next));
        var email = $"{Guid.NewGuid():N}@example.com";
        var answers = new JsonObject { ["name"] = Next, ["email"] = email, ["company"] = Next, ["consent"] = Next, ["page"] = Next, ["referrer"] = "javascript:window.ran=1//lhx", ["utm_source"] = Next, ["utm_campaign"] = Next };
        foreach (var (place, script) in s_scripts.Index())
            answers[$"{script}{place}"] = script;
        using var caller = Caller.Service(fixture.App);
        var sent = await caller.PostAsync($"{Routes.Forms}/{name}", answers.ToJsonString());
        Assert.Equal(202, sent.Status);
        return (await fixture.EventAsync(sent.Json.GetProperty("id").GetString()!, InboundState.Done)).LeadId!.Value;
    }

    private async Task<Guid> FormLeadAsync()
    {
        var (id, form) = ($"{Random.Shared.NextInt64(1_000_000_000_000)}", $"{Random.Shared.NextInt64(1_000_000_000_000)}");
        fixture.Graph.Leads[id] = new JsonObject
        {
            ["id"] = id, ["form_id"] = form, ["created_time"] = "2026-11-01T08:49:14+0000", ["ad_name"] = Next, ["campaign_name"] = Next,
            ["field_data"] = new JsonArray([.. s_scripts.Append("full_name").Select(question => (JsonNode)new JsonObject { ["name"] = question, ["values"] = new JsonArray(Next) })]),
            ["custom_disclaimer_responses"] = new JsonArray(new JsonObject { ["checkbox_key"] = Next, ["is_checked"] = "1" }),
        }.ToJsonString();
        var body = $$$"""{"object":"page","entry":[{"id":"1","time":1763600000,"changes":[{"field":"leadgen","value":{"leadgen_id":"{{{id}}}","form_id":"{{{form}}}","page_id":"1","created_time":1763600000}}]}]}""";
        Assert.Equal(200, await fixture.DeliverAsync(Routes.LeadAdsWebhook, body));
        return (await fixture.EventAsync(id, InboundState.Done)).LeadId!.Value;
    }

    private async Task TeamAsync()
    {
        await Team.AddMemberAsync(new AddMember(Next, $"{Guid.NewGuid():N}@example.com", "agent", "violet harbour tram nine"));
        await Team.InviteMemberAsync(new InviteMember(Next, $"{Guid.NewGuid():N}@example.com", "agent"));
        await Team.SaveTeamAsync(null, new SaveTeam($"{Next} {Guid.NewGuid():N}"));
        await Team.AddApiKeyAsync(new AddApiKey(Next, [KeyScope.Read]));
    }

    private async Task BusinessAsync()
    {
        using var admin = Caller.Admin(fixture.App);
        foreach (var (place, script) in s_scripts.Index())
        {
            var unit = new JsonObject
            {
                ["externalId"] = $"attack-{place}", ["title"] = "2BHK " + script, ["description"] = script, ["city"] = "Dubai", ["area"] = place == 0 ? script : "Dubai Marina", ["type"] = "apartment",
                ["beds"] = 2, ["baths"] = 2, ["sizeM2"] = 90, ["price"] = 1_500_000, ["currency"] = "AED", ["features"] = new JsonArray(script, "gym"),
            };
            Assert.Equal(200, (await admin.PostAsync(Routes.Inventory + "/import", unit.ToJsonString(), "application/x-ndjson")).Status);
            using var text = new MemoryStream(Encoding.UTF8.GetBytes($"# {script}\n\nA reservation costs {script}.\n\n- [{script}](javascript:window.ran=1)\n"));
            var document = await Team.AddDocumentAsync("real-estate", "attack", FileName(script, "md"), text);
            Pages.Add($"/knowledge/{document.Id}");
        }

        var draft = await Team.CreateScorecardAsync(new CreateScorecard("real-estate-fit", 1, $"attack-{Guid.NewGuid():N}"[..20], Next));
        var (name, version) = (draft.Summary.Name, draft.Summary.Version);
        draft.Card["title"] = Next;
        await TryAsync(() => Team.SaveScorecardAsync(name, version, new SaveScorecard(draft.Card, Next)));
        Others.Add($"/scorecards/{name}/{version}");
        await Team.SetTemplatesAsync(new([.. (await Team.GetTemplatesAsync()).Items.Where(template => template.Name != "attack"), new WhatsAppTemplate("attack", "en", s_scripts[0])]));
    }

    private async Task UploadAsync()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        var row = string.Join(',', s_scripts.Select(Cell));
        using var file = new MemoryStream(Encoding.UTF8.GetBytes($"Name,Email,{row}\n{Cell(Next)},{email},{row}\n{Cell(Next)},no address,{row}\n"));
        var upload = await Team.UploadAsync(FileName(Next, "csv"), file, playbook: "real-estate");
        Pages.Add($"/uploads/{upload.Id}");
    }

    private async Task ReachedAsync()
    {
        await using var receiver = await Receiver.StartAsync();
        var webhook = (await Team.AddWebhookAsync(new AddWebhook($"{receiver.Url}?{Uri.EscapeDataString(Next)}&{Next.Replace(' ', '+')}", [WebhookKinds.LeadCreated]))).Webhook;
        await Team.TryWebhookAsync(webhook.Id);
        await Eventually.TrueAsync(async () => (await Team.GetWebhookDeliveriesAsync(webhook.Id)).Items.Count > 0, TimeSpan.FromSeconds(60), () => "no delivery");
        await Team.ChangeWebhookAsync(webhook.Id, new ChangeWebhook(IsOn: false));
    }

    // What is refused by its kind (a city that nobody knows) cannot be shown.
    private static async Task TryAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (LeadHeatException refused) when ((int?)refused.Status is 400 or 409)
        {
        }
    }

    // What a header of a form can carry.
    private static string FileName(string script, string kind) => $"a {script.Replace('/', '-').Replace('"', '\'')}.{kind}";

    private static string Cell(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Json(string text) => JsonSerializer.Serialize(text);
}
