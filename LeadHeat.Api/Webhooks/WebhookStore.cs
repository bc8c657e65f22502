using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Api.Problems;
using LeadHeat.Core.Live;
using LeadHeat.Core.Webhooks;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LeadHeat.Api.Webhooks;

/// <summary>Who is told.</summary>
internal sealed class WebhookStore(
    NpgsqlDataSource database, WebhookSecrets secrets, IOptions<WebhookOptions> options, LiveEvents live, TimeProvider clock)
{
    private const string Columns = """
        w.id, w.url, w.kinds, w.is_on, w.off_because, w.failures,
        (select count(*)::int from webhook_deliveries d where d.webhook_id = w.id and d.state in ('queued', 'sending')), w.created_at, w.delivered_at
        """;

    private const string List = $"select {Columns} from webhooks w order by w.id limit 200";

    private const string Find = $"select {Columns} from webhooks w where w.id = $1";

    // $1 id, $2 url, $3 secret, $4 kinds, $5 now, $6 who.
    private const string Add = "insert into webhooks (id, url, secret, kinds, created_at, created_by) values ($1, $2, $3, $4, $5, $6)";

    // Who is switched on begins anew. $1 id, $2 kinds or null, $3 on or null.
    private const string Change = """
        update webhooks
        set kinds = coalesce($2, kinds), is_on = coalesce($3, is_on), off_because = case when $3 is null then off_because end,
            failures = case when $3 then 0 else failures end, rest_until = case when $3 then null else rest_until end
        where id = $1
        """;

    // What waited while it was off has its day from now on. $1 id, $2 now.
    private const string Again = "update webhook_deliveries set since = $2, next_at = $2 where webhook_id = $1 and state = 'queued'";

    public async Task<WebhookList> ListAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(List);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<Webhook> all = [];
        while (await reader.ReadAsync(cancellationToken))
            all.Add(Read(reader));
        return new(all);
    }

    /// <exception cref="FieldRefused">The address or a kind is none.</exception>
    public async Task<WebhookAdded> AddAsync(AddWebhook webhook, Guid? by, CancellationToken cancellationToken)
    {
        await CheckAsync(webhook.Url, cancellationToken);
        Check(webhook.Kinds);
        var (now, secret) = (clock.GetUtcNow(), WebhookSecrets.New());
        var id = Guid.CreateVersion7(now);
        await using var batch = database.CreateBatch();
        batch.Then(
            Add, Sql.Of(id), Sql.Of(webhook.Url), Sql.Bytes(secrets.Seal(secret)), Sql.Of([.. webhook.Kinds.Distinct()]), Sql.Of(now), Sql.Of(by));
        batch.Then(Find, Sql.Of(id));
        return new((await ReadChangedAsync(batch, cancellationToken))!, secret);
    }

    /// <summary>Null when there is no such webhook.</summary>
    /// <exception cref="FieldRefused">A kind is none.</exception>
    public Task<Webhook?> ChangeAsync(Guid id, ChangeWebhook change, CancellationToken cancellationToken)
    {
        if (change.Kinds is { } kinds)
            Check(kinds);
        var batch = database.CreateBatch();
        batch.Then(Change, Sql.Of(id), change.Kinds is { } known ? Sql.Of([.. known.Distinct()]) : Sql.NoTexts(), Sql.Of(change.IsOn));
        if (change.IsOn is true)
            batch.Then(Again, Sql.Of(id), Sql.Of(clock.GetUtcNow()));
        return ReadChangedAsync(batch.Then(Find, Sql.Of(id)), cancellationToken);
    }

    /// <summary>False when there is no such webhook.</summary>
    public async Task<bool> DeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then("delete from webhooks where id = $1", Sql.Of(id));
        var count = await batch.ExecuteNonQueryAsync(cancellationToken);
        live.Publish(LiveEventKind.WebhooksChanged);
        return count > 0;
    }

    private async Task<Webhook?> ReadChangedAsync(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        await using (batch)
        {
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            var found = await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
            live.Publish(LiveEventKind.WebhooksChanged);
            return found;
        }
    }

    private async Task CheckAsync(string url, CancellationToken cancellationToken)
    {
        var isOpen = options.Value.AllowPrivateAddresses;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !(address.Scheme == "https" || (isOpen && address.Scheme == "http")))
            throw new FieldRefused("url", "Write the whole address, with https://.");
        if (address.UserInfo.Length > 0)
            throw new FieldRefused("url", "A name or password in an address is not sent. The signature tells that it comes from here.");
        if (!options.Value.Allows(address.DnsSafeHost))
            throw new FieldRefused("url", AddressRefused.Why);
        if (!isOpen && !await WebhookClient.MayReachAsync(address.DnsSafeHost, cancellationToken))
            throw new FieldRefused("url", AddressRefused.Why);
    }

    private static void Check(IReadOnlyList<string> kinds)
    {
        if (kinds.Count == 0 || kinds.FirstOrDefault(kind => !WebhookKinds.All.Contains(kind)) is not null)
            throw new FieldRefused("kinds", $"Name one or more of: {string.Join(", ", WebhookKinds.All)}.");
    }

    private static Webhook Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetFieldValue<string[]>(2), row.GetBoolean(3), row.TextOrNull(4), row.GetInt32(5), row.GetInt32(6),
        row.Time(7), row.ValueOrNull<DateTimeOffset>(8));
}
