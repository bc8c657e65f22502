using System.Text;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Simulator;

/// <summary>All that needs Meta can be shown and tried without an account.</summary>
[Collection("app")]
public sealed class SimulatedMetaTests(AppFixture fixture)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task What_somebody_has_to_look_at_comes_to_quarantine_dead_letters_and_templates()
    {
        var (team, seed) = (fixture.App.Team(), Random.Shared.Next(1_000, 9_999));

        await RunAsync(new(Count: 100, Rate: 200, Duplicates: 0, Reordered: 0, Seed: seed, Odd: 100));

        var items = await Task.WhenAll(Enumerable.Range(0, 24).Select(number => FindAsync(team, $"wamid.sim.{seed}.{number}.0")));
        var unknown = items.OfType<InboundItem>().First(item => item.State == InboundState.Quarantined);
        Assert.Contains("event_invite", unknown.Failure, StringComparison.Ordinal);
        var form = (await FindAsync(team, $"77{seed:0000}000000"))!;
        Assert.Equal(InboundState.Dead, form.State);
        await team.ReplayInboundAsync(form.Id);
        await Eventually.TrueAsync(async () => (form = await FindAsync(team, form.ExternalId)) is { State: InboundState.Done }, Patience, () => $"{form}");

        // What is filled in comes in time, so not everybody is late.
        var writers = await Task.WhenAll(items.OfType<InboundItem>().Where(item => item.State == InboundState.Done && item.Kind == InboundKind.Message).Select(item => team.GetLeadAsync(item.LeadId!.Value)));
        var lead = await LeadAsync(team, writers.First(writer => writer.AnswerUntil < DateTimeOffset.UtcNow).Id, found => found.Transcript.Items.Any(message => message.DeliveryStatus == DeliveryState.Failed));
        var template = (await team.FetchTemplatesAsync()).Items.First(each => each is { Name: "answer_is_here", FromMeta: true });
        await team.SendTemplateAsync(lead.Id, new(template.Name, template.Language, ["Asha"], Guid.NewGuid().ToString("N")));
        await LeadAsync(team, lead.Id, found => found.Transcript.Items.Any(message => message.Text.StartsWith("Hello Asha", StringComparison.Ordinal) && message.DeliveryStatus >= DeliveryState.Sent));
        await Quiet.UntilAsync(fixture.App);
    }

    [Fact]
    public async Task Somebody_simulated_fills_in_a_form_sends_plans_and_thanks_with_a_thumb()
    {
        var (team, seed) = (fixture.App.Team(), Random.Shared.Next(1_000, 9_999));
        await RunAsync(new(Count: 60, Rate: 200, Duplicates: 0, Reordered: 0, Seed: seed));
        var lead = (await FindAsync(team, $"wamid.sim.{seed}.0.0"))!.LeadId!.Value;

        await team.SendFlowAsync(lead, new(Guid.NewGuid().ToString("N")));

        await LeadAsync(team, lead, found => found.Facts.Any(fact => fact is { Field: FactFields.Budget, SetBy: FactSource.Form }));
        var sent = await LeadAsync(team, lead, found => found.Timeline.Any(line => line.Kind == ActivityKind.Media));
        using var opened = await new HttpClient { BaseAddress = new(fixture.App.ApiUrl), DefaultRequestHeaders = { { Routes.ApiKeyHeader, fixture.App.AdminKey } } }
            .GetAsync(LeadHeatClient.MediaPath(lead, sent.Timeline.First(line => line.Kind == ActivityKind.Media).Id));
        Assert.Equal("application/pdf", opened.Content.Headers.ContentType?.MediaType);
        Assert.True((await opened.Content.ReadAsByteArrayAsync()).AsSpan().StartsWith("%PDF"u8));
        await Quiet.UntilAsync(fixture.App);
    }

    [Fact]
    public async Task Somebody_without_a_number_fills_in_a_form_too()
    {
        var (team, user, id) = (fixture.App.Team(), $"IN.{Guid.NewGuid():N}", $"wamid.{Guid.NewGuid():N}");
        var body = Encoding.UTF8.GetBytes($$$"""
            {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"106540352242922"},
            "contacts":[{"user_id":"{{{user}}}"}],"messages":[{"from_user_id":"{{{user}}}","id":"{{{id}}}","timestamp":"{{{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}}}","type":"text","text":{"body":"hello, any 2 BHK?"}}]}}]}]}
            """);
        using var http = new HttpClient { BaseAddress = new(fixture.App.ApiUrl) };
        using var request = new HttpRequestMessage(HttpMethod.Post, Routes.WhatsAppWebhook) { Content = new ByteArrayContent(body) };
        var secret = (await File.ReadAllTextAsync(Path.Combine(fixture.App.Data, "meta-app-secret"))).Trim();
        request.Headers.Add(MetaSignature.Header, MetaSignature.Of(body, secret));
        using var taken = await http.SendAsync(request);
        Assert.True(taken.IsSuccessStatusCode, $"{taken.StatusCode}");
        InboundItem? message = null;
        await Eventually.TrueAsync(async () => (message = await FindAsync(team, id)) is { State: InboundState.Done }, Patience, () => $"{message}");

        await team.SendFlowAsync(message!.LeadId!.Value, new(Guid.NewGuid().ToString("N")));

        await LeadAsync(team, message.LeadId.Value, found => found.Facts.Any(fact => fact is { Field: FactFields.Budget, SetBy: FactSource.Form }));
        await Quiet.UntilAsync(fixture.App);
    }

    [Fact]
    public async Task Stages_are_told_to_the_simulated_Meta()
    {
        var (team, seed) = (fixture.App.Team(), Random.Shared.Next(1_000, 9_999));
        await team.SetConversionsAsync(new(true, "4711", "contact_me"));
        try
        {
            await RunAsync(new(Count: 5, Rate: 200, Duplicates: 0, Reordered: 0, Seed: seed));
            var lead = (await FindAsync(team, $"77{seed:0000}000000"))!.LeadId!.Value;

            await team.ChangeLeadAsync(lead, new ChangeLead(LeadStatus.Qualified));

            IReadOnlyList<ConversionEvent> told = [];
            await Eventually.TrueAsync(
                async () => (told = [.. (await team.GetConversionsAsync()).Latest.Where(each => each.LeadId == lead)]) is { Count: 2 } && told.All(each => each.State == ConversionState.Sent),
                Patience, () => string.Join('\n', told));
        }
        finally
        {
            await team.SetConversionsAsync(new(false, "4711", ""));
        }
    }

    private async Task RunAsync(SimulatorRun run)
    {
        var team = fixture.App.Team();
        await Eventually.TrueAsync(async () => !(await team.GetSimulatorAsync()).Running, Patience, () => "another run does not end");
        await team.StartSimulatorAsync(run);
        SimulatorLedger? ledger = null;
        await Eventually.TrueAsync(
            async () => await team.GetSimulatorAsync() is { Running: false } && (ledger = await team.GetSimulatorLedgerAsync()) is { IsSettled: true, Acknowledged: > 0 },
            Patience, () => $"{ledger}");
        Assert.True(ledger!.Holds, $"{ledger}");
    }

    private static async Task<LeadDetail> LeadAsync(LeadHeatClient team, Guid id, Func<LeadDetail, bool> holds)
    {
        LeadDetail? lead = null;
        await Eventually.TrueAsync(async () => holds(lead = await team.GetLeadAsync(id)), Patience, () => string.Join('\n', lead!.Transcript.Items.Select(message => $"{message.DeliveryStatus} {message.Text}")));
        return lead!;
    }

    private static async Task<InboundItem?> FindAsync(LeadHeatClient team, string id) => (await team.GetInboundAsync(id)).Items is [{ } only] ? only : null;
}
