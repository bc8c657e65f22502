using System.Text;
using LeadHeat.Api.Channels;
using LeadHeat.Api.Data;
using LeadHeat.Api.Privacy;
using LeadHeat.Api.Wire;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Inbound;

/// <summary>What came in, for the team to look through and to handle again.</summary>
internal sealed class InboundArchive(NpgsqlDataSource database, SealedFields sealedFields, Deliveries deliveries, InboundSignal signal, TimeProvider clock)
{
    public const string Order = "inbound";

    private const int DaysOfRefusals = 7;

    private const string Columns = "id, channel, kind, external_id, state, failure, attempts, lead_id, message_id, received_at, handled_at";

    // $1 external id, $2 state, $3 channel: null does not filter; $4 before this id, or null; $5 most.
    private const string List = $"""
        select {Columns} from inbound
        where ($1::text is null or external_id = $1) and ($2::text is null or state = $2) and ($3::text is null or channel = $3)
            and ($4::uuid is null or id < $4)
        order by id desc limit $5
        """;

    // The unique index begins with the channel. $1 external id, $2 channels.
    private const string ByExternalId = $"select {Columns} from inbound where channel = any($2) and external_id = $1 order by id desc";

    private const string Body = """
        select i.id, i.channel, i.kind, i.external_id, i.state, i.failure, i.attempts, i.lead_id, i.message_id, i.received_at, i.handled_at, i.body, d.verdict, d.signed_by
        from inbound i join deliveries d on d.id = i.delivery_id where i.id = $1
        """;

    // What was acknowledged and nobody has taken apart yet waits too. $1 first day, $2 why something waits for an admin.
    private const string Counts = """
        select (select count(*)::int from inbound where state = 'pending') + (select count(*)::int from deliveries where split_at is null), (select count(*)::int from inbound where state = 'quarantined'),
               (select count(*)::int from inbound where state = 'dead'),
               (select coalesce(sum(count), 0)::bigint from refused_deliveries where day >= $1::timestamptz::date),
               (select count(*)::int from webhooks where not is_on and off_because is not null),
               coalesce((select failure from inbound where state = 'pending' and failure = any($2) order by id limit 1),
                        (select failure from outgoing where state = 'queued' and failure = any($2) order by message_id limit 1))
        """;

    // A form that is a lead already is read anew, when somebody asks for it alone. $1 now, $2 id or null for all, $3 state, $4 channel.
    private const string Replay = """
        update inbound set state = 'pending', attempts = 0, failure = null, next_at = $1
        where ($2::uuid is null or id = $2) and ($3::text is null or state = $3) and ($4::text is null or channel = $4)
            and (state in ('quarantined', 'dead') or $2 is not null and state = 'done' and kind = 'lead' and lead_id is not null)
        """;

    // One after the other, the latest first: what comes meanwhile does not wait behind a form of thousands. $1 now, $2 form, $3 channel.
    private const string ReplayForm = """
        with mine as (
            select i.id, row_number() over (order by i.id desc) as place
            from lead_form_leads f join inbound i on i.channel = $3 and i.external_id = f.leadgen_id
            where f.form_id = $2 and i.state = 'done')
        update inbound i set state = 'pending', attempts = 0, failure = null, next_at = $1 + mine.place * interval '20 milliseconds' from mine where i.id = mine.id
        """;

    // A delivery that could not be decrypted, or has a shape that nobody knew, is taken apart again: its key may be back, an update may know the
    // shape. What was taken of it already stays. $1 id or null for all, $2 state, $3 channel.
    private const string Reopen = """
        with unread as (
            delete from inbound
            where ($1::uuid is null or id = $1) and state = 'quarantined' and kind = 'unknown'
                and ($2::text is null or state = $2) and ($3::text is null or channel = $3)
            returning delivery_id)
        update deliveries set split_at = null where id in (select delivery_id from unread)
        """;

    public async Task<InboundPage> ListAsync(
        string? externalId, InboundState? state, InboundChannel? channel, Guid? before, int limit, CancellationToken cancellationToken)
    {
        // Whoever asks for something by its id has had it acknowledged, and has to find it.
        if (externalId is not null)
            await deliveries.SplitAllAsync(cancellationToken);
        await using var batch = database.CreateBatch();
        if (externalId is not null && state is null)
            batch.Then(ByExternalId, Sql.Of(externalId), Sql.Of(channel is { } one ? [Words.Of(one)] : Words.All<InboundChannel>().ToArray()));
        else
        {
            batch.Then(
                List, Sql.Of(externalId), Sql.Of(state is { } known ? Words.Of(known) : null), Sql.Of(channel is { } only ? Words.Of(only) : null),
                Sql.Of(before), Sql.Of(limit + 1));
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<InboundItem> items = [];
        while (await reader.ReadAsync(cancellationToken))
            items.Add(Read(reader));
        var page = items.Take(limit).ToArray();
        return new(page, items.Count > limit ? new Cursor(0, page[^1].Id).Write(Order) : null);
    }

    public async Task<InboundDetail?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Body, Sql.Of(id));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new(Read(reader), Encoding.UTF8.GetString(sealedFields.TryOpen(reader.GetFieldValue<byte[]>(11)) ?? []),
                reader.IsDBNull(12) ? null : reader.Word<DeliveryVerdict>(12), reader.TextOrNull(13))
            : null;
    }

    public async Task<InboundCounts> CountAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Counts, Sql.Of(clock.GetUtcNow().AddDays(1 - DaysOfRefusals)), Sql.Of(TokenTrouble.All));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt64(3), reader.GetInt32(4), reader.TextOrNull(5));
    }

    /// <summary>How many are tried again.</summary>
    public Task<int> ReplayAsync(ReplayInbound replay, CancellationToken cancellationToken) =>
        ReplayAsync(null, Words.Of(replay.State), replay.Channel is { } channel ? Words.Of(channel) : null, cancellationToken);

    /// <summary>False when there is no such event, or it needs no other try.</summary>
    public async Task<bool> ReplayAsync(Guid id, CancellationToken cancellationToken) => await ReplayAsync(id, null, null, cancellationToken) > 0;

    /// <summary>Reads all leads of a form of Meta's anew, with the mapping that it has now; how many they are.</summary>
    public async Task<int> ReplayFormAsync(string formId, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(ReplayForm, Sql.Of(clock.GetUtcNow()), Sql.Of(formId), Sql.Of(Words.Of(InboundChannel.LeadAds)));
        var count = await batch.ExecuteNonQueryAsync(cancellationToken);
        signal.Raise();
        return count;
    }

    private async Task<int> ReplayAsync(Guid? id, string? state, string? channel, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Reopen, Sql.Of(id), Sql.Of(state), Sql.Of(channel));
        batch.Then(Replay, Sql.Of(clock.GetUtcNow()), Sql.Of(id), Sql.Of(state), Sql.Of(channel));
        var count = await batch.ExecuteNonQueryAsync(cancellationToken);
        signal.Raise();
        return count;
    }

    private static InboundItem Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.Word<InboundChannel>(1), row.Word<InboundKind>(2), row.GetString(3), row.Word<InboundState>(4), row.TextOrNull(5),
        row.GetInt32(6), row.ValueOrNull<Guid>(7), row.ValueOrNull<Guid>(8), row.Time(9), row.ValueOrNull<DateTimeOffset>(10));
}
