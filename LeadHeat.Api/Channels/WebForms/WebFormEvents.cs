using LeadHeat.Api.Inbound;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Leads;

namespace LeadHeat.Api.Channels.WebForms;

/// <summary>Makes leads of what was sent with a form of ours.</summary>
internal sealed class WebFormEvents(WebFormStore forms, FormLeads leads) : IInboundHandler
{
    public InboundChannel Channel => InboundChannel.WebForm;

    public async Task<Handled> HandleAsync(PendingEvent pending, CancellationToken cancellationToken)
    {
        if (pending.Kind != InboundKind.Lead || WebFormDelivery.Open(pending.Body) is not { } sent)
            return Handled.Quarantine("It is neither form fields nor a JSON object.");
        if (await forms.FindAsync(sent.Form, cancellationToken) is not { } form)
            return Handled.Quarantine($"There is no form “{sent.Form}”.");
        if (sent.Entry.IsTrapped)
            return new(InboundState.Done, "A robot filled in the field that people do not see: no lead was made of it.");
        var mapping = form.Fields.ToDictionary(field => field.Name, field => field.Field);
        return await leads.TakeAsync(Filled(pending, form, sent), form.Playbook, mapping, pending.ReceivedAt, cancellationToken) is { } leadId
            ? new(InboundState.Done, LeadId: leadId)
            : Handled.OfDeleted(new([], [], [], [pending.ExternalId]));
    }

    private static FilledForm Filled(PendingEvent pending, WebForm form, SentForm sent)
    {
        var (entry, asked) = (sent.Entry, sent.ConsentOr(form.Consent));
        var origin = entry.Answers.Where(answer => WebFormHtml.OriginFields.Contains(answer.Question)).ToDictionary(answer => answer.Question, answer => answer.Text);
        if (sent.Page is { } page)
            origin.TryAdd("page", page);
        IReadOnlyList<ConsentView> consents = asked is { } words
            ? [new("contact", entry.HasConsent, "web_form", words, pending.ReceivedAt)]
            : [];
        return new(
            pending.ExternalId, WebFormStore.IdOf(form.Name), LeadSource.WebForm, CameFrom(form, origin), "Web form", pending.ReceivedAt,
            [.. entry.Answers.Where(answer => !origin.ContainsKey(answer.Question) && !(asked is not null && answer.Question == WebForm.ConsentField))],
            consents, origin)
        {
            ContentHash = entry.Id is null ? entry.ContentHash : null,
        };
    }

    private static string CameFrom(WebForm form, Dictionary<string, string> origin) =>
        $"Filled in the form “{form.Title}”"
        + (origin.GetValueOrDefault("utm_campaign") is { } campaign ? $" of the campaign “{campaign}”"
            : origin.GetValueOrDefault("utm_source") is { } source ? $", coming from {source}"
            : "");
}
