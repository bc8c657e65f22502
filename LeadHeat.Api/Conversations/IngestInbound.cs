using System.Diagnostics;
using System.Runtime.InteropServices;
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
    private readonly GroupCommit<Arrival, Ingested?> _any;

    public IngestInbound([FromKeyedServices(Database.Turns)] NpgsqlDataSource database, RedisTurns jobs, LiveEvents live, TimeProvider clock)
    {
        (_database, _jobs, _live, _clock) = (database, jobs, live, clock);
        _next = new(MostTogether, StoreNextAsync, clock);
        _any = new(MostTogether, StoreAnyAsync, clock);
    }

    /// <summary>Null when there is no such session. Callers that want the turn's events subscribe in <paramref name="beforeQueued"/>.</summary>
    public async Task<Ingested?> AcceptAsync(InboundMessage message, Action<Guid>? beforeQueued, CancellationToken cancellationToken)
    {
        using var span = TurnTelemetry.Source.StartActivity("ingest message");
        var ingested = await StoreAsync(new(message, span?.Id ?? Activity.Current?.Id)) ?? await FindAsync(message, cancellationToken);
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

    private async Task<Ingested?> StoreAsync(Arrival arrival)
    {
        // Only a hint: where it is wrong, the other statement stores the message.
        var session = arrival.Message.SessionId;
        var stored = (_known.Contains(session) ? await _next.StoreAsync(arrival) : null) ?? await _any.StoreAsync(arrival);
        if (stored is not null)
            _known.Add(session);
        return stored;
    }

    private async Task<IReadOnlyList<Ingested?>> StoreNextAsync(IReadOnlyList<Arrival> arrivals) => await StoreAsync(arrivals, mayBeFirst: false);

    internal async Task<IReadOnlyList<Ingested?>> StoreAnyAsync(IReadOnlyList<Arrival> arrivals)
    {
        var stored = await StoreAsync(arrivals, mayBeFirst: true);
        // Of two for one conversation the second comes after the first, to find the lead that that one has made.
        for (var i = 0; i < arrivals.Count && arrivals.Count > 1; i++)
            stored[i] ??= (await StoreAsync([arrivals[i]], mayBeFirst: true))[0];
        return stored;
    }

    private async Task<Ingested?[]> StoreAsync(IReadOnlyList<Arrival> arrivals, bool mayBeFirst)
    {
        await using var batch = _database.CreateBatch();
        var turns = Add(batch, arrivals, mayBeFirst);
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        Dictionary<Guid, Ingested> stored = [];
        while (await reader.ReadAsync())
            stored.Add(reader.GetGuid(0), Read(reader, isNew: true));
        // Behind the last result is the commit.
        await reader.NextResultAsync();
        return [.. turns.Select(stored.GetValueOrDefault)];
    }

    /// <summary>What stores messages, of conversations that have their lead or that this one opens it for; the turns that they become.</summary>
    public IReadOnlyList<Guid> Add(NpgsqlBatch batch, IReadOnlyList<Arrival> arrivals, bool mayBeFirst)
    {
        var now = _clock.GetUtcNow();
        Guid[] NewIds() => [.. arrivals.Select(_ => Guid.CreateVersion7(now))];
        NpgsqlParameter Texts(Func<Arrival, string?> value) => Sql.Column(arrivals, NpgsqlDbType.Text, value);
        Guid[] sessions = [.. arrivals.Select(one => one.Message.SessionId)];
        var (messages, turns) = (NewIds(), NewIds());
        List<NpgsqlParameter> rows =
        [
            Sql.Of(sessions), Texts(one => one.Message.ExternalId), Texts(one => one.Message.Text), Texts(one => LastWords.Of(one.Message.Text)),
            Sql.Of(messages), Sql.Of(turns), Texts(one => one.TraceParent), Sql.Of(now),
        ];
        if (mayBeFirst)
            rows.AddRange(Sql.Of(NewIds()), Sql.Of(NewIds()), Sql.Of(NewIds()));
        batch.Then(IngestSql.LockAll, Sql.Of(sessions));
        batch.Then(mayBeFirst ? IngestSql.Any : IngestSql.Next, CollectionsMarshal.AsSpan(rows));
        foreach (var (id, arrival) in messages.Zip(arrivals))
        {
            if (mayBeFirst && arrival.Message.Sender is { } sender)
                batch.ThenIntroduce(id, sender, now);
            batch.ThenTell(id, arrival.Message, now);
        }

        return turns;
    }

    /// <summary>What finds the turn of a message that came before.</summary>
    public static void AddFinding(NpgsqlBatch batch, InboundMessage message) =>
        batch.Then(IngestSql.Find, Sql.Of(message.SessionId), Sql.Of(message.ExternalId));

    private async Task<Ingested?> FindAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        await using var batch = _database.CreateBatch();
        AddFinding(batch, message);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader, isNew: false) : null;
    }

    private static Ingested Read(NpgsqlDataReader reader, bool isNew) => new(
        reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetGuid(3),
        reader.Word<TurnState>(4), reader.Word<Handling>(5), reader.GetInt32(6), isNew);

    /// <param name="TraceParent">Of the request that it came with.</param>
    internal sealed record Arrival(InboundMessage Message, string? TraceParent);
}
