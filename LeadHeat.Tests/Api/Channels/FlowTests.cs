using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Channels.Flows;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Core;

namespace LeadHeat.Tests.Api.Channels;

[Collection("channels")]
public sealed class FlowTests(ChannelsFixture fixture)
{
    internal static readonly string Open = new FlowToken(null, "real-estate", FlowToken.CurrentVersion).Sign(ChannelsFixture.Secret);

    [Fact]
    public async Task A_flow_that_anybody_may_open_becomes_facts_with_the_words_they_came_from()
    {
        var number = ChannelsFixture.Number();

        Assert.Equal(200, await fixture.DeliverAsync(Routes.WhatsAppWebhook, Reply(number, Open, ("areas", "Whitefield"), ("beds", "2 or 3"), ("budget_max", "1.8 Cr"))));

        var lead = await fixture.LeadOfAsync(number, lead => lead.Facts.Any(fact => fact.Field == FactFields.Budget) && lead.Lead.Score > 0);
        var budget = lead.Facts.Single(fact => fact.Field == FactFields.Budget);
        Assert.Equal((FactSource.Form, 18_000_000m), (budget.SetBy, budget.Value.Max));
        Assert.Equal(FactSource.Form, lead.Facts.Single(fact => fact.Field == FactFields.Beds).SetBy);
        var words = Assert.Single(budget.Evidence);
        var message = lead.Transcript.Items.Single(item => item.Id == words.MessageId);
        Assert.Equal("1.8 Cr", message.Text.Substring(words.Start, words.Length));
    }

    [Fact]
    public async Task What_a_flow_tells_is_searched_for_and_runs_again_to_the_same_bytes()
    {
        using (var admin = Caller.Admin(fixture.App))
        {
            var unit = JsonSerializer.Serialize(new
            {
                externalId = "flow-home", title = "Flow home", description = "A bright home", city = "Bangalore", area = "Whitefield", type = "apartment", beds = 2,
                baths = 2, sizeM2 = 90, price = 15_000_000, currency = "INR", features = new[] { "gym" },
            });
            Assert.Equal(200, (await admin.PostAsync(Routes.Inventory + "/import", unit, "application/x-ndjson")).Status);
        }

        await Eventually.TrueAsync(
            async () => (await fixture.Team.SearchUnitsAsync(new(City: "Bangalore", Areas: ["Whitefield"]))).Items.Count > 0, TimeSpan.FromSeconds(60), () => "no home");
        var number = ChannelsFixture.Number();
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, Reply(number, Open, ("areas", "Whitefield"), ("beds", "2"), ("budget_max", "1.8 Cr"), ("email", "flow@example.com")));

