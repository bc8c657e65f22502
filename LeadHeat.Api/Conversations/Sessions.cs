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
internal sealed class Sessions(SessionStore store, NpgsqlDataSource database, TimeProvider clock)
{
    private const int MessagesShown = 100;
    private const int SurelyOwn = 32;

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
        var kept = await store.StartAsync(new(sessionId, conversationId, hash, visitor, playbook.Name, start.Channel, playbook.Greeting(conversationId)));
        return new(
            kept.Id, kept.ConversationId, key, kept.Greeting, playbook.Chips, kept.Id != sessionId, kept.Handling, kept.Handler,
            kept.LeadId is null ? [] : await ReadAsync(kept.Id, null, null, cancellationToken) ?? []);
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
