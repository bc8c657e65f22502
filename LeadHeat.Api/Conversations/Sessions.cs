using System.Security.Cryptography;
using System.Text;
using LeadHeat.Api.Data;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Conversations;

/// <summary>Visitors' chats: started or resumed by a key of which only the hash is kept.</summary>
internal sealed class Sessions(NpgsqlDataSource database, TimeProvider clock)
{
    private const int MessagesShown = 100;
    private const int SurelyOwn = 32;

    // An insert that loses a race against the same key returns nothing, and neither does its look at what was there before;
    // the next statement of the same transaction sees the winner. $1 key hash, ids: $2 session, $3 conversation; $4 playbook,
    // $5 channel, $6 greeting, $7 now, $8 the browser, or null.
    private const string Start = """
        with made as (
            insert into sessions (id, key_hash, conversation_id, channel, greeting, created_at, last_seen_at, visitor)
            values ($2, $1, $3, $5, $6, $7, $7, $8)
            on conflict (key_hash) do nothing
            returning conversation_id)
        insert into conversations (id, playbook, channel, handling, created_at)
        select conversation_id, $4, $5, 'bot', $7 from made
        """;

    private const string Resume = """
        update sessions s set last_seen_at = $2
        from conversations c
        where s.key_hash = $1 and c.id = s.conversation_id
        returning s.id, c.id, s.greeting, c.handling, c.lead_id, (select u.name from users u where u.id = c.handler_id)
        """;

    // Whoever comes back and has written is compared, once, with what the same browser wrote to another business. $1 the browser.
    private const string Recognise = """
        insert into contact_checks (contact_id)
        select l.contact_id from sessions s join conversations c on c.id = s.conversation_id join leads l on l.id = c.lead_id
        where s.visitor = $1 and not exists (select from contact_keys k where k.contact_id = l.contact_id and k.kind = 'visitor' and k.lead_id = l.id)
        """;

    // $1 session, $2 after, $3 before, $4 most.
    private const string Messages = $"""
        select {MessageRows.Columns} from messages m
        where m.conversation_id = (select conversation_id from sessions where id = $1) and m.id > $2 and m.id < $3
        order by m.id desc limit $4
        """;

    public async Task<SessionStarted> StartAsync(StartSession start, Playbook playbook, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var key = start.SessionKey ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{playbook.Name}\n{key}"));
        // A short key may be anybody's: it opens its conversation, but says nothing of who writes elsewhere.
        var visitor = key.Length >= SurelyOwn ? SHA256.HashData(Encoding.UTF8.GetBytes($"visitor\n{key}")) : null;
        var (sessionId, conversationId) = (Guid.CreateVersion7(now), Guid.CreateVersion7(now));
        await using var batch = database.CreateBatch();
        batch.Then(
            Start, Sql.Bytes(hash), Sql.Of(sessionId), Sql.Of(conversationId), Sql.Of(playbook.Name), Sql.Of(Words.Of(start.Channel)),
            Sql.Of(playbook.Greeting(conversationId)), Sql.Of(now), Sql.BytesOrNull(visitor));
        batch.Then(Resume, Sql.Bytes(hash), Sql.Of(now));
        if (visitor is not null)
            batch.Then(Recognise, Sql.Bytes(visitor));
        SessionStarted started;
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            await reader.ReadAsync(cancellationToken);
            started = new(
                reader.GetGuid(0), reader.GetGuid(1), key, reader.GetString(2), playbook.Chips, reader.GetGuid(0) != sessionId,
                reader.Word<Handling>(3), reader.TextOrNull(5), []);
            if (reader.IsDBNull(4))
                return started;
        }

        return started with { Messages = await ReadAsync(started.SessionId, null, null, cancellationToken) ?? [] };
    }

    /// <summary>The latest that a visitor may see between two messages, oldest first; null when there is no such session.</summary>
    public async Task<IReadOnlyList<MessageView>?> ReadAsync(Guid sessionId, Guid? after, Guid? before, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then("select 1 from sessions where id = $1", Sql.Of(sessionId));
        batch.Then(Messages, Sql.Of(sessionId), Sql.Of(after ?? Guid.Empty), Sql.Of(before ?? Guid.AllBitsSet), Sql.Of(MessagesShown));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;

        await reader.NextResultAsync(cancellationToken);
        List<MessageView> messages = [];
        while (await reader.ReadAsync(cancellationToken))
            messages.Add(MessageRows.ForVisitor(MessageRows.Read(reader, 0)));
        messages.Reverse();
        return messages;
    }
}
