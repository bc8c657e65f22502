using System.Security.Cryptography;
using LeadHeat.Api.Data;
using LeadHeat.Api.Privacy;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Channels;

/// <summary>By what a platform knows people, and the one conversation that each of them has there.</summary>
internal sealed class ChannelIdentities(NpgsqlDataSource database, Tombstones tombstones, TimeProvider clock)
{
    // Ten messages of a new contact at once open one conversation: whoever comes later waits here. $1 channel, $2 keys.
    private const string Lock =
        "select pg_advisory_xact_lock(hashtextextended($1 || ' ' || key, 0)) from (select unnest($2) as key order by 1) keys";

    // An id stays with its person while a number is given to somebody else. $1 channel, $2 keys.
    private const string Find = """
        select session_id from channel_identities where channel = $1 and key = any($2)
        group by session_id order by bool_or(key like 'user:%') desc, session_id limit 2
        """;

    // The platform says that a person is two that we know: that is looked into beside the conversations. $1 channel, $2 keys, $3 session, $4 now.
    private const string Link = """
        with linked as (
            insert into identity_links (channel, key, session_id, created_at)
            select $1, key, $3, $4 from channel_identities where channel = $1 and key = any($2) and session_id <> $3
            on conflict do nothing
            returning session_id)
        insert into contact_checks (contact_id)
        select l.contact_id from linked k join sessions s on s.id = k.session_id join conversations c on c.id = s.conversation_id join leads l on l.id = c.lead_id limit 1
        """;

    // A session whose key nobody has: visitors of the web cannot resume it. $1 session, $2 conversation, $3 key hash, $4 playbook, $5 channel, $6 now.
    private const string Open = """
        with conversation as (
            insert into conversations (id, playbook, channel, handling, created_at) values ($2, $4, $5, 'bot', $6))
        insert into sessions (id, key_hash, conversation_id, channel, greeting, created_at, last_seen_at) values ($1, $3, $2, $5, '', $6, $6)
        """;

    // $1 channel, $2 keys, $3 session, $4 now, $5 account.
    private const string Know = """
        insert into channel_identities (channel, key, session_id, created_at, account)
        select $1, unnest($2), $3, $4, $5
        on conflict (channel, key) do update set account = excluded.account where channel_identities.account is distinct from excluded.account
        """;

    /// <summary>The person's session, opened when the person is new. Null: the person was deleted after this was sent.</summary>
    /// <param name="account">Which of our numbers the person wrote to.</param>
    /// <param name="keys">All by which the person is known now; at least one.</param>
    public async Task<Guid?> SessionOfAsync(
        Channel channel, string account, string[] keys, string playbook, DateTimeOffset sentAt, CancellationToken cancellationToken)
    {
        var (name, now) = (Words.Of(channel), clock.GetUtcNow());
        var marks = await tombstones.MarksOfAsync(keys.Select(key => Marks.Identity(name, key)), cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var found = await FindAsync(connection, name, keys, cancellationToken);
        var known = found is [var first, ..] ? first : (Guid?)null;
        if (known is null && await Tombstones.CoversAsync(connection, marks, sentAt, cancellationToken))
            return null;
        var sessionId = known ?? Guid.CreateVersion7(now);
        await using var batch = connection.CreateBatch();
        if (known is null)
        {
            batch.Then(
                Open, Sql.Of(sessionId), Sql.Of(Guid.CreateVersion7(now)), Sql.Bytes(RandomNumberGenerator.GetBytes(32)), Sql.Of(playbook), Sql.Of(name),
                Sql.Of(now));
        }

        batch.Then(Know, Sql.Of(name), Sql.Of(keys), Sql.Of(sessionId), Sql.Of(now), Sql.Of(account));
        if (found.Count > 1)
            batch.Then(Link, Sql.Of(name), Sql.Of(keys), Sql.Of(sessionId), Sql.Of(now));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return sessionId;
    }

    private static async Task<List<Guid>> FindAsync(NpgsqlConnection connection, string channel, string[] keys, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(Lock, Sql.Of(channel), Sql.Of(keys)).Then(Find, Sql.Of(channel), Sql.Of(keys));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.NextListAsync(row => row.GetGuid(0), cancellationToken);
    }
}
