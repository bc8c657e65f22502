using LeadHeat.Core.Channels;
using LeadHeat.Core.Channels.Flows;
using LeadHeat.Core.Conversations;

namespace LeadHeat.Core.Wire;

public sealed partial class LeadHeatClient
{
    /// <summary>What came in, newest first.</summary>
    public Task<InboundPage> GetInboundAsync(
        string? externalId = null, InboundState? state = null, InboundChannel? channel = null, string? cursor = null, CancellationToken cancellationToken = default)
    {
        List<(string Name, string Value)> query = [];
        void Add(string name, string? value)
        {
            if (value is not null)
                query.Add((name, value));
        }

        Add("externalId", externalId);
        Add("state", state is { } inState ? Words.Of(inState) : null);
        Add("channel", channel is { } of ? Words.Of(of) : null);
        Add("cursor", cursor);
        return externalId is null
            ? GetAsync(Routes.Inbound + ToQueryString(query), Json.InboundPage, cancellationToken)
            : SearchAsync(Routes.Inbound + "/search", query, Json.InboundPage, cancellationToken);
    }

    public Task<InboundCounts> GetInboundCountsAsync(CancellationToken cancellationToken = default) =>
        GetAsync(Routes.Inbound + "/counts", Json.InboundCounts, cancellationToken);

    /// <summary>An event with what came; for admins.</summary>
    public Task<InboundDetail> GetInboundAsync(Guid id, CancellationToken cancellationToken = default) =>
        GetAsync($"{Routes.Inbound}/{id}", Json.InboundDetail, cancellationToken);

    public async Task ReplayInboundAsync(Guid id, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(HttpMethod.Post, $"{Routes.Inbound}/{id}/replay", null, cancellationToken).ConfigureAwait(false);
    }

    public Task<InboundReplayed> ReplayInboundAsync(ReplayInbound replay, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.Inbound + "/replay", replay, Json.ReplayInbound, Json.InboundReplayed, cancellationToken);

    /// <summary>What was not let in because of its signature, newest first; for admins.</summary>
    public Task<RefusedDeliveries> GetRefusedAsync(CancellationToken cancellationToken = default) => GetAsync(Routes.Refused, Json.RefusedDeliveries, cancellationToken);

    public Task<RefusedDetail> GetRefusedAsync(Guid id, CancellationToken cancellationToken = default) =>
        GetAsync($"{Routes.Refused}/{id}", Json.RefusedDetail, cancellationToken);

