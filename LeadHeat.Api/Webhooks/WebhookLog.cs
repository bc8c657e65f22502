using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Api.Wire;
using LeadHeat.Core.Live;
using LeadHeat.Core.Webhooks;
using Npgsql;

namespace LeadHeat.Api.Webhooks;

/// <summary>What was sent, and what came of it.</summary>
internal sealed class WebhookLog(NpgsqlDataSource database, LiveEvents live, TimeProvider clock)
{
    public const string Order = "webhook-deliveries";

    private const int Page = 50;

    // $1 webhook, $2 before this place or null, $3 most.
    private const string List = """
        select d.place, d.id, d.kind, d.lead_id, d.state, d.attempts, d.status, d.failure, d.answer, d.milliseconds, d.created_at,
               case when d.state = 'queued' and w.is_on then greatest(d.next_at, w.rest_until) end
        from webhook_deliveries d join webhooks w on w.id = d.webhook_id
        where d.webhook_id = $1 and ($2::bigint is null or d.place < $2)
        order by d.place desc limit $3
        """;

    // The same id and the same bytes: a receiver that has it knows it. $1 webhook, $2 id, $3 now.
    private const string Again = """
        update webhook_deliveries set state = 'queued', attempts = 0, failure = null, since = $3, next_at = $3
        where webhook_id = $1 and id = $2 and state in ('delivered', 'failed', 'queued')
        """;

    // $1 webhook. No row: there is none.
    private const string Ping = "insert into webhook_deliveries (webhook_id, kind) select id, 'ping' from webhooks where id = $1";

    public async Task<WebhookDeliveryPage> ReadAsync(Guid webhookId, Cursor? before, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(List, Sql.Of(webhookId), Sql.Of(before?.Key), Sql.Of(Page + 1));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<(long Place, WebhookDelivery Line)> lines = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            lines.Add((reader.GetInt64(0), new(
                reader.GetGuid(1), webhookId, reader.GetString(2), reader.ValueOrNull<Guid>(3), reader.Word<WebhookDeliveryState>(4), reader.GetInt32(5),
                reader.ValueOrNull<int>(6), reader.TextOrNull(7), reader.TextOrNull(8), reader.ValueOrNull<int>(9), reader.Time(10),
                reader.ValueOrNull<DateTimeOffset>(11))));
        }

        var next = lines.Count > Page ? new Cursor(lines[Page - 1].Place, Guid.Empty).Write(Order) : null;
        return new([.. lines.Take(Page).Select(line => line.Line)], next);
    }

    /// <summary>False when there is no such delivery, or it is on its way.</summary>
    public Task<bool> ReplayAsync(Guid webhookId, Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(batch => batch.Then(Again, Sql.Of(webhookId), Sql.Of(id), Sql.Of(clock.GetUtcNow())), cancellationToken);

    /// <summary>False when there is no such webhook.</summary>
    public Task<bool> PingAsync(Guid webhookId, CancellationToken cancellationToken) =>
        ChangeAsync(batch => batch.Then(Ping, Sql.Of(webhookId)), cancellationToken);

    private async Task<bool> ChangeAsync(Action<NpgsqlBatch> change, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        change(batch);
        var count = await batch.ExecuteNonQueryAsync(cancellationToken);
        live.Publish(LiveEventKind.WebhooksChanged);
        return count > 0;
    }
}
