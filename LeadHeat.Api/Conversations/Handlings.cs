using LeadHeat.Api.Access;
using LeadHeat.Api.Data;
using LeadHeat.Api.Leads;
using LeadHeat.Api.Live;
using LeadHeat.Api.Problems;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Live;
using Npgsql;

namespace LeadHeat.Api.Conversations;

/// <summary>
/// People answer, take over and give back. The time and the ids of what they do are made under the conversation's lock, and a
/// reply of the bot is stored under it too: none can come after a take-over.
/// </summary>
internal sealed class Handlings(NpgsqlDataSource database, LiveEvents live, TimeProvider clock)
{
    /// <summary>Null when there is no such lead.</summary>
    public async Task<MessageView?> AnswerAsync(Guid leadId, SendMessage message, Actor actor, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await LockAsync(connection, leadId, cancellationToken) is not { } conversation)
            return null;

        var now = clock.GetUtcNow();
        var messageId = Guid.CreateVersion7(now);
        var externalId = $"person:{message.ClientMessageId}";
        var takesOver = conversation.Handling != Handling.Human || conversation.Handler != actor.Id;
        await using var batch = connection.CreateBatch();
        batch.Then(
            HandlingSql.Answer, Sql.Of(leadId), Sql.Of(conversation.Id), Sql.Of(messageId), Sql.Of(externalId), Sql.Of(message.Text),
            Sql.Of(LastWords.Of(message.Text)), Sql.Of(now), Sql.Of(actor.Id), Sql.Of(actor.Name), Sql.Of(Guid.CreateVersion7(now)),
            Sql.Of(takesOver ? 1 : 0));
        batch.Then(HandlingSql.Find, Sql.Of(conversation.Id), Sql.Of(externalId));
        batch.Then("commit");
        MessageView stored;
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            await reader.ReadAsync(cancellationToken);
            stored = MessageRows.Read(reader, 0);
            await reader.NextResultAsync(cancellationToken);
        }

        if (stored.Id == messageId)
        {
            live.Publish(LiveEventKind.MessageAdded, leadId, conversation.Id, messageId);
            live.Publish(LiveEventKind.LeadChanged, leadId, conversation.Id);
        }

        return stored;
    }

    /// <summary>Null when there is no such lead.</summary>
    public async Task<LeadRow?> ChangeAsync(Guid leadId, Handling handling, Actor actor, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await LockAsync(connection, leadId, cancellationToken) is not { } conversation)
            return null;

        await using var batch = connection.CreateBatch();
        var changes = conversation.Handling != handling || (handling == Handling.Human && conversation.Handler != actor.Id);
        if (changes)
            AddChange(batch, leadId, conversation.Id, handling, actor);
        batch.Then(HandlingSql.Row, Sql.Of(leadId));
        batch.Then("commit");
        LeadRow row;
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            await reader.ReadAsync(cancellationToken);
            row = LeadRows.Read(reader);
            await reader.NextResultAsync(cancellationToken);
        }

        if (changes)
            live.Publish(LiveEventKind.LeadChanged, leadId, conversation.Id);
        return row;
    }

    private void AddChange(NpgsqlBatch batch, Guid leadId, Guid conversationId, Handling handling, Actor actor)
    {
        var now = clock.GetUtcNow();
        batch.Then(
            HandlingSql.Change, Sql.Of(leadId), Sql.Of(conversationId), Sql.Of(Core.Wire.Words.Of(handling)), Sql.Of(actor.Id), Sql.Of(actor.Name),
            Sql.Of(now), Sql.Of(Guid.CreateVersion7(now)), Sql.Of(handling switch
            {
                Handling.Human => "Took over the conversation",
                Handling.Bot => "Gave the conversation back to the bot",
                _ => "Put the conversation into the queue",
            }));
    }

    private static async Task<(Guid Id, Handling Handling, Guid? Handler)?> LockAsync(
        NpgsqlConnection connection, Guid leadId, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then("begin");
        batch.Then(HandlingSql.Lock, Sql.Of(leadId));
        batch.Then("select 1 from leads where id = $1", Sql.Of(leadId));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (await reader.ReadAsync(cancellationToken))
            return (reader.GetGuid(0), reader.Word<Handling>(1), reader.ValueOrNull<Guid>(2));
        await reader.NextResultAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? throw new RuleViolation("This lead has no conversation to answer in.")
            : null;
    }
}
