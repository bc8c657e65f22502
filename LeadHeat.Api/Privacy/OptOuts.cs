using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Core.Live;
using LeadHeat.Core.Privacy;
using Npgsql;

namespace LeadHeat.Api.Privacy;

/// <summary>
/// STOP and START. Who writes STOP on WhatsApp gets nothing any more: the conversation goes into people's hands before the word is stored, so the bot does not
/// answer it, and the ledger keeps everybody from sending. In a web chat the same wish is noted, and the bot says so and calls a person.
/// </summary>
internal sealed class OptOuts(NpgsqlDataSource database, LiveEvents live, TimeProvider clock)
{
    private const string Why = "They wrote STOP";

    private static readonly Source s_whatsApp = new("whatsapp", "WhatsApp", SettlesIt: true);

    // $1 session, $2 why.
    private const string Stop = """
        with owned as (
            update conversations v set handling = 'human', owner_version = owner_version + 1, handler_id = null, handoff_reason = $2
            from sessions s where s.id = $1 and v.id = s.conversation_id and v.handling <> 'human'
            returning v.lead_id)
        update leads l set handling = 'human', waiting_since = null from owned where l.id = owned.lead_id
        """;

    // Only what STOP took from the bot goes back to it, and not when another STOP is newer. $1 session, $2 why.
    private const string Start = $"""
        with owned as (
            update conversations v set handling = 'bot', owner_version = owner_version + 1, handoff_reason = null, handed_over_at = null
            from sessions s where s.id = $1 and v.id = s.conversation_id and v.handling = 'human' and v.handler_id is null and v.handoff_reason = $2
                and not exists (select from leads l where l.id = v.lead_id and {ConsentSql.NoMessages})
            returning v.lead_id)
        update leads l set handling = 'bot', waiting_since = null from owned where l.id = owned.lead_id
        """;

    // What was written before counts too, so that nobody has to answer a STOP. $1 lead.
    private const string Waits = "update leads set waiting_since = null where id = $1 and handling = 'human'";

    // $1 session.
    private const string LeadOfSession = "select v.lead_id from sessions s join conversations v on v.id = s.conversation_id where s.id = $1 and v.lead_id is not null";

    // $1 lead.
    private const string ContactOf = "select contact_id from leads where id = $1";

    // Once for each message: its line in the ledger is written behind it. $1 id, $2 lead, $3 text, $4 now, $5 where, $6 contact, $7 the line's external id.
    private const string Activity = """
        insert into activities (id, lead_id, kind, text, actor, at)
        select $1, $2, 'note', $3, $5, $4 where not exists (select from consents where contact_id = $6 and external_id = $7)
        """;

    public async Task HandOverAsync(Guid sessionId, StopWish wish, CancellationToken cancellationToken)
    {
        if (wish == StopWish.None)
            return;
        await using var batch = database.CreateBatch();
        batch.Then(wish == StopWish.Stop ? Stop : Start, Sql.Of(sessionId), Sql.Of(Why));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Notes what was written on WhatsApp before it is a message; false when there is no lead yet to note it of.</summary>
    /// <param name="place">Its place among what is noted at once: the last of one second counts.</param>
    public async Task<bool> NoteOfSessionAsync(
        Guid sessionId, StopWish wish, string words, DateTimeOffset at, string externalId, int place, CancellationToken cancellationToken)
    {
        if (wish == StopWish.None)
            return true;
        if (await IdAsync(LeadOfSession, sessionId, cancellationToken) is not { } leadId)
            return false;
        await NoteAsync(leadId, wish, s_whatsApp, words, at, externalId, clock.GetUtcNow().AddMilliseconds(place), cancellationToken);
        return true;
    }

    /// <summary>Notes what was written on WhatsApp, once for each message, however often it is handled.</summary>
    public Task NoteAsync(Guid leadId, StopWish wish, string words, DateTimeOffset at, string externalId, CancellationToken cancellationToken) =>
        NoteAsync(leadId, wish, s_whatsApp, words, at, externalId, clock.GetUtcNow(), cancellationToken);

    /// <summary>Notes that a visitor of the website wants no more messages. A person was promised to see to it, so the conversation waits for one.</summary>
    public Task NoteOnWebAsync(Guid leadId, string words, string messageId, CancellationToken cancellationToken) =>
        StopWords.Read(words) == StopWish.Stop || StopWords.AskedIn(words)
            ? NoteAsync(leadId, StopWish.Stop, new("web", "Web chat", SettlesIt: false), words, clock.GetUtcNow(), messageId, clock.GetUtcNow(), cancellationToken) : Task.CompletedTask;

    private async Task NoteAsync(
        Guid leadId, StopWish wish, Source source, string words, DateTimeOffset at, string externalId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (wish == StopWish.None || await IdAsync(ContactOf, leadId, cancellationToken) is not { } contactId)
            return;
        var granted = wish == StopWish.Start;
        string LineOf(string purpose) => $"{source.Name}:{externalId}:{purpose}";
        await using var batch = database.CreateBatch();
        batch.Then(
            Activity, Sql.Of(Guid.CreateVersion7(now)), Sql.Of(leadId), Sql.Of(granted ? "Wants messages again" : "Wants no more messages"), Sql.Of(now), Sql.Of(source.Title),
            Sql.Of(contactId), Sql.Of(LineOf(ConsentPurposes.Messages)));
        foreach (var purpose in (string[])[ConsentPurposes.Messages, ConsentPurposes.Marketing])
        {
            // Who comes back agrees to be answered; to be written to unasked is another question.
            if (!granted || purpose == ConsentPurposes.Messages)
                batch.ThenConsent(contactId, new(purpose, granted, source.Name, words, at, LineOf(purpose)), now);
        }

        if (!granted && source.SettlesIt)
            batch.Then(Waits, Sql.Of(leadId));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        live.Publish(LiveEventKind.LeadChanged, leadId);
    }

    /// <param name="SettlesIt">Whether nobody has to answer it.</param>
    private sealed record Source(string Name, string Title, bool SettlesIt);

    private async Task<Guid?> IdAsync(string query, Guid of, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(query, Sql.Of(of));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? reader.GetGuid(0) : null;
    }
}
