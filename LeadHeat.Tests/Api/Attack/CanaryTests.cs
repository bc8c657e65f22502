using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using LeadHeat.Core.Access;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Webhooks;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Access;
using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.Api.Webhooks;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LeadHeat.Tests.Api.Attack;

/// <summary>What people write, are called and are reached by is sent through every door, and is in no log, trace or metric.</summary>
[Collection("own app")]
public sealed class CanaryTests
{
    private const string Secret = "canary-app-secret-5521";

    private static readonly string[] s_emails = ["quentessa.canary@example.com", "Quentessa.Canary+tag@Example.com", "zeb_oxen.canary@mail.example.co.in"];
    private static readonly string[] s_names = ["Quentessa", "Vorobyova", "Zebedee", "Oxenhandler"];

    private static readonly string[] s_phones =
    [
        "+971507654321", "+971 50 765 4321", "00971507654321", "00971 50 765 4321", "050 765 4321", "0507654321", "+971-50-765-4321", "(050) 765-4321",
        "+971 (50) 765 4321", "+971.50.765.4321", "971507654321", "+971 50 7654321",
    ];

    private readonly ConcurrentQueue<byte[]> _told = new();
    private readonly ConcurrentDictionary<string, int> _kinds = new();

    [Fact]
    public async Task No_address_number_name_or_token_is_in_a_log_a_trace_or_a_metric()
    {
        await using var collector = await StartCollectorAsync();
        await using var meta = await FakeGraph.StartAsync();
        using var flowKey = RSA.Create(2048);
        await using var app = await RunningApp.StartAsync(new AppOptions
        {
            Environment =
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First(),
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf", ["OTEL_METRIC_EXPORT_INTERVAL"] = "2000", ["OTEL_BSP_SCHEDULE_DELAY"] = "500", ["OTEL_BLRP_SCHEDULE_DELAY"] = "500",
                ["Meta__AppSecret"] = Secret, ["Meta__VerifyToken"] = "canary-verify-token-7731", ["Meta__AccessToken"] = FakeGraph.Token, ["Meta__GraphBaseUrl"] = meta.BaseUrl,
                ["Meta__FlowPrivateKey"] = flowKey.ExportPkcs8PrivateKeyPem().Replace("\n", "\\n", StringComparison.Ordinal), ["Webhooks__AllowPrivateAddresses"] = "true", ["RateLimits__Public__PermitLimit"] = "100000",
            },
        });
        List<string> tokens = [app.AdminKey, app.AdminPassword, app.ServiceKey(), Secret, "canary-verify-token-7731", FakeGraph.Token, .. flowKey.ExportPkcs8PrivateKeyPem().Split('\n').Where(line => line.Length == 64)];

        await ChatAsync(app);
        await DoorsAsync(app);
        await TeamAsync(app, tokens);
        await SecondFactorAsync(app, tokens);
        await WebhookAsync(app, tokens);
        await MistakesAsync(app);
        // The token was shown to Meta.
        await Eventually.TrueAsync(() => meta.SentTo("971507654321").Length > 0, TimeSpan.FromSeconds(90), () => app.Log("api"));
        await Eventually.TrueAsync(() => new[] { "/v1/logs", "/v1/traces", "/v1/metrics" }.All(kind => _kinds.GetValueOrDefault(kind) > 2), TimeSpan.FromSeconds(90), () => string.Join(", ", _kinds));

