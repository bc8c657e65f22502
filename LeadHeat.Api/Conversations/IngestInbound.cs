using System.Diagnostics;
using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Api.Turns;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Conversations;

/// <summary>The one door for what visitors write: stores it with all that follows from it, then tells the workers.</summary>
internal sealed class IngestInbound(NpgsqlDataSource database, RedisTurns jobs, LiveEvents live, TimeProvider clock)
{
    private readonly KnownSessions _known = new();

    /// <summary>Null when there is no such session. Callers that want the turn's events subscribe in <paramref name="beforeQueued"/>.</summary>
    public async Task<Ingested?> AcceptAsync(InboundMessage message, Action<Guid>? beforeQueued, CancellationToken cancellationToken)
    {
        using var span = TurnTelemetry.Source.StartActivity("ingest message");
        var ingested = await StoreAsync(message, span?.Id ?? Activity.Current?.Id, cancellationToken)
            ?? await FindAsync(message, cancellationToken);
        if (ingested is null)
            return null;

        span?.SetTag("leadheat.turn.id", ingested.TurnId);
        beforeQueued?.Invoke(ingested.TurnId);
        TurnTelemetry.Accepted(ingested.IsNew);
        if (ingested.IsNew)
            Announce(ingested, span?.Id ?? Activity.Current?.Id);
        return ingested;
    }

    private void Announce(Ingested ingested, string? traceParent)
    {
        if (ingested.State == TurnState.Queued)
            jobs.Add(ingested.TurnId, traceParent);
        live.Publish(LiveEventKind.MessageAdded, ingested.LeadId, ingested.ConversationId, ingested.MessageId);
        live.Publish(LiveEventKind.LeadChanged, ingested.LeadId, ingested.ConversationId);
    }

    private async Task<Ingested?> StoreAsync(InboundMessage message, string? traceParent, CancellationToken cancellationToken)
    {
        // Only a hint: where it is wrong, the other statement stores the message.
        var stored = (_known.Contains(message.SessionId) ? await StoreNextAsync(message, traceParent, cancellationToken) : null)
            ?? await StoreAnyAsync(message, traceParent, cancellationToken);
        if (stored is not null)
            _known.Add(message.SessionId);
        return stored;
    }

    private async Task<Ingested?> StoreNextAsync(InboundMessage message, string? traceParent, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        AddNext(batch, message, traceParent);
        return await StoreAsync(batch, cancellationToken);
    }

    /// <summary>What stores a message of a lead that is there already.</summary>
    public void AddNext(NpgsqlBatch batch, InboundMessage message, string? traceParent)
    {
        var now = clock.GetUtcNow();
        var messageId = Guid.CreateVersion7(now);
        batch.Then(IngestSql.Lock, Sql.Of(message.SessionId));
        batch.Then(
            IngestSql.Next,
            Sql.Of(message.SessionId), Sql.Of(message.ExternalId), Sql.Of(message.Text), Sql.Of(now), Sql.Of(LastWords.Of(message.Text)),
            Sql.Of(messageId), Sql.Of(Guid.CreateVersion7(now)), Sql.Of(traceParent));
        batch.ThenTell(messageId, message, now);
    }

    private async Task<Ingested?> StoreAnyAsync(InboundMessage message, string? traceParent, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var messageId = Guid.CreateVersion7(now);
        await using var batch = database.CreateBatch();
        batch.Then(IngestSql.Lock, Sql.Of(message.SessionId));
        batch.Then(
            IngestSql.Store,
            Sql.Of(message.SessionId), Sql.Of(message.ExternalId), Sql.Of(message.Text), Sql.Of(now), Sql.Of(LastWords.Of(message.Text)),
            Sql.Of(messageId), Sql.Of(Guid.CreateVersion7(now)), Sql.Of(Guid.CreateVersion7(now)), Sql.Of(Guid.CreateVersion7(now)),
            Sql.Of(Guid.CreateVersion7(now)), Sql.Of(traceParent));
        if (message.Sender is { } sender)
            batch.ThenIntroduce(messageId, sender, now);
        batch.ThenTell(messageId, message, now);
        return await StoreAsync(batch, cancellationToken);
    }

    private static async Task<Ingested?> StoreAsync(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader, isNew: true) : null;
    }

    private async Task<Ingested?> FindAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(IngestSql.Find, Sql.Of(message.SessionId), Sql.Of(message.ExternalId));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader, isNew: false) : null;
    }

    private static Ingested Read(NpgsqlDataReader reader, bool isNew) => new(
        reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetGuid(3),
        reader.Word<TurnState>(4), reader.Word<Handling>(5), reader.GetInt32(6), isNew);
}
