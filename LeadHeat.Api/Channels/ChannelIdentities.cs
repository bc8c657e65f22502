using System.Security.Cryptography;
using LeadHeat.Api.Data;
using LeadHeat.Api.Privacy;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Channels;

/// <summary>By what a platform knows people, and the one conversation that each of them has there.</summary>
internal sealed class ChannelIdentities(NpgsqlDataSource database, SettledSenders settled, Tombstones tombstones, TimeProvider clock)
{
    // Ten messages of a new contact at once open one conversation: whoever comes later waits here. $1 channel, $2 keys.
    private const string Lock =
        "select pg_advisory_xact_lock(hashtextextended($1 || ' ' || key, 0)) from (select unnest($2) as key order by 1) keys";

    // An id stays with its person while a number is given to somebody else: who writes under an id that the number's person does not have is another one.
    // Theirs come first, then the oldest. Where all is known already, there is nothing to write. $1 channel, $2 keys, $3 those of before a change,
    // $4 those from now on, $5 account.
    private const string Find = """
        select i.session_id, not bool_or(i.key like 'user:%') and exists (select from unnest($2) k where k like 'user:%')
            and exists (select from channel_identities u where u.session_id = i.session_id and u.key like 'user:%') as other,
            (select count(*) from channel_identities k where k.channel = $1 and k.key = any($4) and k.account = $5
                and (k.session_id = i.session_id or k.key not like 'number:%')) = cardinality($4) as known
        from channel_identities i where i.channel = $1 and i.key = any($2)
        group by i.session_id order by other, bool_or(i.key like 'user:%') desc, bool_or(i.key = any($3)) desc, i.session_id
        """;

    // The platform says that a person is two that we know: that is looked into beside the conversations. $1 channel, $2 keys, $3 sessions, $4 now.
    private const string Link = """
        with linked as (
            insert into identity_links (channel, key, session_id, created_at)
            select distinct $1, i.key, s.id, $4
            from channel_identities i cross join unnest($3) s (id) where i.channel = $1 and i.key = any($2) and i.session_id = any($3)
            on conflict do nothing
            returning session_id)
        insert into contact_checks (contact_id)
        select distinct l.contact_id from linked k join sessions s on s.id = k.session_id join conversations c on c.id = s.conversation_id join leads l on l.id = c.lead_id
        """;

    // A session whose key nobody has: visitors of the web cannot resume it. $1 session, $2 conversation, $3 key hash, $4 playbook, $5 channel, $6 now.
    private const string Open = """
        with conversation as (
            insert into conversations (id, playbook, channel, handling, created_at) values ($2, $4, $5, 'bot', $6))
        insert into sessions (id, key_hash, conversation_id, channel, greeting, created_at, last_seen_at) values ($1, $3, $2, $5, '', $6, $6)
        """;

    // A number is whose it was last. $1 channel, $2 keys, $3 session, $4 now, $5 account.
    private const string Know = """
        insert into channel_identities (channel, key, session_id, created_at, account)
        select $1, unnest($2), $3, $4, $5
        on conflict (channel, key) do update
        set account = excluded.account,
            session_id = case when excluded.key like 'number:%' then excluded.session_id else channel_identities.session_id end,
            created_at = case when excluded.key like 'number:%' and excluded.session_id <> channel_identities.session_id then excluded.created_at else channel_identities.created_at end
        where channel_identities.account is distinct from excluded.account
            or (excluded.key like 'number:%' and excluded.session_id <> channel_identities.session_id)
        """;

    // $1 channel, $2 key, $3 session.
    private const string GiveUp = "delete from channel_identities where channel = $1 and key = $2 and session_id = $3";

    // Whoever has an id too is known by it from now on. $1 channel, $2 key.
    private const string GiveUpAlone = """
        delete from channel_identities i where i.channel = $1 and i.key = $2
            and not exists (select from channel_identities u where u.session_id = i.session_id and u.key like 'user:%')
        returning i.session_id
        """;

    /// <summary>The person's session, opened when the person is new. Null: the person was deleted after this was sent.</summary>
    /// <param name="account">Which of our numbers the person wrote to.</param>
    public async Task<Guid?> SessionOfAsync(
        Channel channel, string account, SenderKeys keys, string playbook, DateTimeOffset sentAt, CancellationToken cancellationToken)
    {
        var (name, now) = (Words.Of(channel), clock.GetUtcNow());
        if (keys.Left is null && await settled.SessionOfAsync(new(name, account, keys.All)) is { } known)
            return known;
        return await OpenAsync(name, account, keys, playbook, sentAt, now, cancellationToken);
    }

