using System.Text.Json;
using LeadHeat.Api.Data;
using LeadHeat.Api.Privacy;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Inbound;

/// <summary>Stores what platforms deliver as its bytes came, encrypted, before anybody reads them, and takes it apart afterwards.</summary>
internal sealed partial class Deliveries(
    [FromKeyedServices(Database.Repeatables)] NpgsqlDataSource database, DeliveryStore store, SealedFields sealedFields, TimeProvider clock,
    ILogger<Deliveries> logger)
{
    private const int MostAtOnce = 50;
    private const int LongestHeader = 500;

    private static readonly string[] KeptHeaders = ["Content-Type", "User-Agent", "Origin", "Referer", MetaSignature.Header];

    // Two that met the same events in different orders would wait for each other. Who comes second finds all there.
    private const string OneAtATime = "select pg_advisory_xact_lock(4715202616)";

    // $1 most.
    private const string Unsplit = "select id, channel, body, received_at, headers from deliveries where split_at is null order by id limit $1";

    // $1 delivery, $2 channel, $3 received, $4 ids, $5 kinds, $6 external ids, $7 contacts, $8 bodies, $9 states, $10 failures, $11 now.
    private const string Split = """
        with parts as (
            insert into inbound (id, delivery_id, channel, kind, external_id, contact, body, state, failure, received_at, next_at)
            select e.id, $1, $2, e.kind, e.external_id, e.contact, e.body, e.state, nullif(e.failure, ''), $3, $3
            from unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::bytea[], $9::text[], $10::text[])
                as e (id, kind, external_id, contact, body, state, failure)
            on conflict (channel, external_id) do nothing)
        update deliveries set split_at = $11 where id = $1
        """;

    /// <summary>After it the delivery cannot be lost; its id.</summary>
    public Task<Guid> StoreAsync(InboundChannel channel, HttpRequest request, byte[] body)
    {
        var kept = KeptHeaders.Where(request.Headers.ContainsKey).ToDictionary(name => name, name => Cut(request.Headers[name].ToString()));
        if (channel == InboundChannel.WebForm)
            kept[WebFormDelivery.AddressHeader] = Cut(request.Path);
        return StoreAsync(channel, kept, body);
    }

    /// <summary>The same for what nobody sent: we found it ourselves.</summary>
    public async Task<Guid> StoreAsync(InboundChannel channel, Dictionary<string, string> kept, byte[] body)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await store.AddAsync(new(id, channel, kept, sealedFields.Seal(body), now));
        return id;
    }

    /// <summary>Somebody sent what our secret did not sign.</summary>
    public async Task CountRefusedAsync(InboundChannel channel, SignatureVerdict verdict, CancellationToken cancellationToken)
    {
        await store.CountRefusedAsync(channel, verdict, clock.GetUtcNow(), cancellationToken);
        LogRefused(logger, channel, verdict);
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
        foreach (var delivery in found)
            AddSplit(split, delivery);
        await split.ExecuteNonQueryAsync(cancellationToken);
        return found.Count;
    }

    private void AddSplit(NpgsqlBatch batch, StoredDelivery delivery)
    {
        var (parts, wrong) = Read(delivery);
        var now = clock.GetUtcNow();
        batch.Then(
            Split, Sql.Of(delivery.Id), Sql.Of(Words.Of(delivery.Channel)), Sql.Of(delivery.At), Sql.Of(InOrder(parts.Count, delivery.At)),
            Sql.Of([.. parts.Select(part => Words.Of(part.Kind))]),
            Sql.Of([.. parts.Select(part => part.ExternalId)]), Sql.Of([.. parts.Select(part => part.Contact)]),
            Sql.Of([.. parts.Select(part => sealedFields.Seal(part.Body))]),
            Sql.Of([.. parts.Select(part => Words.Of(part.Kind == InboundKind.Unknown ? InboundState.Quarantined : InboundState.Pending))]),
            Sql.Of([.. parts.Select(part => part.Kind == InboundKind.Unknown ? wrong : "")]), Sql.Of(now));
    }

    private static (IReadOnlyList<InboundEvent> Parts, string Wrong) Read(StoredDelivery delivery)
    {
        if (delivery.Body is null)
            return ([Whole(delivery, [])], InboundEvents.KeyIsLost);
        try
        {
            return delivery.Channel == InboundChannel.WebForm
                ? ([WebFormDelivery.Read(delivery.Id, delivery.Headers, delivery.Body)], "It is neither form fields nor a JSON object.")
                : (MetaEnvelope.Split(delivery.Body), "This shape is not known here.");
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

    private static string Cut(string header) => header.Length <= LongestHeader ? header : header[..LongestHeader];

    private sealed record StoredDelivery(Guid Id, InboundChannel Channel, byte[]? Body, DateTimeOffset At, Dictionary<string, string> Headers);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused a delivery of {Channel}: its signature is {Verdict}")]
    private static partial void LogRefused(ILogger logger, InboundChannel channel, SignatureVerdict verdict);
}