        // The terminal is no log: a first start shows the admin's password there.
        var logs = string.Join('\n', app.Run.Resources.Select(resource => File.ReadAllText(resource.Log)));
        var sent = string.Join('\n', _told.Select(Encoding.UTF8.GetString));
        Assert.Contains("turns", sent, StringComparison.Ordinal);
        foreach (var (where, text) in new[] { ("log", logs), ("telemetry", sent) })
            foreach (var canary in (string[])[.. s_emails, .. s_names, .. s_phones, "507654321", .. tokens])
                Assert.True(!text.Contains(canary, StringComparison.OrdinalIgnoreCase), $"{canary} is in a {where}: {Around(text, canary)}");
    }

    private static async Task ChatAsync(RunningApp app)
    {
        using var hub = await RawHub.EnterAsync(app);
        await hub.CallAsync("Start", false, "real-estate", $"{Guid.NewGuid():N}");
        foreach (var text in s_phones.Select(phone => $"Call me at {phone}").Concat(s_emails.Select(email => $"Write to {email}")).Append($"I am {string.Join(' ', s_names)}"))
            await hub.CallAsync("Send", true, text, $"{Guid.NewGuid():N}", 0);
    }

    private static async Task DoorsAsync(RunningApp app)
    {
        using var admin = Caller.Admin(app);
        await admin.Client.SetWebFormAsync(new WebForm(
            "canary", "Contact", "real-estate", [new("name", "Name", FactFields.Name), new("email", "E-mail", FactFields.Email), new("phone", "Phone", FactFields.Phone)], ["https://www.example.com"]));
        foreach (var (place, phone) in s_phones.Index())
            Assert.Equal(202, (await admin.PostAsync(Routes.Forms + "/canary", $$"""{"name":"{{s_names[place % 4]}}","email":"{{s_emails[place % 3]}}","phone":"{{phone}}","note":"{{phone}}"}""")).Status);
        using var http = new HttpClient { BaseAddress = new Uri(app.ApiUrl) };
        foreach (var body in (string[])[WhatsApp.Messages("971507654321", ("wamid.canary", $"I am {s_names[0]}, {s_emails[0]}")).Replace("Person 971507654321", string.Join(' ', s_names), StringComparison.Ordinal), $"no json {s_phones[1]} {s_emails[1]}"])
            foreach (var signature in (string[])[MetaSignature.Of(Encoding.UTF8.GetBytes(body), Secret), "sha256=00"])
            {
                using var delivery = new HttpRequestMessage(HttpMethod.Post, Routes.WhatsAppWebhook) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
                delivery.Headers.Add(MetaSignature.Header, signature);
                (await http.SendAsync(delivery)).Dispose();
            }

        using var file = new MemoryStream(Encoding.UTF8.GetBytes("Name,Email,Phone\n" + string.Concat(s_phones.Select((phone, place) => $"{s_names[place % 4]},{place}{s_emails[0]},{phone}\n"))));
        await admin.Client.UploadAsync($"{s_names[3]}.csv", file, playbook: "real-estate");
    }

    private static async Task TeamAsync(RunningApp app, List<string> tokens)
    {
        using var admin = Caller.Admin(app);
        LeadPage? page = null;
        await Eventually.TrueAsync(async () => (page = await admin.Client.GetLeadsAsync(new LeadQuery(Text: s_emails[0]))).Items.Count > 0, TimeSpan.FromSeconds(60), () => "no lead");
        var lead = page!.Items[0].Id;
        await admin.Client.SetFactAsync(lead, FactFields.Name, new SetFact(string.Join(' ', s_names)));
        await admin.Client.AddTaskAsync(lead, new AddTask($"Call {s_names[0]} at {s_phones[3]}"));
        foreach (var words in (string[])[.. s_phones, .. s_emails, .. s_names])
            await admin.Client.GetLeadsAsync(new LeadQuery(Text: words));
        tokens.Add((await admin.Client.InviteMemberAsync(new InviteMember(s_names[1], s_emails[1], "agent"))).Token);
        tokens.Add((await admin.Client.AddApiKeyAsync(new AddApiKey(s_names[2], [KeyScope.Read]))).Key);
        var (caller, member, password) = await Caller.MemberAsync(app, "agent");
        using (caller)
        {
            tokens.AddRange([password, member.Email]);
            await caller.GetAsync("/api/audit");
        }
    }

    // A sign-in by password and one by each kind of code, a renewed one, and one that comes twice.
    private static async Task SecondFactorAsync(RunningApp app, List<string> tokens)
    {
        var (caller, member, password) = await Caller.MemberAsync(app, "agent");
        using (caller)
        {
            var begun = await caller.Client.BeginSecondFactorAsync(new ConfirmPassword(password));
            var secret = SecondFactorTests.FromBase32(begun.Key);
            var step = Totp.StepOf(DateTimeOffset.UtcNow);
            var codes = (await caller.Client.ConfirmSecondFactorAsync(new ConfirmSecondFactor(Totp.Code(secret, step)))).Codes;
            tokens.AddRange([password, begun.Key, .. codes]);
            // A program's sign-in: its refresh tokens are good once, a browser's are not.
            using var program = Caller.Nobody(app);
            foreach (var code in (string[])[Totp.Code(secret, step + 1), codes[0]])
            {
                var ticket = (await Assert.ThrowsAsync<LeadHeatException>(() => program.Client.SignInAsync(new SignIn(member.Email, password)))).Ticket!;
                var signedIn = await program.Client.SignInAsync(new SignInCode(ticket, code));
                var renewed = await program.Client.RefreshAsync(new RefreshSignIn(signedIn.RefreshToken));
                tokens.AddRange([ticket, signedIn.AccessToken, signedIn.RefreshToken, renewed.AccessToken, renewed.RefreshToken]);
                using var signed = Caller.Token(app, renewed.AccessToken);
                await signed.Client.GetMeAsync();
                await Assert.ThrowsAsync<LeadHeatException>(() => program.Client.RefreshAsync(new RefreshSignIn(signedIn.RefreshToken)));
                // It ended the sign-in.
                (await signed.GetAsync(Routes.Me)).Refusal(401);
            }
        }
    }

    // One that answers, and one that nobody hears.
    private static async Task WebhookAsync(RunningApp app, List<string> tokens)
    {
        await using var receiver = await Receiver.StartAsync();
        using var admin = Caller.Admin(app);
        foreach (var url in (string[])[receiver.Url, "https://127.0.0.1:1/hook"])
        {
            var added = await admin.Client.AddWebhookAsync(new AddWebhook(url, [WebhookKinds.LeadCreated]));
            tokens.Add(added.Secret);
            await admin.PostAsync($"{Routes.Webhooks}/{added.Webhook.Id}/ping", "{}");
        }

        await Eventually.TrueAsync(() => !receiver.Told.IsEmpty, TimeSpan.FromSeconds(60), () => app.Log("api"));
    }

    // What is wrong is told of most: paths, queries, bodies and keys that nobody knows.
    private static async Task MistakesAsync(RunningApp app)
    {
        using var admin = Caller.Admin(app);
        using var nobody = Caller.Nobody(app);
        // A name in the place of an address is not known for one: it stands where names belong.
        foreach (var word in (string[])[s_emails[0], s_phones[0], s_phones[3]])
        {
            var escaped = Uri.EscapeDataString(word);
            foreach (var address in (string[])[$"/api/leads/{escaped}", $"/api/{escaped}", $"/api/leads?sort={escaped}", $"/api/leads?{escaped}=1", $"/api/inbound?externalId={escaped}"])
                await admin.GetAsync(address);
            await admin.PostAsync(Routes.Turns, $$"""{"sessionId":"{{word}}","text":"{{word}}"}""");
            await admin.PostAsync(Routes.Webhooks, $$"""{"url":"https://localhost/{{escaped}}","kinds":["{{word}}"]}""");
            await nobody.PostAsync(Routes.SignIn, $$"""{"email":"{{s_emails[0]}}","password":"{{word}} of Quentessa"}""");
            using var wrong = Caller.Key(app, "canary");
            await wrong.GetAsync($"/api/leads?text={escaped}");
            using var http = new HttpClient();
            foreach (var page in (string[])[$"/chat?playbook={escaped}", $"/{escaped}", $"/inbox?text={escaped}", $"/join?token={escaped}", $"/sign-in?return={escaped}"])
                (await http.GetAsync(app.WebUrl + page)).Dispose();
        }
    }

    private async Task<WebApplication> StartCollectorAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var collector = builder.Build();
        collector.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            _told.Enqueue(body.ToArray());
            _kinds.AddOrUpdate(context.Request.Path, 1, (_, count) => count + 1);
        });
        await collector.StartAsync();
        return collector;
    }

    private static string Around(string text, string canary)
    {
        var at = text.IndexOf(canary, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? "" : text[Math.Max(0, at - 300)..Math.Min(text.Length, at + 200)];
    }
}
