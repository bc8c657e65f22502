using System.Diagnostics;
using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Api.Turns;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using Npgsql;
using NpgsqlTypes;

namespace LeadHeat.Api.Conversations;

/// <summary>The one door for what visitors write: stores it with all that follows from it, then tells the workers.</summary>
internal sealed class IngestInbound
{
    private const int MostTogether = 32;

    private readonly NpgsqlDataSource _database;
    private readonly RedisTurns _jobs;
    private readonly LiveEvents _live;
    private readonly TimeProvider _clock;
    private readonly KnownSessions _known = new();
    private readonly GroupCommit<Arrival, Ingested?> _next;

    public IngestInbound([FromKeyedServices(Database.Turns)] NpgsqlDataSource database, RedisTurns jobs, LiveEvents live, TimeProvider clock)
    {
        (_database, _jobs, _live, _clock) = (database, jobs, live, clock);
        _next = new(Environment.ProcessorCount, MostTogether, StoreNextAsync);
    }

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
            _jobs.Add(ingested.TurnId, traceParent);
        _live.Publish(LiveEventKind.MessageAdded, ingested.LeadId, ingested.ConversationId, ingested.MessageId);
        _live.Publish(LiveEventKind.LeadChanged, ingested.LeadId, ingested.ConversationId);
    }

    private async Task<Ingested?> StoreAsync(InboundMessage message, string? traceParent, CancellationToken cancellationToken)
    {
        // Only a hint: where it is wrong, the other statement stores the message.
        var stored = (_known.Contains(message.SessionId) ? await _next.StoreAsync(new(message, traceParent)) : null)
            ?? await StoreAnyAsync(message, traceParent, cancellationToken);
        if (stored is not null)
            _known.Add(message.SessionId);
        return stored;
    }

    private async Task<IReadOnlyList<Ingested?>> StoreNextAsync(IReadOnlyList<Arrival> arrivals)
    {
        await using var batch = _database.CreateBatch();
        var ids = AddNext(batch, arrivals);
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        Dictionary<Guid, Ingested> stored = [];
        while (await reader.ReadAsync())
            stored.Add(reader.GetGuid(0), Read(reader, isNew: true));
        // Behind the last result is the commit.
        await reader.NextResultAsync();
        return [.. ids.Select(stored.GetValueOrDefault)];
    }

    /// <summary>What stores messages of leads that are there already; the turns that they become.</summary>
    public IReadOnlyList<Guid> AddNext(NpgsqlBatch batch, IReadOnlyList<Arrival> arrivals)
    {
        var now = _clock.GetUtcNow();
        var all = arrivals.Select(arrival => (arrival.Message, arrival.TraceParent, Id: Guid.CreateVersion7(now), TurnId: Guid.CreateVersion7(now))).ToList();
        Guid[] sessions = [.. all.Select(one => one.Message.SessionId)];
        batch.Then(IngestSql.LockAll, Sql.Of(sessions));
        batch.Then(
            IngestSql.Next, Sql.Of(sessions), Sql.Column(all, NpgsqlDbType.Text, one => one.Message.ExternalId),
            Sql.Column(all, NpgsqlDbType.Text, one => one.Message.Text), Sql.Column(all, NpgsqlDbType.Text, one => LastWords.Of(one.Message.Text)),
            Sql.Column(all, NpgsqlDbType.Uuid, one => one.Id), Sql.Column(all, NpgsqlDbType.Uuid, one => one.TurnId),
            Sql.Column(all, NpgsqlDbType.Text, one => one.TraceParent), Sql.Of(now));
        foreach (var (message, _, id, _) in all)
            batch.ThenTell(id, message, now);
        return [.. all.Select(one => one.TurnId)];
    }

    private async Task<Ingested?> StoreAnyAsync(InboundMessage message, string? traceParent, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        var messageId = Guid.CreateVersion7(now);
        await using var batch = _database.CreateBatch();
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
        await using var batch = _database.CreateBatch();
        batch.Then(IngestSql.Find, Sql.Of(message.SessionId), Sql.Of(message.ExternalId));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader, isNew: false) : null;
    }

    private static Ingested Read(NpgsqlDataReader reader, bool isNew) => new(
        reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetGuid(3),
        reader.Word<TurnState>(4), reader.Word<Handling>(5), reader.GetInt32(6), isNew);

    /// <param name="TraceParent">Of the request that it came with.</param>
    internal sealed record Arrival(InboundMessage Message, string? TraceParent);
}
