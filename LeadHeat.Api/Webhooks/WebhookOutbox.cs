using System.Text.Json;
using LeadHeat.Api.Conversations;
using LeadHeat.Api.Data;
using LeadHeat.Api.Leads;
using LeadHeat.Core.Webhooks;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Webhooks;

/// <summary>A delivery that this process has taken.</summary>
/// <param name="Body">Null before the first attempt.</param>
/// <param name="Attempts">With this one.</param>
internal sealed record DueDelivery(
    long Place, Guid Id, Guid WebhookId, string Kind, Guid? LeadId, Guid? MessageId, string Change, byte[]? Body, int Attempts, DateTimeOffset CreatedAt,
    DateTimeOffset Since, string Url, byte[] Secret);

/// <summary>The rows of what is to be sent.</summary>
internal sealed class WebhookOutbox(NpgsqlDataSource database, TimeProvider clock)
{
    private const int MostAtOnce = 32;

    // Longer than an attempt can take: whoever has not come back by then never will.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    // Each lead's in their order, and that it was created always first. Several Apis take different rows. $1 now, $2 lease until, $3 most.
    private const string Take = """
        update webhook_deliveries d set state = 'sending', next_at = $2, attempts = attempts + 1
        from (
            select c.place, w.url, w.secret
            from webhook_deliveries c join webhooks w on w.id = c.webhook_id
            where c.state in ('queued', 'sending') and c.next_at <= $1 and w.is_on and (w.rest_until is null or w.rest_until <= $1)
                and not exists (
                    select from webhook_deliveries e
                    where e.webhook_id = c.webhook_id and e.lead_id = c.lead_id and e.state in ('queued', 'sending') and e.place <> c.place
                        and c.kind <> 'lead.created' and (e.kind = 'lead.created' or e.place < c.place))
            order by c.place limit $3
            for update of c skip locked) due
        where d.place = due.place
        returning d.place, d.id, d.webhook_id, d.kind, d.lead_id, d.message_id, d.change::text, d.body, d.attempts, d.created_at, d.since, due.url, due.secret
        """;

    private const string Lead = $"select {LeadRows.Columns}, k.name, k.email, k.phone from leads l join contacts k on k.id = l.contact_id where l.id = $1";

    private const string Message = $"select {MessageRows.Columns} from messages m where m.id = $1";

    // $1 place, $2 state, $3 status, $4 failure, $5 answer, $6 milliseconds, $7 next try.
    private const string End = """
        update webhook_deliveries set state = $2, status = $3, failure = $4, answer = $5, milliseconds = $6, next_at = $7 where place = $1 and state = 'sending'
        """;

    // $1 webhook, $2 now.
    private const string Good = """
        update webhooks set failures = 0, rest_until = null, delivered_at = $2
        where id = $1 and (failures > 0 or delivered_at is null or delivered_at < $2::timestamptz - interval '1 second')
        """;

    // It rests the longer the more often it has failed. $1 webhook, $2 now, $3 most failures, $4 whether it is for good, $5 why.
    private const string Bad = """
        update webhooks
        set failures = failures + 1, rest_until = $2 + least(interval '5 minutes', interval '1 second' * power(2, least(failures, 20))),
            is_on = not ($4 or failures + 1 >= $3), off_because = case when $4 or failures + 1 >= $3 then $5 end
        where id = $1 and is_on
        """;

    public async Task<IReadOnlyList<DueDelivery>> TakeAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var batch = database.CreateBatch();
        batch.Then(Take, Sql.Of(now), Sql.Of(now + Lease), Sql.Of(MostAtOnce));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<DueDelivery> due = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            due.Add(new(
                reader.GetInt64(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetString(3), reader.ValueOrNull<Guid>(4), reader.ValueOrNull<Guid>(5),
                reader.GetString(6), reader.IsDBNull(7) ? null : reader.GetFieldValue<byte[]>(7), reader.GetInt32(8), reader.Time(9), reader.Time(10),
                reader.GetString(11), reader.GetFieldValue<byte[]>(12)));
        }

        return due;
    }

    /// <summary>Made and kept at the first attempt.</summary>
    public async Task<byte[]> BodyOfAsync(DueDelivery due, CancellationToken cancellationToken)
    {
        if (due.Body is { } made)
            return made;
        await using var batch = database.CreateBatch();
        batch.Then(Lead, Sql.Of(due.LeadId)).Then(Message, Sql.Of(due.MessageId));
        WebhookBody body;
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            var known = await reader.ReadAsync(cancellationToken);
            var lead = known ? LeadRows.Read(reader) : null;
            var contact = known
                ? new WebhookContact(reader.TextOrNull(LeadRows.Count), reader.TextOrNull(LeadRows.Count + 1), reader.TextOrNull(LeadRows.Count + 2))
                : null;
            var message = (await reader.NextListAsync(row => MessageRows.Read(row, 0), cancellationToken)).SingleOrDefault();
            var change = JsonSerializer.Deserialize(due.Change, LeadHeatJson.Default.DictionaryStringJsonElement)!;
            body = new(due.Id, due.Kind, due.CreatedAt, change, lead, contact, message);
        }

        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, LeadHeatJson.Default.WebhookBody);
        await using var keep = database.CreateBatch();
        keep.Then("update webhook_deliveries set body = $2 where place = $1", Sql.Of(due.Place), Sql.Bytes(bytes));
        await keep.ExecuteNonQueryAsync(cancellationToken);
        return bytes;
    }

    /// <param name="next">When it is tried again; null when it is not.</param>
    /// <param name="mostFailures">After so many in a row the webhook is switched off.</param>
    public async Task EndAsync(DueDelivery due, WebhookAttempt attempt, DateTimeOffset? next, int mostFailures, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var state = attempt.IsGood ? WebhookDeliveryState.Delivered : next is null ? WebhookDeliveryState.Failed : WebhookDeliveryState.Queued;
        await using var batch = database.CreateBatch();
        batch.Then(
            End, Sql.Of(due.Place), Sql.Of(Words.Of(state)), Sql.Of(attempt.Status), Sql.Of(attempt.Failure), Sql.Of(attempt.Answer),
            Sql.Of(attempt.Milliseconds), Sql.Of(next ?? now));
        if (attempt.IsGood)
            batch.Then(Good, Sql.Of(due.WebhookId), Sql.Of(now));
        else
            batch.Then(
                Bad, Sql.Of(due.WebhookId), Sql.Of(now), Sql.Of(mostFailures), Sql.Of(attempt.Status == StatusCodes.Status410Gone),
                Sql.Of(attempt.Status == StatusCodes.Status410Gone ? "It answered that it is gone (410)." : $"{mostFailures} attempts in a row have failed. {attempt.Failure}"));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The log goes back so far and no further.</summary>
    public async Task ForgetAsync(TimeSpan age, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then("delete from webhook_deliveries where state in ('delivered', 'failed') and created_at < $1", Sql.Of(clock.GetUtcNow() - age));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
