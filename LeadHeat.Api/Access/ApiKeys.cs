using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LeadHeat.Api.Audit;
using LeadHeat.Api.Data;
using LeadHeat.Core.Access;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Access;

/// <summary>A key as its program shows it.</summary>
internal sealed record KnownKey(Guid Id, string Name, string[] Scopes);

/// <summary>Keys of programs. Stored are digests: a key is seen once, when it is made.</summary>
internal sealed class ApiKeys(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>How a key begins, so that scanners for secrets find one that got into a text.</summary>
    public const string Prefix = "lh_";

    private const int KeyBytes = 32;

    private const string FindSql = """
        with k as (
            select id, name, scopes, last_used_at from api_keys where key_hash = $1 and revoked_at is null and (expires_at is null or expires_at > $2)),
        touched as (
            update api_keys set last_used_at = $2 where id = (select id from k where last_used_at is null or last_used_at < $2 - interval '1 minute'))
        select id, name, scopes from k
        """;

    private const string ListSql = """
        select k.id, k.name, k.last_four, k.scopes, (select u.name from users u where u.id = k.created_by), k.created_at, k.expires_at, k.last_used_at, k.revoked_at
        from api_keys k order by k.id desc limit 1000
        """;

    private const string AddSql = """
        insert into api_keys (id, name, key_hash, last_four, scopes, created_by, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
        """;

    public async Task<KnownKey?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(FindSql, Sql.Bytes(Members.Digest(key)), Sql.Of(clock.GetUtcNow()));
        await using var row = await batch.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? new(row.GetGuid(0), row.GetString(1), row.GetFieldValue<string[]>(2)) : null;
    }

    public async Task<IReadOnlyList<ApiKeyView>> ListAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ListSql);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        List<ApiKeyView> keys = [];
        while (await row.ReadAsync(cancellationToken))
            keys.Add(new(
                row.GetGuid(0), row.GetString(1), row.GetString(2), [.. row.GetFieldValue<string[]>(3).Select(Words.Parse<KeyScope>)], row.TextOrNull(4), row.Time(5),
                row.ValueOrNull<DateTimeOffset>(6), row.ValueOrNull<DateTimeOffset>(7), row.ValueOrNull<DateTimeOffset>(8)));
        return keys;
    }

    public async Task<NewApiKey> AddAsync(AddApiKey add, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var key = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));
        var scopes = add.Scopes.Distinct().Order().ToList();
        var view = new ApiKeyView(
            Guid.CreateVersion7(now), add.Name.Trim(), key[^4..], scopes, actor.Id is null ? null : actor.Name, now, add.Days is { } days ? now.AddDays(days) : null, null, null);
        await using var batch = database.CreateBatch();
        batch.Then(
            AddSql, Sql.Of(view.Id), Sql.Of(view.Name), Sql.Bytes(Members.Digest(key)), Sql.Of(view.LastFour), Sql.Of([.. scopes.Select(scope => Words.Of(scope))]), Sql.Of(actor.Id),
            Sql.Of(now), Sql.Of(view.ExpiresAt));
        batch.ThenAudit(actor, new("key.added", "key", view.Id) { After = new() { ["scopes"] = new JsonArray([.. scopes.Select(scope => (JsonNode)Words.Of(scope))]) } }, clock);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return new NewApiKey(view, key);
    }

    /// <summary>It is not good any more, from the next request on; false when there is no such key.</summary>
    public async Task<bool> RevokeAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var revoke = connection.CreateBatch();
        revoke.Then("update api_keys set revoked_at = coalesce(revoked_at, $2) where id = $1", Sql.Of(id), Sql.Of(clock.GetUtcNow()));
        if (await revoke.ExecuteNonQueryAsync(cancellationToken) == 0)
            return false;
        await using var audit = connection.CreateBatch();
        audit.ThenAudit(actor, new("key.revoked", "key", id), clock);
        await audit.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
