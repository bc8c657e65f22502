using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Api.Privacy;
using LeadHeat.Core.Live;
using LeadHeat.Core.Privacy;
using Npgsql;

namespace LeadHeat.Api.Channels.WhatsApp;

/// <summary>
/// STOP and START. Who writes STOP gets nothing any more: the conversation goes into people's hands before the word is stored, so the bot does not
/// answer it, and the ledger keeps everybody from sending.
/// </summary>
internal sealed class OptOuts(NpgsqlDataSource database, LiveEvents live, TimeProvider clock)
{
    private const string Why = "They wrote STOP";

    // $1 session, $2 why.
    private const string Stop = """
        with owned as (
            update conversations v set handling = 'human', owner_version = owner_version + 1, handler_id = null, handoff_reason = $2
            from sessions s where s.id = $1 and v.id = s.conversation_id and v.handling <> 'human'
            returning v.lead_id)
        update leads l set handling = 'human', waiting_since = null from owned where l.id = owned.lead_id
        """;

    // Only what STOP took from the bot goes back to it. $1 session, $2 why.
    private const string Start = """
        with owned as (
            update conversations v set handling = 'bot', owner_version = owner_version + 1, handoff_reason = null, handed_over_at = null
            from sessions s where s.id = $1 and v.id = s.conversation_id and v.handling = 'human' and v.handler_id is null and v.handoff_reason = $2
            returning v.lead_id)
        update leads l set handling = 'bot', waiting_since = null from owned where l.id = owned.lead_id
        """;

    // What was written before counts too, so that nobody has to answer a STOP. $1 lead.
    private const string Waits = "update leads set waiting_since = null where id = $1 and handling = 'human'";

    // $1 lead.
    private const string ContactOf = "select contact_id from leads where id = $1";

    // $1 id, $2 lead, $3 text, $4 now.
    private const string Activity = "insert into activities (id, lead_id, kind, text, actor, at) values ($1, $2, 'note', $3, 'WhatsApp', $4)";

    public async Task HandOverAsync(Guid sessionId, StopWish wish, CancellationToken cancellationToken)
    {
        if (wish == StopWish.None)
            return;
        await using var batch = database.CreateBatch();
        batch.Then(wish == StopWish.Stop ? Stop : Start, Sql.Of(sessionId), Sql.Of(Why));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Once for each message, however often it is handled.</summary>
    public async Task NoteAsync(Guid leadId, StopWish wish, string words, DateTimeOffset at, string externalId, CancellationToken cancellationToken)
    {
        if (wish == StopWish.None || await ContactAsync(leadId, cancellationToken) is not { } contactId)
            return;
        var (now, granted) = (clock.GetUtcNow(), wish == StopWish.Start);
        await using var batch = database.CreateBatch();
        foreach (var purpose in (string[])[ConsentPurposes.Messages, ConsentPurposes.Marketing])
        {
            // Who comes back agrees to be answered; to be written to unasked is another question.
            if (!granted || purpose == ConsentPurposes.Messages)
                batch.ThenConsent(contactId, new(purpose, granted, "whatsapp", words, at, $"whatsapp:{externalId}:{purpose}"), now);
        }

        if (!granted)
            batch.Then(Waits, Sql.Of(leadId));
        batch.Then(
            Activity, Sql.Of(Guid.CreateVersion7(now)), Sql.Of(leadId), Sql.Of(granted ? "Wants messages again" : "Wants no more messages"), Sql.Of(now));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        live.Publish(LiveEventKind.LeadChanged, leadId);
    }

    private async Task<Guid?> ContactAsync(Guid leadId, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(ContactOf, Sql.Of(leadId));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? reader.GetGuid(0) : null;
    }
}