    /// <summary>Lets it in, if the app secret of now has signed it.</summary>
    public async Task ReplayRefusedAsync(Guid id, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(HttpMethod.Post, $"{Routes.Refused}/{id}/replay", null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lets all in that the app secret of now has signed.</summary>
    public async Task<RefusedReplayed> ReplayRefusedAsync(CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(HttpMethod.Post, Routes.Refused + "/replay", null, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(response, Json.RefusedReplayed, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Forms that leads came from.</summary>
    public Task<LeadForms> GetLeadFormsAsync(CancellationToken cancellationToken = default) => GetAsync(Routes.LeadForms, Json.LeadForms, cancellationToken);

    public Task<LeadFormView> MapLeadFormAsync(string id, MapLeadForm change, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Put, $"{Routes.LeadForms}/{Uri.EscapeDataString(id)}/mapping", change, Json.MapLeadForm, Json.LeadFormView, cancellationToken);

    /// <summary>Reads all leads of a form anew, with the mapping that it has now. For admins.</summary>
    public async Task<InboundReplayed> ReplayLeadFormAsync(string id, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(HttpMethod.Post, $"{Routes.LeadForms}/{Uri.EscapeDataString(id)}/replay", null, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(response, Json.InboundReplayed, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The latest comparison with Meta.</summary>
    public Task<ReconciliationReport> GetReconciliationAsync(CancellationToken cancellationToken = default) =>
        GetAsync(Routes.Reconciliation, Json.ReconciliationReport, cancellationToken);

    /// <summary>Compares with Meta which leads there are; one at a time.</summary>
    public async Task<ReconciliationReport> ReconcileAsync(CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(HttpMethod.Post, Routes.Reconciliation, null, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(response, Json.ReconciliationReport, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tells Meta again what failed; null: of all leads.</summary>
    public async Task<InboundReplayed> ReplayConversionsAsync(Guid? leadId = null, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(HttpMethod.Post, $"{Routes.Conversions}/replay{(leadId is null ? "" : $"?leadId={leadId}")}", null, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(response, Json.InboundReplayed, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What Meta is told became of its leads.</summary>
    public Task<ConversionFeedback> GetConversionsAsync(CancellationToken cancellationToken = default) =>
        GetAsync(Routes.Conversions, Json.ConversionFeedback, cancellationToken);

    public Task<ConversionFeedback> SetConversionsAsync(ConversionSettings settings, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Put, Routes.Conversions, settings, Json.ConversionSettings, Json.ConversionFeedback, cancellationToken);

    /// <summary>Forms of ours, to be copied into pages.</summary>
    public Task<WebForms> GetWebFormsAsync(CancellationToken cancellationToken = default) => GetAsync(Routes.WebForms, Json.WebForms, cancellationToken);

    /// <summary>Makes a form, or changes it.</summary>
    public Task<WebFormView> SetWebFormAsync(WebForm form, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Put, $"{Routes.WebForms}/{Uri.EscapeDataString(form.Name)}", form, Json.WebForm, Json.WebFormView, cancellationToken);

    /// <summary>Where to get what a lead sent besides words.</summary>
    public static string MediaPath(Guid leadId, Guid eventId) => $"{Routes.Lead(leadId)}/media/{eventId}";

    public Task<WhatsAppTemplates> GetTemplatesAsync(CancellationToken cancellationToken = default) =>
        GetAsync(Routes.WhatsAppTemplates, Json.WhatsAppTemplates, cancellationToken);

    /// <summary>Gets the approved ones from Meta.</summary>
    public async Task<WhatsAppTemplates> FetchTemplatesAsync(CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(HttpMethod.Post, Routes.WhatsAppTemplates + "/fetch", null, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(response, Json.WhatsAppTemplates, cancellationToken).ConfigureAwait(false);
    }

    public Task<WhatsAppTemplates> SetTemplatesAsync(WhatsAppTemplates templates, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Put, Routes.WhatsAppTemplates, templates, Json.WhatsAppTemplates, Json.WhatsAppTemplates, cancellationToken);

    public Task<MessageView> SendTemplateAsync(Guid leadId, SendTemplate message, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.Lead(leadId) + "/messages/template", message, Json.SendTemplate, Json.MessageView, cancellationToken);

    public Task<FlowSetUp> GetFlowSetUpAsync(string playbook, CancellationToken cancellationToken = default) =>
        GetAsync($"{Routes.WhatsAppFlows}?playbook={Uri.EscapeDataString(playbook)}", Json.FlowSetUp, cancellationToken);

    public Task<MessageView> SendFlowAsync(Guid leadId, SendFlow message, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.Lead(leadId) + "/messages/flow", message, Json.SendFlow, Json.MessageView, cancellationToken);

    /// <summary>Sends a message again that was not delivered.</summary>
    public async Task ResendMessageAsync(Guid leadId, Guid messageId, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(HttpMethod.Post, $"{Routes.Lead(leadId)}/messages/{messageId}/resend", null, cancellationToken).ConfigureAwait(false);
    }

    public Task<SimulatorStatus> GetSimulatorAsync(CancellationToken cancellationToken = default) =>
        GetAsync(Routes.Simulator, Json.SimulatorStatus, cancellationToken);

    public Task<SimulatorStatus> StartSimulatorAsync(SimulatorRun run, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.Simulator, run, Json.SimulatorRun, Json.SimulatorStatus, cancellationToken);

    public Task<SimulatorLedger> GetSimulatorLedgerAsync(CancellationToken cancellationToken = default) =>
        GetAsync(Routes.SimulatorLedger, Json.SimulatorLedger, cancellationToken);

    public async Task StopSimulatorAsync(CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(HttpMethod.Delete, Routes.Simulator, null, cancellationToken).ConfigureAwait(false);
    }
}
