using System.Text.Json;
using LeadHeat.Api.Inbound;
using LeadHeat.Api.Privacy;
using LeadHeat.Core.Channels;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Channels.LeadAds;

/// <summary>What comes from Lead Ads: a delivery names a lead only, so it is fetched, mapped and stored.</summary>
internal sealed class LeadAdsEvents(
    Graph graph, FetchedForms fetched, FormWords words, LeadFormStore forms, FormLeads leads, Tombstones tombstones, IOptions<MetaOptions> meta, TimeProvider clock) : IInboundHandler
{
    private static readonly TimeSpan UntilSetUp = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan TokenPause = TimeSpan.FromMinutes(2);

    // Who waits for ever is seen by nobody. Meta keeps the lead for 90 days.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    public InboundChannel Channel => InboundChannel.LeadAds;

    public async Task<Handled> HandleAsync(PendingEvent pending, CancellationToken cancellationToken)
    {
        if (pending.Kind != InboundKind.Lead)
            return Handled.Quarantine(pending.Kind == InboundKind.Unknown ? UnknownShape.InWords(pending.Body) : UnknownShape.WhatsAppAtLeadAds);
        if (await tombstones.KnowsAsync(Channel, pending.ExternalId, cancellationToken))
            return Handled.OfDeleted(new([], [], [], [pending.ExternalId]));
        // Of a form that Meta answered oddly another answer is asked for.
        if (await fetched.FindAsync(pending.ExternalId, cancellationToken) is { } known && LeadAdsForm.Read(known.Body) is { } kept)
            return await TakeAsync(pending, kept, known.Words, cancellationToken);
        if (!graph.IsSetUp)
            return Handled.Wait(TokenTrouble.Missing, UntilSetUp);

        var answer = await graph.GetAsync($"{Uri.EscapeDataString(pending.ExternalId)}?fields={LeadAdsForm.Fields}", cancellationToken);
        return answer.Outcome switch
        {
            GraphOutcome.Good => await KeepAsync(pending, answer.Body, cancellationToken),
            GraphOutcome.TokenExpired => Handled.Wait(TokenTrouble.Expired, TokenPause),
            GraphOutcome.Later or GraphOutcome.Unsure => WaitAgain(clock.GetUtcNow() - pending.ReceivedAt),
            _ => new Handled(InboundState.Dead, $"{answer.Refusal} The id is wrong, or the app may not read this page's leads: let it (leads_retrieval), and try it again."),
        };
    }

    private static Handled WaitAgain(TimeSpan waited) => waited < LongestWait
        ? Handled.WaitAgain("Meta asks to wait, or does not answer.", waited)
        : new(InboundState.Dead, "Meta did not give it for a day: it asked to wait, failed, or did not answer. Meta keeps it for 90 days; try it again when Meta answers.");

    private async Task<Handled> KeepAsync(PendingEvent pending, JsonElement body, CancellationToken cancellationToken)
    {
        var form = LeadAdsForm.Read(body);
        var said = form is null ? [] : await words.OfAsync(form, cancellationToken);
        await fetched.KeepAsync(pending.ExternalId, body, said, cancellationToken);
        return form is not null ? await TakeAsync(pending, form, said, cancellationToken) : Handled.Quarantine("What Meta answered is no lead.");
    }

    private async Task<Handled> TakeAsync(PendingEvent pending, LeadAdsForm form, Dictionary<string, string> said, CancellationToken cancellationToken)
    {
        var questions = form.Answers.Select(answer => answer.Question).Where(question => !FormMapping.IsPartOfName(question)).Distinct().ToArray();
        var mapped = await forms.KnowAsync(form.FormId, questions, meta.Value.LeadAdsPlaybook, cancellationToken);
        return await leads.TakeAsync(form.Filled(clock.GetUtcNow(), said), mapped.Playbook, mapped.Mapping, pending.ReceivedAt, cancellationToken) is { } leadId
            ? new(InboundState.Done, LeadId: leadId)
            : Handled.OfDeleted(new([], [], [], [pending.ExternalId]));
    }
}
