using LeadHeat.Api.Data;
using LeadHeat.Api.Privacy;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using Npgsql;
using NpgsqlTypes;

namespace LeadHeat.Api.Inbound;

/// <summary>Events that wait to be handled, and what became of them.</summary>
internal sealed class InboundEvents
{
    /// <summary>After so many failures a person has to look.</summary>
    public const int MostAttempts = 5;

    /// <summary>Why something cannot even be looked at; it can be tried again once the key is back.</summary>
    public const string KeyIsLost = "It cannot be decrypted: the key it was stored with is not in the Api's key folder. Put that key back, start the Api again and try it again.";

    private const int MostAtOnce = 500;
    private const int MostTogether = 32;

    // What comes after an event of the same contact that waits for its next try waits behind it. $1 now, $2 most.
    private const string Pending = """
        select id, channel, kind, external_id, contact, body, attempts, received_at from inbound i
        where state = 'pending' and next_at <= $1 and (contact = '' or not exists (
            select from inbound e
            where e.channel = i.channel and e.contact = i.contact and e.id < i.id and e.state = 'pending' and e.next_at > $1))
        order by id limit $2
        """;

    // $1 ids, $2 states, $3 failures, $4 leads, $5 messages, $6 attempts, $7 next tries, $8 handled at.
    private const string End = """
        update inbound i
        set state = e.state, failure = e.failure, lead_id = coalesce(e.lead_id, i.lead_id), message_id = coalesce(e.message_id, i.message_id),
            attempts = e.attempts, next_at = e.next_at, handled_at = e.handled_at
        from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::uuid[], $6::int[], $7::timestamptz[], $8::timestamptz[])
            as e (id, state, failure, lead_id, message_id, attempts, next_at, handled_at)
        where i.id = e.id and i.state = 'pending'
        """;

    private readonly NpgsqlDataSource _database;
    private readonly SealedFields _sealedFields;
    private readonly DeliveryScrub _scrub;
    private readonly TimeProvider _clock;
    private readonly GroupCommit<Ended, Guid> _ends;

    public InboundEvents(
        [FromKeyedServices(Database.Repeatables)] NpgsqlDataSource database, SealedFields sealedFields, DeliveryScrub scrub, TimeProvider clock)
    {
        (_database, _sealedFields, _scrub, _clock) = (database, sealedFields, scrub, clock);
        _ends = new(MostTogether, EndAsync, clock);
    }

    public async Task<IReadOnlyList<PendingEvent>> TakeAsync(CancellationToken cancellationToken)
    {
        var pending = await ReadPendingAsync(cancellationToken);
        foreach (var locked in pending.Where(each => each.Body is null))
            await _ends.StoreAsync(new(locked.Id, InboundState.Quarantined, KeyIsLost, null, null, locked.Attempts, _clock.GetUtcNow(), null));
        return [.. pending.Where(each => each.Body is not null)];
    }

    private async Task<IReadOnlyList<PendingEvent>> ReadPendingAsync(CancellationToken cancellationToken)
    {
        await using var batch = _database.CreateBatch();
        batch.Then(Pending, Sql.Of(_clock.GetUtcNow()), Sql.Of(MostAtOnce));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<PendingEvent> events = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            events.Add(new(
                reader.GetGuid(0), reader.Word<InboundChannel>(1), reader.Word<InboundKind>(2), reader.GetString(3), reader.GetString(4),
                _sealedFields.TryOpen(reader.GetFieldValue<byte[]>(5))!, reader.GetInt32(6), reader.Time(7)));
        }

        return events;
    }

    public async Task EndAsync(PendingEvent pending, Handled handled, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        await _ends.StoreAsync(new(
            pending.Id, handled.State, handled.Failure, handled.LeadId, handled.MessageId, pending.Attempts, now + (handled.RetryIn ?? TimeSpan.Zero),
            handled.State == InboundState.Done ? now : null));
        if (handled.Forget is { } words)
            await ForgetAsync(pending.Id, words, cancellationToken);
    }

    /// <summary>Tried again after 2, 4, 8 and 16 seconds, then it is dead.</summary>
    public Task FailAsync(PendingEvent pending, string why)
    {
        var attempts = pending.Attempts + 1;
        return _ends.StoreAsync(new(
            pending.Id, attempts < MostAttempts ? InboundState.Pending : InboundState.Dead, why, null, null, attempts,
            _clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Pow(2, attempts)), null));
    }

    private async Task ForgetAsync(Guid id, PersonWords words, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await _scrub.ForgetAsync(connection, id, words, cancellationToken);
    }

    private async Task<IReadOnlyList<Guid>> EndAsync(IReadOnlyList<Ended> all)
    {
        await using var batch = _database.CreateBatch();
        batch.Then(
            End, Sql.Column(all, NpgsqlDbType.Uuid, one => one.Id), Sql.Column(all, NpgsqlDbType.Text, one => Words.Of(one.State)),
            Sql.Column(all, NpgsqlDbType.Text, one => one.Failure), Sql.Column(all, NpgsqlDbType.Uuid, one => one.LeadId),
            Sql.Column(all, NpgsqlDbType.Uuid, one => one.MessageId), Sql.Column(all, NpgsqlDbType.Integer, one => one.Attempts),
            Sql.Column(all, NpgsqlDbType.TimestampTz, one => one.Next), Sql.Column(all, NpgsqlDbType.TimestampTz, one => one.HandledAt));
        await batch.ExecuteNonQueryAsync();
        return [.. all.Select(one => one.Id)];
    }

    private sealed record Ended(
        Guid Id, InboundState State, string? Failure, Guid? LeadId, Guid? MessageId, int Attempts, DateTimeOffset Next, DateTimeOffset? HandledAt);
}
