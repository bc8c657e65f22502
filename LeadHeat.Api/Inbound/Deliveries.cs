using System.Text.Json;
using LeadHeat.Api.Data;
using LeadHeat.Api.Privacy;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Privacy;
using LeadHeat.Core.Wire;
using Npgsql;
using NpgsqlTypes;

namespace LeadHeat.Api.Inbound;

/// <summary>Stores what platforms deliver as its bytes came, encrypted, before anybody reads them, and takes it apart afterwards.</summary>
internal sealed class Deliveries(
    [FromKeyedServices(Database.Repeatables)] NpgsqlDataSource database, DeliveryStore store, SealedFields sealedFields, TimeProvider clock)
{
    private const int MostAtOnce = 50;

    // Two that met the same events in different orders would wait for each other. Who comes second finds all there.
    private const string OneAtATime = "select pg_advisory_xact_lock(4715202616)";

    // $1 most.
    private const string Unsplit = "select id, channel, body, received_at, headers from deliveries where split_at is null order by id limit $1";

    // $1 ids, $2 deliveries, $3 channels, $4 kinds, $5 external ids, $6 contacts, $7 bodies, $8 states, $9 failures, $10 received at, $11 not heard; $12 all deliveries, $13 now.
    private const string Split = """
        with parts as (
            insert into inbound (id, delivery_id, channel, kind, external_id, contact, body, state, failure, received_at, unheard, next_at)
            select e.*, e.received_at
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bytea[], $8::text[], $9::text[], $10::timestamptz[], $11::boolean[])
                as e (id, delivery_id, channel, kind, external_id, contact, body, state, failure, received_at, unheard)
            on conflict (channel, external_id) do nothing)
        update deliveries set split_at = $13 where id = any($12)
        """;

    /// <summary>After it the delivery cannot be lost; its id.</summary>
    /// <param name="verdict">Why it is let in.</param>
    /// <param name="signedBy">Where it is signed, a mark of the secret.</param>
    public async Task<Guid> StoreAsync(InboundChannel channel, Dictionary<string, string> kept, byte[] body, DeliveryVerdict verdict, string? signedBy = null)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await store.AddAsync(new(id, channel, kept, sealedFields.Seal(body), now, verdict, signedBy));
        return id;
    }

    /// <summary>What was stored before the call is events after it.</summary>
    public async Task SplitAllAsync(CancellationToken cancellationToken)
    {
        while (await SplitAsync(cancellationToken) == MostAtOnce)
        {
            // There may be more.
        }
    }

    /// <summary>Makes events of the oldest deliveries that nobody has taken apart; how many they were.</summary>
    public async Task<int> SplitAsync(CancellationToken cancellationToken)
    {
        List<StoredDelivery> found = [];
        await using (var batch = database.CreateBatch())
        {
            batch.Then(Unsplit, Sql.Of(MostAtOnce));
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                found.Add(new(
                    reader.GetGuid(0), reader.Word<InboundChannel>(1), sealedFields.TryOpen(reader.GetFieldValue<byte[]>(2)), reader.Time(3),
                    reader.Json(4, InboundJson.Default.DictionaryStringString)));
        }

        if (found.Count == 0)
            return 0;
        await using var split = database.CreateBatch().Then(OneAtATime);
        AddSplit(split, [.. found.SelectMany(PartsOf)], [.. found.Select(delivery => delivery.Id)]);
        await split.ExecuteNonQueryAsync(cancellationToken);
        return found.Count;
    }

    private void AddSplit(NpgsqlBatch batch, IReadOnlyList<Part> parts, Guid[] all) => batch.Then(
        Split, Sql.Column(parts, NpgsqlDbType.Uuid, part => part.Id), Sql.Column(parts, NpgsqlDbType.Uuid, part => part.Of.Id),
        Sql.Column(parts, NpgsqlDbType.Text, part => Words.Of(part.Of.Channel)), Sql.Column(parts, NpgsqlDbType.Text, part => Words.Of(part.Event.Kind)),
        Sql.Column(parts, NpgsqlDbType.Text, part => part.Event.ExternalId), Sql.Column(parts, NpgsqlDbType.Text, part => part.Event.Contact),
        Sql.Column(parts, NpgsqlDbType.Bytea, part => sealedFields.Seal(part.Event.Body)),
        Sql.Column(parts, NpgsqlDbType.Text, part => Words.Of(part.Wrong is null ? InboundState.Pending : InboundState.Quarantined)),
        Sql.Column(parts, NpgsqlDbType.Text, part => part.Wrong), Sql.Column(parts, NpgsqlDbType.TimestampTz, part => part.Of.At),
        Sql.Column(parts, NpgsqlDbType.Boolean, part => part.Event.Kind == InboundKind.Message && WhatsAppWish.Of(part.Event.Body) != StopWish.None), Sql.Of(all), Sql.Of(clock.GetUtcNow()));

    private static IEnumerable<Part> PartsOf(StoredDelivery delivery)
    {
        var (events, wrong) = Read(delivery);
        return InOrder(events.Count, delivery.At).Zip(events, (id, one) => new Part(id, delivery, one, one.Kind == InboundKind.Unknown ? wrong ?? UnknownShape.InWords(one.Body) : null));
    }

    private static (IReadOnlyList<InboundEvent> Parts, string? Wrong) Read(StoredDelivery delivery)
    {
        if (delivery.Body is null)
            return ([Whole(delivery, [])], InboundEvents.KeyIsLost);
        try
        {
            return delivery.Channel == InboundChannel.WebForm
                ? ([WebFormDelivery.Read(delivery.Id, delivery.Headers, delivery.Body)], "It is neither form fields nor a JSON object.")
                : (MetaEnvelope.Split(delivery.Body), null);
        }
        // The second: a name that is half of a surrogate pair.
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return ([Whole(delivery, delivery.Body)], "It is no JSON, or nested too deep.");
        }
    }

    private static InboundEvent Whole(StoredDelivery delivery, byte[] body) => new(InboundKind.Unknown, $"delivery:{delivery.Id}", "", body);

    // Version 7, and rising also among the parts of one delivery.
    private static Guid[] InOrder(int count, DateTimeOffset at)
    {
        var ids = new Guid[count];
        for (var i = 0; i < count; i++)
            ids[i] = Guid.CreateVersion7(at);
        Array.Sort(ids, (left, right) => left.ToByteArray(bigEndian: true).AsSpan().SequenceCompareTo(right.ToByteArray(bigEndian: true)));
        return ids;
    }

    private sealed record StoredDelivery(Guid Id, InboundChannel Channel, byte[]? Body, DateTimeOffset At, Dictionary<string, string> Headers);

    /// <param name="Wrong">Why nobody can handle it; null for what waits to be.</param>
    private sealed record Part(Guid Id, StoredDelivery Of, InboundEvent Event, string? Wrong);
}