    /// <summary>The session of a person who is known already, and nothing is stored.</summary>
    public async Task<Guid?> KnownAsync(Channel channel, string account, SenderKeys keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await FindAsync(connection, Words.Of(channel), keys, account, cancellationToken);
        return found.Where(each => !each.Other).Select(each => (Guid?)each.Session).FirstOrDefault();
    }

    private async Task<Guid?> OpenAsync(
        string name, string account, SenderKeys keys, string playbook, DateTimeOffset sentAt, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var marks = await tombstones.MarksOfAsync(keys.All.Select(key => Marks.Identity(name, key)), cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var found = await FindAsync(connection, name, keys, account, cancellationToken);
        // Somebody else has just done it.
        if (found is [{ Other: false, IsKnown: true } there] && keys.Left is null)
            return there.Session;
        Guid[] known = [.. found.Where(each => !each.Other).Select(each => each.Session)];
        Guid[] others = [.. found.Where(each => each.Other).Select(each => each.Session)];
        if (known.Length == 0 && await Tombstones.CoversAsync(connection, marks, sentAt, cancellationToken))
            return null;
        var sessionId = known.Length > 0 ? known[0] : Guid.CreateVersion7(now);
        await using var batch = connection.CreateBatch();
        if (known.Length == 0)
        {
            batch.Then(
                Open, Sql.Of(sessionId), Sql.Of(Guid.CreateVersion7(now)), Sql.Bytes(RandomNumberGenerator.GetBytes(32)), Sql.Of(playbook), Sql.Of(name),
                Sql.Of(now));
        }

        if (known.Length > 1)
            batch.Then(Link, Sql.Of(name), Sql.Of(keys.All), Sql.Of(known), Sql.Of(now));
        batch.Then(Know, Sql.Of(name), Sql.Of(keys.Now), Sql.Of(sessionId), Sql.Of(now), Sql.Of(account));
        if (keys.Left is { } left)
            batch.Then(GiveUp, Sql.Of(name), Sql.Of(left), Sql.Of(sessionId));
        foreach (var other in others)
            batch.ThenLoseNumber(other, now);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return sessionId;
    }

    /// <summary>The platform says that somebody else may have the number: who is known by nothing else is not found by it again.</summary>
    public async Task DoubtAsync(Channel channel, string key, CancellationToken cancellationToken)
    {
        var name = Words.Of(channel);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var batch = connection.CreateBatch();
        batch.Then(Lock, Sql.Of(name), Sql.Of([key])).Then(GiveUpAlone, Sql.Of(name), Sql.Of(key));
        List<Guid> doubted;
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
            doubted = await reader.NextListAsync(row => row.GetGuid(0), cancellationToken);
        await using var lost = connection.CreateBatch();
        foreach (var session in doubted)
            lost.ThenLoseNumber(session, clock.GetUtcNow());
        if (doubted.Count > 0)
            await lost.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<List<(Guid Session, bool Other, bool IsKnown)>> FindAsync(
        NpgsqlConnection connection, string channel, SenderKeys keys, string account, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(Lock, Sql.Of(channel), Sql.Of(keys.All)).Then(Find, Sql.Of(channel), Sql.Of(keys.All), Sql.Of(keys.Before), Sql.Of(keys.Now), Sql.Of(account));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.NextListAsync(row => (row.GetGuid(0), row.GetBoolean(1), row.GetBoolean(2)), cancellationToken);
    }
}

/// <summary>By what a platform knows the sender of a message.</summary>
/// <param name="Before">By what the message itself was sent.</param>
/// <param name="Changed">What it says the sender has from now on; empty but for a change.</param>
internal sealed record SenderKeys(string[] Before, string[] Changed)
{
    /// <summary>The number that the sender has left behind: the next one who has it is somebody else.</summary>
    public string? Left { get; init; }

    public string[] All => [.. Before.Union(Changed)];

    /// <summary>By what the sender is found from now on.</summary>
    public string[] Now => [.. All.Where(key => key != Left)];
}
