using LeadHeat.Api.Audit;
using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Core.Access;
using LeadHeat.Core.Live;
using Npgsql;

namespace LeadHeat.Api.Access;

/// <summary>Who is behind a token, as it stands now.</summary>
internal sealed record SignedInUser(Guid SignInId, Guid Id, string Name, string Email, string Role, bool SecondFactor, Guid[] Teams);

/// <summary>
/// The open sign-ins. Each request with a token asks here, so that one that is ended anywhere is over everywhere at once: after signing out, when a
/// member is disabled or gets another role or password, and when a refresh token comes twice.
/// </summary>
internal sealed class SignIns(NpgsqlDataSource database, SignInTokens tokens, LiveEvents live, TimeProvider clock)
{
    private const string FindSql = """
        with s as (
            select s.id, s.user_id, s.seen_at from sign_ins s where s.id = $1 and s.ended_at is null and s.ends_at > $2),
        touched as (update sign_ins set seen_at = $2 where id = (select id from s where seen_at < $2 - interval '1 minute'))
        select s.id, u.id, u.name, u.email, r.name, u.two_factor_enabled, array(select m.team_id from team_members m where m.user_id = u.id)
        from s join users u on u.id = s.user_id join user_roles ur on ur.user_id = u.id join roles r on r.id = ur.role_id
        where u.disabled_at is null
        """;

    private const string OpenSql = """
        insert into sign_ins (id, user_id, by_web, created_at, seen_at, ends_at) values ($1, $2, $3, $4, $4, $5)
        """;

    // Only the newest token of a chain goes on; Web's does not change, because every page of a browser holds the same one, and is good with the service key alone.
    private const string RefreshSql = """
        update sign_ins s set generation = generation + case when by_web then 0 else 1 end, ends_at = least($4, s.created_at + interval '90 days'), seen_at = $5
        from users u where u.id = s.user_id and u.disabled_at is null
            and s.id = $1 and s.generation = $2 and s.by_web = $3 and s.ended_at is null and s.ends_at > $5
        returning s.generation
        """;

    private const string EndReusedSql = "update sign_ins set ended_at = $3, ended_why = 'reused' where id = $1 and generation > $2 and ended_at is null";
    private const string EndSql = "update sign_ins set ended_at = $2, ended_why = 'signed out' where id = $1 and ended_at is null";
    private const string EndOwnSql = "update sign_ins set ended_at = $2, ended_why = 'ended by its member' where id = $1 and user_id = $3 and ended_at is null";
    private const string OwnSql = """
        select id, by_web, created_at, seen_at, ends_at from sign_ins where user_id = $1 and ended_at is null and ends_at > $2 order by seen_at desc, id desc
        """;

    private const string EndAllSql = "update sign_ins set ended_at = $2, ended_why = $3 where user_id = $1 and ended_at is null and id is distinct from $4";

    public async Task<SignedIn> OpenAsync(Guid user, bool byWeb, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await ExecuteAsync(OpenSql, cancellationToken, Sql.Of(id), Sql.Of(user), Sql.Of(byWeb), Sql.Of(now), Sql.Of(now + SignInTokens.SignInLife));
        return Tokens(id, 0);
    }

    public async Task<SignedInUser?> FindAsync(string accessToken, CancellationToken cancellationToken)
    {
        if (tokens.ReadAccess(accessToken) is not { } token)
            return null;
        await using var batch = database.CreateBatch();
        batch.Then(FindSql, Sql.Of(token.Id), Sql.Of(clock.GetUtcNow()));
        await using var row = await batch.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new(row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetBoolean(5), row.GetFieldValue<Guid[]>(6))
            : null;
    }

    /// <summary>Null when the token is not good; one that was used before ends its sign-in, since somebody else may have it too.</summary>
    public async Task<SignedIn?> RefreshAsync(string refreshToken, bool byWeb, CancellationToken cancellationToken)
    {
        if (tokens.ReadRefresh(refreshToken) is not { } token)
            return null;
        var now = clock.GetUtcNow();
        await using var batch = database.CreateBatch();
        batch.Then(RefreshSql, Sql.Of(token.Id), Sql.Of(token.Generation), Sql.Of(byWeb), Sql.Of(now + SignInTokens.SignInLife), Sql.Of(now));
        if (await batch.ExecuteScalarAsync(cancellationToken) is int generation)
            return Tokens(token.Id, generation);
        if (await ExecuteAsync(EndReusedSql, cancellationToken, Sql.Of(token.Id), Sql.Of(token.Generation), Sql.Of(now)) > 0)
            Tell();
        return null;
    }

    public async Task EndAsync(Guid signIn, CancellationToken cancellationToken)
    {
        await ExecuteAsync(EndSql, cancellationToken, Sql.Of(signIn), Sql.Of(clock.GetUtcNow()));
        Tell();
    }

    public async Task<IReadOnlyList<OwnSignIn>> OwnAsync(Guid user, Guid current, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(OwnSql, Sql.Of(user), Sql.Of(clock.GetUtcNow()));
        await using var row = await batch.ExecuteReaderAsync(cancellationToken);
        List<OwnSignIn> own = [];
        while (await row.ReadAsync(cancellationToken))
            own.Add(new(row.GetGuid(0), row.GetBoolean(1), row.Time(2), row.Time(3), row.Time(4), row.GetGuid(0) == current));
        return own;
    }

    /// <summary>False when the member has no such open sign-in.</summary>
    public async Task<bool> EndOwnAsync(Actor actor, Guid signIn, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var end = connection.CreateBatch();
        if (await end.Then(EndOwnSql, Sql.Of(signIn), Sql.Of(clock.GetUtcNow()), Sql.Of(actor.Id)).ExecuteNonQueryAsync(cancellationToken) == 0)
            return false;
        await using var audit = connection.CreateBatch();
        await audit.ThenAudit(actor, new("sign_in.ended", "user", actor.Id!.Value), clock).ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Tell();
        return true;
    }

    /// <summary>As a part of the statement that has the reason; say so with <see cref="Tell"/> after the commit.</summary>
    public NpgsqlBatch ThenEndAll(NpgsqlBatch batch, Guid user, string why, Guid? except = null) =>
        batch.Then(EndAllSql, Sql.Of(user), Sql.Of(clock.GetUtcNow()), Sql.Of(why), Sql.Of(except));

    /// <summary>Open pages ask anew whether they may.</summary>
    public void Tell() => live.Publish(LiveEventKind.AccessChanged);

    private SignedIn Tokens(Guid id, int generation) =>
        new("Bearer", tokens.Access(id), (long)SignInTokens.AccessLife.TotalSeconds, tokens.Refresh(id, generation));

    private async Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var batch = database.CreateBatch();
        batch.Then(sql, parameters);
        return await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
