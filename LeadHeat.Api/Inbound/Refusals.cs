using System.Text;
using LeadHeat.Api.Channels;
using LeadHeat.Api.Data;
using LeadHeat.Api.Privacy;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LeadHeat.Api.Inbound;

/// <summary>
/// What came without our secret's signature, or while there was no secret: counted, the newest of it kept for a while, and let in once the secret is
/// the one that it was signed with. Not on the connections that platforms wait for.
/// </summary>
internal sealed partial class Refusals(
    NpgsqlDataSource database, SealedFields sealedFields, IOptions<MetaOptions> meta, InboundSignal signal, TimeProvider clock, ILogger<Refusals> logger)
{
    /// <summary>Of each only so many bytes are kept: anybody can send it.</summary>
    public const int LongestBody = 64 * 1024;

    /// <summary>Of each channel and verdict: what is not signed at all pushes nothing out that may be Meta's, and no question a delivery.</summary>
    public const int MostKept = 200;

    private const int MostListed = 50;
    private const int MostAtOnce = 20;

    private const string Columns = "id, channel, verdict, length, is_whole, received_at, is_flow";

    private static readonly string[] s_tryable = [Words.Of(SignatureVerdict.Wrong), Words.Of(SignatureVerdict.NoSecret)];

    // $1 day, $2 channel, $3 verdict.
    private const string Count = """
        insert into refused_deliveries (day, channel, verdict, count) values ($1::timestamptz::date, $2, $3, 1)
        on conflict (day, channel, verdict) do update set count = refused_deliveries.count + 1
        """;

    // $1 id, $2 channel, $3 verdict, $4 headers, $5 body, $6 length, $7 whole, $8 now, $9 a flow's.
    private const string Keep =
        "insert into refused_bodies (id, channel, verdict, headers, body, length, is_whole, received_at, is_flow) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    // $1 channel, $2 verdict, $3 a flow's, $4 most.
    private const string DropOldest = """
        delete from refused_bodies
        where channel = $1 and verdict = $2 and is_flow = $3
            and id <= (select id from refused_bodies where channel = $1 and verdict = $2 and is_flow = $3 order by id desc offset $4 limit 1)
        """;

    // $1 most.
    private const string List = $"select {Columns} from refused_bodies order by id desc limit $1";

    private const string Find = $"select {Columns}, headers, body from refused_bodies where id = $1";

    // $1 after this id, $2 one id, or null for all, $3 verdicts, $4 most.
    private const string Tryable = """
        select id, headers, body from refused_bodies
        where id > $1 and ($2::uuid is null or id = $2) and verdict = any($3) and is_whole and not is_flow order by id limit $4
        """;

    // Sealed as it is, with the time at which it came. Whoever is second finds it gone. $1 ids, $2 verdict, $3 mark of the secret.
    private const string LetIn = """
        with taken as (
            delete from refused_bodies where id = any($1) returning id, channel, headers, body, received_at)
        insert into deliveries (id, channel, headers, body, received_at, verdict, signed_by) select id, channel, headers, body, received_at, $2, $3 from taken
        """;

    /// <param name="isFlow">It was a question, and nobody waits for the answer any more.</param>
    public async Task AddAsync(InboundChannel channel, SignatureVerdict verdict, HttpRequest request, byte[] body, bool isFlow, CancellationToken cancellationToken)
    {
        var (now, isWhole) = (clock.GetUtcNow(), body.Length <= LongestBody);
        await using var batch = database.CreateBatch();
        batch.Then(Count, Sql.Of(now), Sql.Of(Words.Of(channel)), Sql.Of(Words.Of(verdict))).Then(
            Keep, Sql.Of(Guid.CreateVersion7(now)), Sql.Of(Words.Of(channel)), Sql.Of(Words.Of(verdict)), Sql.Json(KeptHeaders.Of(request), InboundJson.Default.DictionaryStringString),
            Sql.Bytes(sealedFields.Seal(isWhole ? body : body[..LongestBody])), Sql.Of(body.Length), Sql.Of(isWhole), Sql.Of(now), Sql.Of(isFlow));
        batch.Then(DropOldest, Sql.Of(Words.Of(channel)), Sql.Of(Words.Of(verdict)), Sql.Of(isFlow), Sql.Of(MostKept));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        LogRefused(logger, channel, verdict);
    }

    public async Task<RefusedDeliveries> ListAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then("select count(*)::int from refused_bodies").Then(List, Sql.Of(MostListed));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var count = reader.GetInt32(0);
        await reader.NextResultAsync(cancellationToken);
        List<RefusedDelivery> items = [];
        while (await reader.ReadAsync(cancellationToken))
            items.Add(Read(reader));
        return new(items, count);
    }

    public async Task<RefusedDetail?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Find, Sql.Of(id));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new(Read(reader), reader.Json(7, InboundJson.Default.DictionaryStringString), Encoding.UTF8.GetString(sealedFields.TryOpen(reader.GetFieldValue<byte[]>(8)) ?? []))
            : null;
    }

    /// <summary>Checks them by the secret of now. What fits goes the way of everything that comes, once.</summary>
    /// <param name="id">Null: all.</param>
    public async Task<RefusedReplayed> ReplayAsync(Guid? id, CancellationToken cancellationToken)
    {
        var (after, taken, left) = (Guid.Empty, 0, 0);
        while (await TryableAsync(after, id, cancellationToken) is { Count: > 0 } found)
        {
            after = found[^1].Id;
            Guid[] fitting = [.. found.Where(each => each.Fits).Select(each => each.Id)];
            left += found.Count - fitting.Length;
            await using var batch = database.CreateBatch();
            taken += await batch.Then(LetIn, Sql.Of(fitting), Sql.Of(Words.Of(DeliveryVerdict.VerifiedLater)), Sql.Of(MetaSignature.MarkOf(meta.Value.AppSecret)))
                .ExecuteNonQueryAsync(cancellationToken);
        }

        signal.Raise();
        return new(taken, left);
    }

    private async Task<List<(Guid Id, bool Fits)>> TryableAsync(Guid after, Guid? id, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Tryable, Sql.Of(after), Sql.Of(id), Sql.Of(s_tryable), Sql.Of(MostAtOnce));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<(Guid, bool)> found = [];
        while (await reader.ReadAsync(cancellationToken))
            found.Add((reader.GetGuid(0), Fits(reader.Json(1, InboundJson.Default.DictionaryStringString), sealedFields.TryOpen(reader.GetFieldValue<byte[]>(2)))));
        return found;
    }

    private bool Fits(Dictionary<string, string> headers, byte[]? body) => body is not null
        && MetaSignature.Check(body, headers.GetValueOrDefault(MetaSignature.Header), null, meta.Value.AppSecret) == SignatureVerdict.Good;

    private static RefusedDelivery Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.Word<InboundChannel>(1), row.Word<SignatureVerdict>(2), row.GetInt32(3), row.GetBoolean(4), row.Time(5), row.GetBoolean(6));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused a delivery of {Channel}: its signature is {Verdict}")]
    private static partial void LogRefused(ILogger logger, InboundChannel channel, SignatureVerdict verdict);
}
