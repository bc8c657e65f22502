using LeadHeat.Api.Data;
using LeadHeat.Api.Privacy;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using Npgsql;

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
internal sealed class WhatsAppOutbox(NpgsqlDataSource database, TimeProvider clock)
{
    private const int MostAtOnce = 50;

    // What is marked as being sent and was cut off stays so for a while: a report may tell that it arrived.
    private static readonly TimeSpan Unsure = TimeSpan.FromMinutes(2);

    // A conversation's messages go out in their order. $1 now, $2 most.
    private const string Due = $"""
        select o.message_id, c.lead_id, o.conversation_id, o.attempts, m.text, m.chips, m.cards,
               (select substr(i.key, 8) from channel_identities i
                where i.session_id = s.id and i.channel = 'whatsapp' and i.key like 'number:%' order by i.created_at desc limit 1),
               (select substr(i.key, 6) from channel_identities i
                where i.session_id = s.id and i.channel = 'whatsapp' and i.key like 'user:%' order by i.created_at desc limit 1),
               (select i.account from channel_identities i where i.session_id = s.id and i.account is not null order by i.created_at desc limit 1),
               (select max(v.created_at) from messages v where v.conversation_id = o.conversation_id and v.author = 'visitor'),
               (select t.template from outgoing_templates t where t.message_id = o.message_id), {ConsentSql.NoMessages}, {ConsentSql.NoMarketing}
        from outgoing o
        join messages m on m.id = o.message_id
        join conversations c on c.id = o.conversation_id
        left join leads l on l.id = c.lead_id
        left join lateral (select id from sessions where conversation_id = c.id order by id limit 1) s on true
        where o.state = 'queued' and o.next_at <= $1 and o.channel = 'whatsapp' and not exists (
            select from outgoing e
            where e.conversation_id = o.conversation_id and e.message_id < o.message_id and e.state in ('queued', 'sending'))
        order by o.message_id limit $2
        """;

    // $1 now, $2 why.
    private const string GiveUp = """
        update outgoing set state = 'failed', failure = $2, changed_at = $1 where state = 'sending' and next_at <= $1
        """;

    // $1 message, $2 given up at. Whoever else took it meanwhile has it.
    private const string Begin = "update outgoing set state = 'sending', next_at = $2, attempts = attempts + 1 where message_id = $1 and state = 'queued'";

    // A report may have come before this. $1 message, $2 state, $3 the platform's id, $4 failure, $5 next try, $6 now.
    private const string End = """
        update outgoing set state = $2, external_id = coalesce(external_id, $3), failure = $4, next_at = $5, changed_at = $6
        where message_id = $1 and state = 'sending'
        """;

    public async Task<IReadOnlyList<OutgoingMessage>> TakeAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var batch = database.CreateBatch();
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
    public async Task<bool> BeginAsync(Guid messageId, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Begin, Sql.Of(messageId), Sql.Of(clock.GetUtcNow() + Unsure));
        return await batch.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    public async Task EndAsync(
        Guid messageId, DeliveryState state, string? externalId, string? failure, TimeSpan retryIn, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var batch = database.CreateBatch();
        batch.Then(End, Sql.Of(messageId), Sql.Of(Words.Of(state)), Sql.Of(externalId), Sql.Of(failure), Sql.Of(now + retryIn), Sql.Of(now));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
