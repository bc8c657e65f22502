using LeadHeat.Api.Data;
using LeadHeat.Api.Privacy;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Inbound;

/// <summary>Events that wait to be handled, and what became of them.</summary>
internal sealed class InboundEvents(
    [FromKeyedServices(Database.Repeatables)] NpgsqlDataSource database, SealedFields sealedFields, DeliveryScrub scrub, TimeProvider clock)
{
    /// <summary>After so many failures a person has to look.</summary>
    public const int MostAttempts = 5;

    /// <summary>Why something cannot even be looked at; it can be tried again once the key is back.</summary>
    public const string KeyIsLost = "It cannot be decrypted: the key it was stored with is not in the Api's key folder. Put that key back, start the Api again and try it again.";

    private const int MostAtOnce = 500;

    // What comes after an event of the same contact that waits for its next try waits behind it. $1 now, $2 most.
    private const string Pending = """
        select id, channel, kind, external_id, contact, body, attempts, received_at from inbound i
        where state = 'pending' and next_at <= $1 and (contact = '' or not exists (
            select from inbound e
            where e.channel = i.channel and e.contact = i.contact and e.id < i.id and e.state = 'pending' and e.next_at > $1))
        order by id limit $2
        """;

    // $1 id, $2 state, $3 failure, $4 lead, $5 message, $6 attempts, $7 next try, $8 handled at.
    private const string End = """
        update inbound
        set state = $2, failure = $3, lead_id = coalesce($4, lead_id), message_id = coalesce($5, message_id), attempts = $6, next_at = $7, handled_at = $8
        where id = $1 and state = 'pending'
        """;

    public async Task<IReadOnlyList<PendingEvent>> TakeAsync(CancellationToken cancellationToken)
    {
        var pending = await ReadPendingAsync(cancellationToken);
        foreach (var locked in pending.Where(each => each.Body is null))
            await EndAsync(locked.Id, InboundState.Quarantined, KeyIsLost, null, null, locked.Attempts, clock.GetUtcNow(), null, cancellationToken);
        return [.. pending.Where(each => each.Body is not null)];
    }

    private async Task<IReadOnlyList<PendingEvent>> ReadPendingAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Pending, Sql.Of(clock.GetUtcNow()), Sql.Of(MostAtOnce));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<PendingEvent> events = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            events.Add(new(
                reader.GetGuid(0), reader.Word<InboundChannel>(1), reader.Word<InboundKind>(2), reader.GetString(3), reader.GetString(4),
                sealedFields.TryOpen(reader.GetFieldValue<byte[]>(5))!, reader.GetInt32(6), reader.Time(7)));
        }

        return events;
    }

    public async Task EndAsync(PendingEvent pending, Handled handled, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await EndAsync(
            pending.Id, handled.State, handled.Failure, handled.LeadId, handled.MessageId, pending.Attempts, now + (handled.RetryIn ?? TimeSpan.Zero),
            handled.State == InboundState.Done ? now : null, cancellationToken);
        if (handled.Forget is { } words)
            await ForgetAsync(pending.Id, words, cancellationToken);
    }

    /// <summary>Tried again after 2, 4, 8 and 16 seconds, then it is dead.</summary>
    public Task FailAsync(PendingEvent pending, string why, CancellationToken cancellationToken)
    {
        var attempts = pending.Attempts + 1;
        return EndAsync(
            pending.Id, attempts < MostAttempts ? InboundState.Pending : InboundState.Dead, why, null, null, attempts,
            clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Pow(2, attempts)), null, cancellationToken);
    }

    private async Task ForgetAsync(Guid id, PersonWords words, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await scrub.ForgetAsync(connection, id, words, cancellationToken);
    }

    private async Task EndAsync(
        Guid id, InboundState state, string? failure, Guid? leadId, Guid? messageId, int attempts, DateTimeOffset next, DateTimeOffset? handledAt,
        CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(
            End, Sql.Of(id), Sql.Of(Words.Of(state)), Sql.Of(failure), Sql.Of(leadId), Sql.Of(messageId), Sql.Of(attempts), Sql.Of(next), Sql.Of(handledAt));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
