using LeadHeat.Api.Channels.Conversions;
using LeadHeat.Api.Channels.LeadAds;
using LeadHeat.Api.Channels.WebForms;
using LeadHeat.Api.Channels.WhatsApp;
using LeadHeat.Api.Channels.WhatsApp.Flows;
using LeadHeat.Api.Inbound;

namespace LeadHeat.Api.Channels;

internal static class Channels
{
    public static void AddChannels(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<MetaOptions>().BindConfiguration(MetaOptions.Section);
        builder.Services.AddSingleton<InboundSignal>();
        builder.Services.AddSingleton<DeliveryStore>();
        builder.Services.AddHostedService(services => services.GetRequiredService<DeliveryStore>());
        builder.Services.AddHostedService<InboundWarmUp>();
        builder.Services.AddSingleton<Deliveries>();
        builder.Services.AddSingleton<Refusals>();
        builder.Services.AddSingleton<InboundEvents>();
        builder.Services.AddSingleton<SenderNames>();
        builder.Services.AddSingleton<InboundArchive>();
        builder.Services.AddSingleton<SettledSenders>();
        builder.Services.AddSingleton<ChannelIdentities>();
        builder.Services.AddSingleton<NumberChanges>();
        builder.Services.AddSingleton<OutgoingStates>();
        builder.Services.AddSingleton<SideNotes>();
        builder.Services.AddSingleton<WaitingWishes>();
        builder.Services.AddSingleton<LateMessages>();
        builder.Services.AddSingleton<MediaFetch>();
        builder.Services.AddSingleton<AdOrigins>();
        builder.Services.AddSingleton<IInboundHandler, WhatsAppEvents>();
        builder.Services.AddSingleton<IInboundHandler, LeadAdsEvents>();
        builder.Services.AddSingleton<ReconciliationStore>();
        builder.Services.AddSingleton<FormComparison>();
        builder.Services.AddHostedService<Reconciler>();
        builder.Services.AddSingleton<ConversionStore>();
        builder.Services.AddHostedService<ConversionSender>();
        builder.Services.AddOptions<WebFormOptions>().BindConfiguration(WebFormOptions.Section);
        builder.Services.AddSingleton<IInboundHandler, WebFormEvents>();
        builder.Services.AddSingleton<WebFormStore>();
        builder.Services.AddSingleton<FetchedForms>();
        builder.Services.AddSingleton<FormWords>();
        builder.Services.AddSingleton<ArchiveReplay>();
        builder.Services.AddSingleton<LeadFormStore>();
        builder.Services.AddSingleton<FormLeads>();
        builder.Services.AddSingleton<WhatsAppOutbox>();
        builder.Services.AddSingleton<Resends>();
        builder.Services.AddSingleton<TemplateStore>();
        builder.Services.AddSingleton<TemplateFetch>();
        builder.Services.AddSingleton<FlowKeys>();
        builder.Services.AddSingleton<UnreadFormCounts>();
        builder.Services.AddSingleton<FlowExchange>();
        builder.Services.AddSingleton<FlowAnswers>();
        builder.Services.AddSingleton<FlowSending>();
        builder.Services.AddSingleton<Graph>();
        Graph.AddTo(builder.Services);
        builder.Services.AddHostedService<InboundPump>();
        builder.Services.AddHostedService<WhatsAppSender>();
    }
}
