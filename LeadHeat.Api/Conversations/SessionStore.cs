using LeadHeat.Api.Data;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using Npgsql;
using NpgsqlTypes;

namespace LeadHeat.Api.Conversations;

/// <summary>A chat as it is begun, where there is none of its key.</summary>
/// <param name="Visitor">The hash of the browser, where the key is surely its own.</param>
internal sealed record NewSession(Guid Id, Guid ConversationId, byte[] KeyHash, byte[]? Visitor, string Playbook, Channel Channel, string Greeting);

/// <summary>The chat of a key, new or resumed.</summary>
internal sealed record KeptSession(Guid Id, Guid ConversationId, string Greeting, Handling Handling, Guid? LeadId, string? Handler);

/// <summary>Where chats are begun and resumed; those that come together, together.</summary>
internal sealed class SessionStore
{
    private const int MostTogether = 32;

    // An insert that loses a race against the same key returns nothing, and neither does its look at what was there before;
    // the next statement of the same transaction sees the winner. $1 key hashes, ids: $2 sessions, $3 conversations; $4 playbooks,
    // $5 channels, $6 greetings, $7 browsers or null; $8 now.
    private const string Start = """
        with begun as materialized (
            select * from unnest($1::bytea[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::bytea[])
                as g (key_hash, id, conversation_id, playbook, channel, greeting, visitor)),
        made as (
            insert into sessions (id, key_hash, conversation_id, channel, greeting, created_at, last_seen_at, visitor)
            select id, key_hash, conversation_id, channel, greeting, $8, $8, visitor from begun
            on conflict (key_hash) do nothing
            returning conversation_id)
        insert into conversations (id, playbook, channel, handling, created_at)
        select begun.conversation_id, playbook, channel, 'bot', $8 from begun join made on made.conversation_id = begun.conversation_id
        """;

    // $1 key hashes, $2 now.
    private const string Resume = """
        update sessions s set last_seen_at = $2
        from conversations c
        where s.key_hash = any((select $1)::bytea[]) and c.id = s.conversation_id
        returning s.key_hash, s.id, c.id, s.greeting, c.handling, c.lead_id, (select u.name from users u where u.id = c.handler_id)
        """;

    // Whoever comes back and has written is compared, once, with what the same browser wrote to another business. $1 browsers.
    private const string Recognise = """
        insert into contact_checks (contact_id)
        select l.contact_id from sessions s join conversations c on c.id = s.conversation_id join leads l on l.id = c.lead_id
        where s.visitor = any((select $1)::bytea[])
            and not exists (select from contact_keys k where k.contact_id = l.contact_id and k.kind = 'visitor' and k.lead_id = l.id)
        """;

    private readonly NpgsqlDataSource _database;
    private readonly TimeProvider _clock;
    private readonly GroupCommit<NewSession, KeptSession> _groups;

    public SessionStore([FromKeyedServices(Database.Turns)] NpgsqlDataSource database, TimeProvider clock)
    {
        (_database, _clock) = (database, clock);
        _groups = new(MostTogether, StoreAsync, clock);
    }

    public Task<KeptSession> StartAsync(NewSession session) => _groups.StoreAsync(session);

    private async Task<IReadOnlyList<KeptSession>> StoreAsync(IReadOnlyList<NewSession> sessions)
    {
        await using var batch = _database.CreateBatch();
        Add(batch, sessions);
        await using var reader = await batch.ExecuteReaderAsync();
        Dictionary<string, KeptSession> kept = [];
        while (await reader.ReadAsync())
            kept[Convert.ToHexString(reader.GetFieldValue<byte[]>(0))] = Read(reader);
        // Behind the last result is the commit.
        await reader.NextResultAsync();
        return [.. sessions.Select(session => kept[Convert.ToHexString(session.KeyHash)])];
    }

    private void Add(NpgsqlBatch batch, IReadOnlyList<NewSession> sessions)
    {
        var now = _clock.GetUtcNow();
        // In one order: whoever waits for two keys waits for them in this one.
        IReadOnlyList<NewSession> all = [.. sessions.OrderBy(session => Convert.ToHexString(session.KeyHash), StringComparer.Ordinal)];
        byte[][] hashes = [.. all.Select(one => one.KeyHash)];
        byte[][] visitors = [.. all.Select(one => one.Visitor).OfType<byte[]>()];
        batch.Then(
            Start, Sql.Of(hashes), Ids(all, one => one.Id), Ids(all, one => one.ConversationId), Texts(all, one => one.Playbook),
            Texts(all, one => Words.Of(one.Channel)), Texts(all, one => one.Greeting), Sql.Column(all, NpgsqlDbType.Bytea, one => one.Visitor), Sql.Of(now));
        batch.Then(Resume, Sql.Of(hashes), Sql.Of(now));
        if (visitors.Length > 0)
            batch.Then(Recognise, Sql.Of(visitors));
    }

    private static NpgsqlParameter Ids(IReadOnlyList<NewSession> all, Func<NewSession, Guid> value) => Sql.Column(all, NpgsqlDbType.Uuid, value);

    private static NpgsqlParameter Texts(IReadOnlyList<NewSession> all, Func<NewSession, string> value) => Sql.Column(all, NpgsqlDbType.Text, value);

    private static KeptSession Read(NpgsqlDataReader reader) => new(
        reader.GetGuid(1), reader.GetGuid(2), reader.GetString(3), reader.Word<Handling>(4), reader.IsDBNull(5) ? null : reader.GetGuid(5), reader.TextOrNull(6));
}
