using LeadHeat.Api.Data;
using LeadHeat.Api.Privacy;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using Npgsql;
using NpgsqlTypes;

namespace LeadHeat.Api.Channels.WhatsApp;

/// <summary>A message to send.</summary>
/// <param name="Account">Our phone number's id that the receiver wrote to.</param>
/// <param name="HeardAt">When the receiver wrote last.</param>
/// <param name="Template">Which template it is; null: it is in free words.</param>
/// <param name="NoMessages">The receiver has taken back that we may write.</param>
/// <param name="NoMarketing">The same for what nobody asked for.</param>
internal sealed record OutgoingMessage(
    Guid MessageId, Guid? LeadId, Guid ConversationId, int Attempts, string Text, IReadOnlyList<string> Chips, IReadOnlyList<UnitMatch> Cards,
    WhatsAppReceiver To, string? Account, DateTimeOffset? HeardAt, TemplateUse? Template,
    bool NoMessages, bool NoMarketing);

/// <summary>The rows of messages that WhatsApp has not taken yet.</summary>
internal sealed class WhatsAppOutbox
{
    private const int MostAtOnce = 50;
    private const int MostTogether = 16;

    // What is marked as being sent and was cut off stays so for a while: a report may tell that it arrived.
    private static readonly TimeSpan Unsure = TimeSpan.FromMinutes(2);

    // A conversation's messages go out in their order. $1 now, $2 most.
    private const string Due = $"""
        select o.message_id, c.lead_id, o.conversation_id, o.attempts, m.text, m.chips, m.cards,
               known.number, known.user_id, known.account,
               (select coalesce(v.written_at, v.created_at) from messages v where v.conversation_id = o.conversation_id and v.author = 'visitor' order by v.id desc limit 1),
               (select t.template from outgoing_templates t where t.message_id = o.message_id), {ConsentSql.NoMessages}, {ConsentSql.NoMarketing}
        from outgoing o
        join messages m on m.id = o.message_id
        join conversations c on c.id = o.conversation_id
        left join leads l on l.id = c.lead_id
        left join lateral (select id from sessions where conversation_id = c.id order by id limit 1) s on true
        left join lateral (
            select (array_agg(substr(i.key, 8) order by i.created_at desc) filter (where i.channel = 'whatsapp' and i.key like 'number:%'))[1] as number,
                   (array_agg(substr(i.key, 6) order by i.created_at desc) filter (where i.channel = 'whatsapp' and i.key like 'user:%'))[1] as user_id,
                   (array_agg(i.account order by i.created_at desc) filter (where i.account is not null))[1] as account
            from channel_identities i where i.session_id = s.id) known on true
        where o.state = 'queued' and o.next_at <= $1 and o.channel = 'whatsapp' and not exists (
            select from outgoing e
            where e.conversation_id = o.conversation_id and e.message_id < o.message_id and e.state in ('queued', 'sending'))
        order by o.message_id limit $2
        """;

    // $1 now, $2 why.
    private const string GiveUp = """
        update outgoing set state = 'failed', failure = $2, changed_at = $1 where state = 'sending' and next_at <= $1
        """;

    // $1 messages, $2 given up at. Whoever else took one meanwhile has it.
    private const string Begin = """
        update outgoing set state = 'sending', next_at = $2, attempts = attempts + 1 where message_id = any($1) and state = 'queued'
        returning message_id
        """;

    // A report may have come before this. $1 messages, $2 states, $3 the platform's ids, $4 failures, $5 next tries, $6 now.
    private const string End = """
        update outgoing o
        set state = e.state, external_id = coalesce(o.external_id, e.external_id), failure = e.failure, next_at = e.next_at, changed_at = $6
        from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[]) as e (message_id, state, external_id, failure, next_at)
        where o.message_id = e.message_id and o.state = 'sending'
        """;

    private readonly NpgsqlDataSource _queue;
    private readonly NpgsqlDataSource _database;
    private readonly TimeProvider _clock;
    private readonly GroupCommit<Guid, bool> _begins;
    private readonly GroupCommit<Ended, Guid> _ends;

    public WhatsAppOutbox(
        [FromKeyedServices(Database.Repeatables)] NpgsqlDataSource queue, [FromKeyedServices(Database.Turns)] NpgsqlDataSource database, TimeProvider clock)
    {
        (_queue, _database, _clock) = (queue, database, clock);
        _begins = new(MostTogether, BeginAsync, clock);
        _ends = new(MostTogether, EndAsync, clock);
    }

    public async Task<IReadOnlyList<OutgoingMessage>> TakeAsync(CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        await using var batch = _queue.CreateBatch();
        batch.Then(GiveUp, Sql.Of(now), Sql.Of("The connection broke while it was sent: it may have arrived. Look at their answer before you send it again."));
        batch.Then(Due, Sql.Of(now), Sql.Of(MostAtOnce));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<OutgoingMessage> due = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            due.Add(new(
                reader.GetGuid(0), reader.ValueOrNull<Guid>(1), reader.GetGuid(2), reader.GetInt32(3), reader.GetString(4),
                reader.Json(5, LeadHeatJson.Default.IReadOnlyListString), reader.Json(6, LeadHeatJson.Default.IReadOnlyListUnitMatch), new(reader.TextOrNull(7), reader.TextOrNull(8)),
                reader.TextOrNull(9), reader.ValueOrNull<DateTimeOffset>(10),
                reader.IsDBNull(11) ? null : reader.Json(11, LeadHeatJson.Default.TemplateUse), reader.GetBoolean(12), reader.GetBoolean(13)));
        }

        return due;
    }

    /// <summary>From here on it may arrive. False when somebody else sends it.</summary>
    public Task<bool> BeginAsync(Guid messageId) => _begins.StoreAsync(messageId);

    public Task EndAsync(Guid messageId, DeliveryState state, string? externalId, string? failure, TimeSpan retryIn) =>
        _ends.StoreAsync(new(messageId, state, externalId, failure, retryIn));

    private async Task<IReadOnlyList<bool>> BeginAsync(IReadOnlyList<Guid> messages)
    {
        await using var batch = _database.CreateBatch();
        batch.Then(Begin, Sql.Of([.. messages]), Sql.Of(_clock.GetUtcNow() + Unsure));
        await using var reader = await batch.ExecuteReaderAsync();
        HashSet<Guid> begun = [];
        while (await reader.ReadAsync())
            begun.Add(reader.GetGuid(0));
        return [.. messages.Select(begun.Contains)];
    }

    private async Task<IReadOnlyList<Guid>> EndAsync(IReadOnlyList<Ended> all)
    {
        var now = _clock.GetUtcNow();
        await using var batch = _database.CreateBatch();
        batch.Then(
            End, Sql.Column(all, NpgsqlDbType.Uuid, one => one.MessageId), Sql.Column(all, NpgsqlDbType.Text, one => Words.Of(one.State)),
            Sql.Column(all, NpgsqlDbType.Text, one => one.ExternalId), Sql.Column(all, NpgsqlDbType.Text, one => one.Failure),
            Sql.Column(all, NpgsqlDbType.TimestampTz, one => now + one.RetryIn), Sql.Of(now));
        await batch.ExecuteNonQueryAsync();
        return [.. all.Select(one => one.MessageId)];
    }

    private sealed record Ended(Guid MessageId, DeliveryState State, string? ExternalId, string? Failure, TimeSpan RetryIn);
}