        var lead = await fixture.LeadOfAsync(number, lead => lead.Transcript.Items.Any(message => message.TurnId is not null));
        var reply = lead.Transcript.Items.Single(message => message.TurnId is not null);
        Assert.Equal(["Flow home"], reply.Cards.Select(card => card.Title));
        Assert.Contains(lead.Ledger, line => line is { Rule: "budget", Points: 25 });
        Assert.Equal("flow@example.com", lead.Contact.Email);
        var again = await fixture.Team.RerunTurnAsync(reply.TurnId!.Value, new());
        Assert.True(again is { Equal: true, SameVersions: true }, string.Join("; ", again.Differences.Select(part => $"{part.Part}: {part.Then} / {part.Now}")));
    }

    [Theory]
    [InlineData("lh1.any.real-estate-v1.00000000000000000000000000000000")]
    [InlineData("unused")]
    public async Task A_token_that_is_not_ours_makes_no_facts_by_itself(string token)
    {
        var number = ChannelsFixture.Number();

        await fixture.DeliverAsync(Routes.WhatsAppWebhook, Reply(number, token, ("budget", "1.8 Cr")));

        var lead = await fixture.LeadOfAsync(number, lead => lead.Transcript.Items.Count > 1);
        Assert.DoesNotContain(lead.Facts, fact => fact.SetBy == FactSource.Form);
        Assert.Contains(lead.Transcript.Items, item => item.Text == "budget: 1.8 Cr");
    }

    [Fact]
    public async Task A_form_that_was_sent_to_one_lead_fills_no_other()
    {
        var (number, other) = (ChannelsFixture.Number(), ChannelsFixture.Number());
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(number, (WhatsApp.Id(), "Hi")));
        var lead = await fixture.LeadOfAsync(number);

        var sent = await fixture.Team.SendFlowAsync(lead.Lead.Id, new("flow-1"));
        Assert.Equal(sent.Id, (await fixture.Team.SendFlowAsync(lead.Lead.Id, new("flow-1"))).Id);

        JsonElement flow = default;
        await Eventually.TrueAsync(
            () => fixture.Graph.SentTo(number).Any(message => message.GetProperty("interactive").GetProperty("type").GetString() == "flow" && (flow = message).ValueKind != JsonValueKind.Undefined),
            TimeSpan.FromSeconds(60), () => "nothing was sent");
        var parameters = flow.GetProperty("interactive").GetProperty("action").GetProperty("parameters");
        Assert.Equal("leadheat_real_estate", parameters.GetProperty("flow_name").GetString());
        var token = parameters.GetProperty("flow_token").GetString()!;
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, Reply(other, token, ("purpose", "to live in")));
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, Reply(number, token, ("budget", "2 Cr")));

        await fixture.LeadOfAsync(number, filled => filled.Facts.Any(fact => fact is { Field: FactFields.Budget, SetBy: FactSource.Form }));
        Assert.DoesNotContain((await fixture.LeadOfAsync(other)).Facts, fact => fact.SetBy == FactSource.Form);
    }

    [Fact]
    public async Task A_form_changes_nothing_that_a_person_of_the_team_has_set()
    {
        var number = ChannelsFixture.Number();
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, Reply(number, Open, ("budget_max", "1.8 Cr"), ("beds", "2")));
        var lead = await fixture.LeadOfAsync(number, filled => filled.Facts.Any(fact => fact.Field == FactFields.Budget));
        await fixture.Team.SetFactAsync(lead.Id, FactFields.Budget, new SetFact("2.5 Cr"));

        await fixture.DeliverAsync(Routes.WhatsAppWebhook, Reply(number, Open, ("budget_max", "1 Cr"), ("beds", "3")));

        var again = await fixture.LeadOfAsync(number, told => told.Facts.Single(fact => fact.Field == FactFields.Beds).Value.Max == 3);
        var budget = Assert.Single(again.Facts, fact => fact.Field == FactFields.Budget);
        Assert.Equal((FactSource.Person, 25_000_000m), (budget.SetBy, budget.Value.Max));
    }

    [Fact]
    public async Task The_data_endpoint_leads_through_the_screens_and_ends_with_all_answers()
    {
        var screens = new FlowScreens(Shipped.RealEstate);
        var (status, step) = await AskAsync(new { version = "3.0", action = "INIT", flow_token = Open });
        Assert.Equal(200, status);
        for (var place = 0; place < screens.Fields.Count; place++)
        {
            var (field, data) = (screens.Fields[place], step.GetProperty("data"));
            Assert.Equal(FlowScreens.NameOf(field), step.GetProperty("screen").GetString());
            var value = field.Name switch { "budget" => "2 Cr", "city" => "Bangalore", "areas" => "Whitefield", "beds" => "2", _ => "" };
            (_, step) = await AskAsync(new
            {
                version = "3.0", action = "data_exchange", screen = FlowScreens.NameOf(field), flow_token = Open,
                data = new { answered = data.GetProperty("answered").GetString(), value },
            });
        }

        Assert.Equal(FlowScreens.End, step.GetProperty("screen").GetString());
        var answers = step.GetProperty("data").GetProperty("extension_message_response").GetProperty("params");
        Assert.Equal((Open, "2 Cr"), (answers.GetProperty("flow_token").GetString(), answers.GetProperty("budget").GetString()));
    }

    [Fact]
    public async Task What_is_not_understood_is_said_on_its_screen()
    {
        var budget = new FlowScreens(Shipped.RealEstate).Fields.Single(field => field.Kind == FieldKind.Money);

        var (_, step) = await AskAsync(new
        {
            version = "3.0", action = "data_exchange", screen = FlowScreens.NameOf(budget), flow_token = Open, data = new { answered = "{}", value = "blue" },
        });

        Assert.Equal(FlowScreens.NameOf(budget), step.GetProperty("screen").GetString());
        Assert.Contains("'blue' is not understood", step.GetProperty("data").GetProperty("error_message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ping_and_error_reports_are_answered_and_a_wrong_token_closes_the_flow()
    {
        var (ping, report) = (await AskAsync(new { version = "3.0", action = "ping" }), await AskAsync(new { version = "3.0", action = "INIT", data = new { error = "x", error_message = "y" } }));
        var over = await AskAsync(new { version = "3.0", action = "INIT", flow_token = "unused" });

        Assert.Equal("active", ping.Answer.GetProperty("data").GetProperty("status").GetString());
        Assert.True(report.Answer.GetProperty("data").GetProperty("acknowledged").GetBoolean());
        Assert.Equal(427, over.Status);
        Assert.Contains("not open", over.Answer.GetProperty("error_msg").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_signed_or_not_encrypted_for_us_is_refused()
    {
        var body = Encrypted(new { version = "3.0", action = "ping" }, RSA.Create(2048)).Body;

        Assert.Equal(432, await fixture.DeliverAsync(Routes.FlowsWebhook, body, null));
        Assert.Equal(432, await fixture.DeliverAsync(Routes.FlowsWebhook, body, MetaSignature.Of(Encoding.UTF8.GetBytes(body), "another")));
        Assert.Equal(421, await fixture.DeliverAsync(Routes.FlowsWebhook, body));
        foreach (var broken in new[] { "{}", "[]", "no json", """{"encrypted_flow_data":"%%","encrypted_aes_key":"AA==","initial_vector":"AA=="}""" })
            Assert.Equal(421, await fixture.DeliverAsync(Routes.FlowsWebhook, broken));
    }

    private async Task<(int Status, JsonElement Answer)> AskAsync(object request)
    {
        var setUp = await fixture.Team.GetFlowSetUpAsync("real-estate");
        using var rsa = RSA.Create();
        rsa.ImportFromPem(setUp.PublicKey);
        var (body, cipher, vector) = Encrypted(request, rsa);
        using (cipher)
        {
            using var http = new HttpClient { BaseAddress = new Uri(fixture.App.ApiUrl) };
            using var message = new HttpRequestMessage(HttpMethod.Post, Routes.FlowsWebhook) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            message.Headers.Add(MetaSignature.Header, MetaSignature.Of(Encoding.UTF8.GetBytes(body), ChannelsFixture.Secret));
            using var response = await http.SendAsync(message);
            var text = cipher.Decrypt(Convert.FromBase64String(await response.Content.ReadAsStringAsync()), FlowCipher.Inverted(vector));
            return ((int)response.StatusCode, JsonDocument.Parse(text!).RootElement);
        }
    }

    /// <summary>As WhatsApp asks for the next page.</summary>
    internal static (string Body, FlowCipher Cipher, byte[] Vector) Encrypted(object request, RSA key)
    {
        var (aes, vector) = (RandomNumberGenerator.GetBytes(16), RandomNumberGenerator.GetBytes(16));
        var cipher = new FlowCipher(aes);
        return (JsonSerializer.Serialize(new
        {
            encrypted_flow_data = Convert.ToBase64String(cipher.Encrypt(JsonSerializer.SerializeToUtf8Bytes(request), vector)),
            encrypted_aes_key = Convert.ToBase64String(key.Encrypt(aes, RSAEncryptionPadding.OaepSHA256)), initial_vector = Convert.ToBase64String(vector),
        }), cipher, vector);
    }

    private static string Reply(string number, string token, params (string Field, string Answer)[] answers) => Reply(WhatsApp.Id(), number, token, answers);

    internal static string Reply(string id, string number, string token, (string Field, string Answer)[] answers)
    {
        var inner = JsonSerializer.Serialize(answers.Append(("flow_token", token)).ToDictionary(answer => answer.Item1, answer => answer.Item2));
        return WhatsApp.Delivery(number, $$$"""
            {"from":"{{{number}}}","id":"{{{id}}}","timestamp":"1749416383","type":"interactive",
             "interactive":{"type":"nfm_reply","nfm_reply":{"name":"flow","body":"Sent","response_json":{{{JsonSerializer.Serialize(inner)}}} } } }
            """);
    }
}
