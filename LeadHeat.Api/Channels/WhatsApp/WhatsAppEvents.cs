using LeadHeat.Api.Channels.WhatsApp.Flows;
using LeadHeat.Api.Conversations;
using LeadHeat.Api.Inbound;
using LeadHeat.Api.Limits;
using LeadHeat.Api.Privacy;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Privacy;
using LeadHeat.Core.Wire;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Channels.WhatsApp;

/// <summary>What comes from WhatsApp: messages go through the one door into their sender's conversation, reports move what we sent.</summary>
internal sealed class WhatsAppEvents(
    ChannelIdentities identities, NumberChanges numbers, IngestInbound ingest, OptOuts optOuts, OutgoingStates outgoing, FlowAnswers flows,
    SideNotes notes, LateMessages late, AdOrigins ads, RequestLimiter limiter, WaitingWishes waiting, IOptions<MetaOptions> meta, TimeProvider clock) : IInboundHandler
{
    // A report may overtake the answer to our own request, which brings the id that it speaks of.
    private static readonly TimeSpan ReportPatience = TimeSpan.FromMinutes(1);

    public InboundChannel Channel => InboundChannel.Whatsapp;

    public IEnumerable<string> PartiesOf(PendingEvent pending) =>
        pending.Kind == InboundKind.Message ? WhatsAppParties.Of(pending.Body).Append(pending.Contact) : [pending.Contact];

    public Task HearAsync(CancellationToken cancellationToken) => waiting.HearAsync(cancellationToken);

    public Task<Handled> HandleAsync(PendingEvent pending, CancellationToken cancellationToken) => pending.Kind switch
    {
        InboundKind.Message => TakeMessageAsync(pending, cancellationToken),
        InboundKind.Status => TakeReportAsync(pending, cancellationToken),
        InboundKind.Fault => Task.FromResult(new Handled(InboundState.Done, WhatsAppFault.InWords(pending.Body))),
        InboundKind.Lead => Task.FromResult(Handled.Quarantine(UnknownShape.LeadAtWhatsApp)),
        _ => Task.FromResult(Handled.Quarantine(UnknownShape.InWords(pending.Body))),
    };

    private async Task<Handled> TakeMessageAsync(PendingEvent pending, CancellationToken cancellationToken)
    {
        var (message, wrong) = WhatsAppMessage.Read(pending.Body);
        if (message is null)
            return Handled.Quarantine(wrong!);
        if (message is { HasNewIdentity: true, Number: { } doubted })
        {
            await identities.DoubtAsync(Core.Conversations.Channel.Whatsapp, $"number:{doubted}", cancellationToken);
            return Handled.Done;
        }

        var (keys, sentAt) = (WhatsAppSenders.KeysOf(message), message.SentAt ?? pending.ReceivedAt);
        if (await identities.SessionOfAsync(
            Core.Conversations.Channel.Whatsapp, message.PhoneNumberId, keys, meta.Value.WhatsAppPlaybook, sentAt, cancellationToken) is not { } sessionId)
            return Handled.OfDeleted(new([], [], [.. keys.All.Select(key => key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..])], [pending.ExternalId]));
        if (message.NewNumber is { } changed)
            return new(InboundState.Done, LeadId: await numbers.ApplyAsync(sessionId, "+" + changed, cancellationToken));
        // Whoever floods waits for themselves alone: what is behind it waits in the archive, and the pump goes on with everybody else's.
        if (await limiter.TakeAsync(sessionId) is { } reset)
            return Handled.Wait("They write faster than anybody reads: it follows as soon as their limit allows.", reset);

        // Whoever is new and begins with what WhatsApp does not pass on is somebody to talk to all the same.
        var noted = message.Note is null ? null : await notes.WriteAsync(pending.Id, sessionId, message, cancellationToken);
        if (!message.IsTalk && (noted is not null || message.Kind != "unsupported"))
            return new(InboundState.Done, LeadId: noted);
        var wish = StopWords.Read(message.Text);
        await optOuts.NoteOfSessionAsync(sessionId, wish, message.Text, sentAt, pending.ExternalId, place: 0, cancellationToken);
        await optOuts.HandOverAsync(sessionId, wish, cancellationToken);
        var stored = await ingest.AcceptAsync(
            new(sessionId, pending.ExternalId, message.Text) { Sender = SenderOf(message), Facts = await flows.ReadAsync(sessionId, message, cancellationToken) },
            beforeQueued: null, cancellationToken);
        if (stored is null)
            return Handled.WaitAgain("The conversation is being deleted.", clock.GetUtcNow() - pending.ReceivedAt);
        await late.NoteAsync(stored.MessageId, sentAt, pending.ReceivedAt, cancellationToken);
        if (message.Note is not null && noted is null)
            await notes.WriteAsync(pending.Id, sessionId, message, cancellationToken);
        await ads.KeepAsync(stored.LeadId, message.Referral, cancellationToken);
        await optOuts.NoteAsync(stored.LeadId, wish, message.Text, sentAt, pending.ExternalId, cancellationToken);
        return new(InboundState.Done, LeadId: stored.LeadId, MessageId: stored.MessageId);
    }

    private async Task<Handled> TakeReportAsync(PendingEvent pending, CancellationToken cancellationToken)
    {
        var report = WhatsAppStatus.Read(pending.Body);
        if (report is null || !Words.TryParse<DeliveryState>(report.State, out var state) || state < DeliveryState.Sent)
            return Handled.Quarantine($"The state '{report?.State}' is not known here.");
        var failure = state == DeliveryState.Failed ? WhatsAppFailures.InWords(report.Code, report.Reason) : null;
        if (await outgoing.ReportAsync(Channel, report, state, failure, cancellationToken) is { } found)
            return new(InboundState.Done, LeadId: found.LeadId, MessageId: found.MessageId);
        var waited = clock.GetUtcNow() - pending.ReceivedAt;
        return waited < ReportPatience ? Handled.WaitAgain("No such message was sent yet.", waited) : Handled.Done;
    }

    private static Sender SenderOf(WhatsAppMessage message) => new(
        message.Name, message.Number is { } number ? "+" + number : null,
        message.Referral is { } ad ? $"Came from an ad: {ad.Headline ?? ad.SourceId ?? ad.Url}" : null);
}
