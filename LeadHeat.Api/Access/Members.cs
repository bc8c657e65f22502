using System.Security.Cryptography;
using System.Text;
using LeadHeat.Api.Audit;
using LeadHeat.Api.Data;
using LeadHeat.Api.Problems;
using LeadHeat.Core.Access;
using Npgsql;

namespace LeadHeat.Api.Access;

/// <summary>What admins change of members. Whoever loses a role, a password or the way in is signed out by the same statement.</summary>
internal sealed class Members(NpgsqlDataSource database, SignIns signIns, TimeProvider clock)
{
    private static readonly TimeSpan InvitationLife = TimeSpan.FromDays(3);

    // Two admins who disable each other at the same time come one after the other.
    private const string Lock = "select pg_advisory_xact_lock(7202611954)";

    private const string ReadSql = """
        select r.name, u.disabled_at is not null, u.two_factor_enabled,
               exists (select from users o join user_roles x on x.user_id = o.id join roles q on q.id = x.role_id
                       where q.name = 'admin' and o.id <> u.id and o.disabled_at is null and o.password_hash is not null)
        from users u join user_roles ur on ur.user_id = u.id join roles r on r.id = ur.role_id where u.id = $1
        """;

    /// <summary>False when there is no such member.</summary>
    public async Task<bool> ChangeAsync(Guid id, ChangeMember change, Actor actor, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await ReadAsync(connection, id, cancellationToken) is not { } member)
            return false;
        var after = (Role: change.Role ?? member.Role, Disabled: change.Disabled ?? member.Disabled);
        if (after == (member.Role, member.Disabled))
            return true;
        if (!member.HasOtherAdmin && member is { Role: Roles.Admin, Disabled: false } && after != (Roles.Admin, false))
            throw new RuleViolation("This is the only admin: make somebody else an admin first.");
        await using var batch = connection.CreateBatch();
        batch.Then("update user_roles set role_id = (select id from roles where name = $2) where user_id = $1", Sql.Of(id), Sql.Of(after.Role));
        batch.Then("update users set disabled_at = case when $2 then coalesce(disabled_at, $3) end where id = $1",
            Sql.Of(id), Sql.Of(after.Disabled), Sql.Of(clock.GetUtcNow()));
        batch.Then("update invitations set used_at = $2 where user_id = $1 and used_at is null and $3", Sql.Of(id), Sql.Of(clock.GetUtcNow()), Sql.Of(after.Disabled));
        signIns.ThenEndAll(batch, id, after.Disabled ? "disabled" : "role changed");
        batch.ThenAudit(actor, new("member.changed", "user", id)
        {
            Before = new() { ["role"] = member.Role, ["disabled"] = member.Disabled }, After = new() { ["role"] = after.Role, ["disabled"] = after.Disabled },
        }, clock);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        signIns.Tell();
        return true;
    }

    /// <summary>Signs a member out everywhere; false when there is no such member.</summary>
    public async Task<bool> SignOutAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(id, cancellationToken))
            return false;
        await using var batch = database.CreateBatch();
        signIns.ThenEndAll(batch, id, "signed out everywhere").ThenAudit(actor, new("member.signed_out", "user", id), clock);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        signIns.Tell();
        return true;
    }

    /// <summary>A new way in, in the place of one that was not used; null when there is no such member who may come in.</summary>
    public async Task<Invitation?> InviteAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(id, cancellationToken))
            return null;
        var now = clock.GetUtcNow();
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await using var batch = database.CreateBatch();
        batch.Then("update invitations set used_at = $2 where user_id = $1 and used_at is null", Sql.Of(id), Sql.Of(now));
        batch.Then("insert into invitations (id, user_id, token_hash, created_at, expires_at) values ($1, $2, $3, $4, $5)",
            Sql.Of(Guid.CreateVersion7(now)), Sql.Of(id), Sql.Bytes(Digest(token)), Sql.Of(now), Sql.Of(now + InvitationLife));
        batch.ThenAudit(actor, new("member.invited", "user", id), clock);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return new Invitation(id, token, now + InvitationLife);
    }

    /// <summary>Whom an invitation is for; null when it is not good.</summary>
    public async Task<Invited?> InvitedAsync(string token, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then("select u.name, u.email from invitations i join users u on u.id = i.user_id where i.token_hash = $1 and i.used_at is null and i.expires_at > $2 and u.disabled_at is null",
            Sql.Bytes(Digest(token)), Sql.Of(clock.GetUtcNow()));
        await using var row = await batch.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? new(row.GetString(0), row.GetString(1)) : null;
    }

    public static byte[] Digest(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private async Task<bool> ExistsAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then("select 1 from users where id = $1 and disabled_at is null", Sql.Of(id));
        return await batch.ExecuteScalarAsync(cancellationToken) is not null;
    }

    private static async Task<Standing?> ReadAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(Lock).Then(ReadSql, Sql.Of(id));
        await using var row = await batch.ExecuteReaderAsync(cancellationToken);
        await row.NextResultAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? new(row.GetString(0), row.GetBoolean(1), row.GetBoolean(3)) : null;
    }

    private sealed record Standing(string Role, bool Disabled, bool HasOtherAdmin);
}
