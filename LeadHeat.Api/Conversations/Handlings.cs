using LeadHeat.Api.Access;
using LeadHeat.Api.Data;
using LeadHeat.Api.Leads;
using LeadHeat.Api.Live;
using LeadHeat.Api.Problems;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Conversations;

/// <summary>
/// People answer, take over and give back. The time and the ids of what they do are made under the conversation's lock, and a
/// reply of the bot is stored under it too: none can come after a take-over.
/// </summary>
internal sealed class Handlings(NpgsqlDataSource database, LiveEvents live, TimeProvider clock)
{
    /// <summary>Null when there is no such lead.</summary>
    /// <exception cref="RuleViolation">Another person has the conversation, and the sender has not seen that.</exception>
    public Task<MessageView?> AnswerAsync(Guid leadId, SendMessage message, Actor actor, CancellationToken cancellationToken) =>
        AnswerAsync(leadId, message, template: null, actor, cancellationToken);

    /// <summary>The same, in the words of a template where one is given.</summary>
    public async Task<MessageView?> AnswerAsync(Guid leadId, SendMessage message, TemplateUse? template, Actor actor, CancellationToken cancellationToken)
    {
        var externalId = $"person:{message.ClientMessageId}";
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var (owner, sent) = await LockAsync(connection, leadId, externalId, cancellationToken);
        if (owner is null || sent is not null)
            return sent;
        owner.AdmitAnswer(actor, message.OwnerVersion);
        owner.AdmitSending(isTemplate: template is { FlowToken: null });

        var now = clock.GetUtcNow();
        var messageId = Guid.CreateVersion7(now);
        await using var batch = connection.CreateBatch();
        batch.Then(
            HandlingSql.Answer, Sql.Of(leadId), Sql.Of(owner.ConversationId), Sql.Of(messageId), Sql.Of(externalId), Sql.Of(message.Text),
            Sql.Of(LastWords.Of(message.Text)), Sql.Of(now), Sql.Of(actor.Id), Sql.Of(actor.Name), Sql.Of(Guid.CreateVersion7(now)),
            Sql.Of(owner.IsHeldBy(actor) ? 0 : 1));
        if (template is not null)
            batch.Then(HandlingSql.AsTemplate, Sql.Of(messageId), Sql.Json(template, LeadHeatJson.Default.TemplateUse));
        batch.Then(HandlingSql.Find, Sql.Of(leadId), Sql.Of(externalId));
        batch.Then("commit");
        var stored = await ReadLastAsync(batch, row => MessageRows.Read(row, 0), cancellationToken);
        Announce(leadId, owner.ConversationId, messageId);
        return stored;
    }

    /// <summary>Null when there is no such lead.</summary>
    /// <exception cref="RuleViolation">The conversation has changed hands since the caller saw it.</exception>
    public async Task<LeadRow?> ChangeAsync(Guid leadId, ChangeHandling change, Actor actor, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var (owner, _) = await LockAsync(connection, leadId, externalId: null, cancellationToken);
        if (owner is null)
            return null;

        await using var batch = connection.CreateBatch();
        var now = clock.GetUtcNow();
        var messageId = Guid.CreateVersion7(now);
        var changes = owner.ChangesTo(change.Handling, actor);
        if (changes)
        {
            owner.AdmitChange(actor, change.OwnerVersion);
            // The bot would answer.
            if (change.Handling != Handling.Human)
                owner.AdmitSending(isTemplate: false);
            AddChange(batch, leadId, owner, change.Handling, actor, messageId, now);
        }

        batch.Then(HandlingSql.Row, Sql.Of(leadId));
        batch.Then("commit");
        var row = await ReadLastAsync(batch, LeadRows.Read, cancellationToken);
        if (changes)
            Announce(leadId, owner.ConversationId, messageId);
        return row;
    }

    private static void AddChange(
        NpgsqlBatch batch, Guid leadId, Ownership owner, Handling handling, Actor actor, Guid messageId, DateTimeOffset now)
    {
        var words = HandlingWords.Of(handling, actor);
        var dialogue = handling == Handling.Bot ? owner.Dialogue?.GivenBack() : null;
        batch.Then(
            HandlingSql.Change, Sql.Of(leadId), Sql.Of(owner.ConversationId), Sql.Of(Words.Of(handling)), Sql.Of(actor.Id), Sql.Of(actor.Name), Sql.Of(now),
            Sql.Of(Guid.CreateVersion7(now)), Sql.Of(words.ForTeam), Sql.Of(messageId), Sql.Of(words.ForVisitor),
            dialogue is null ? Sql.NoJson() : Sql.Json(dialogue, LeadHeatJson.Default.DialogueState));
    }

    private void Announce(Guid leadId, Guid conversationId, Guid messageId)
    {
        live.Publish(LiveEventKind.MessageAdded, leadId, conversationId, messageId);
        live.Publish(LiveEventKind.LeadChanged, leadId, conversationId);
    }

    /// <summary>The one row that the batch brings, with what stands behind it done, too.</summary>
    private static async Task<T> ReadLastAsync<T>(NpgsqlBatch batch, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var result = read(reader);
        await reader.NextResultAsync(cancellationToken);
        return result;
    }

    /// <summary>The owner, null when there is no such lead; and the message where this one was sent before.</summary>
    private static async Task<(Ownership? Owner, MessageView? Sent)> LockAsync(
        NpgsqlConnection connection, Guid leadId, string? externalId, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then("begin");
        batch.Then(HandlingSql.Lock, Sql.Of(leadId));
        batch.Then("select 1 from leads where id = $1", Sql.Of(leadId));
        batch.Then(HandlingSql.Find, Sql.Of(leadId), Sql.Of(externalId));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var owner = await reader.ReadAsync(cancellationToken) ? Ownership.Read(reader) : null;
        await reader.NextResultAsync(cancellationToken);
        if (owner is null && await reader.ReadAsync(cancellationToken))
            throw new RuleViolation("This lead has no conversation to answer in.");
        await reader.NextResultAsync(cancellationToken);
        return (owner, await reader.ReadAsync(cancellationToken) ? MessageRows.Read(reader, 0) : null);
    }
}
