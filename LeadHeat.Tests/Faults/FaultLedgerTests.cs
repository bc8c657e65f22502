using LeadHeat.Tests.Api.Conversations;
using LeadHeat.Tests.AppHost;
using Npgsql;

namespace LeadHeat.Tests.Faults;

/// <summary>The ledger that decides is itself tried: each kind of harm is done in the database, and has to be counted.</summary>
[Collection("app")]
public sealed class FaultLedgerTests(AppFixture fixture)
{
    // {0} is the conversation.
    [Theory]
    [InlineData("select", 0, 0, 0, 0, 0)]
    [InlineData("delete from messages where conversation_id = '{0}' and text = 'Under 2 Cr'", 1, 1, 0, 0, 0)]
    [InlineData("delete from turns t using messages m where m.id = t.message_id and m.conversation_id = '{0}' and m.text = 'Under 2 Cr'", 1, 1, 0, 0, 0)]
    [InlineData("insert into messages select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'external_id', 'again'))).* from messages m where conversation_id = '{0}' and author = 'bot' order by id desc limit 1", 0, 1, 0, 0, 0)]
    [InlineData("update turns a set reply_id = b.reply_id from turns b where a.conversation_id = '{0}' and b.conversation_id = '{0}' and a.id <> b.id", 0, 0, 1, 0, 0)]
    [InlineData("insert into conversations select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid()))).* from conversations c where id = '{0}'", 0, 0, 0, 1, 0)]
    [InlineData("update turns t set reply_id = null from messages m where m.id = t.message_id and m.conversation_id = '{0}' and m.text = 'Under 2 Cr'", 1, 1, 0, 0, 0)]
    [InlineData("update turns t set state = 'dead' from messages m where m.id = t.message_id and m.conversation_id = '{0}' and m.text = 'Under 2 Cr'", 0, 0, 0, 0, 1)]
    public async Task Harm_is_counted(string harm, int lost, int doubled, int outOfOrder, int secondConversations, int dead)
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);
        string[] ids = [$"a{Guid.NewGuid():N}", $"b{Guid.NewGuid():N}"];
        await visitor.SayAsync("Looking for a 2BHK in Whitefield", ids[0]);
        await visitor.SayAsync("Under 2 Cr", ids[1]);

        await using var source = NpgsqlDataSource.Create(fixture.App.ConnectionString("leadsdb"));
        await using var connection = await source.OpenConnectionAsync();
        await using var undone = await connection.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand(string.Format(System.Globalization.CultureInfo.InvariantCulture, harm, visitor.ConversationId), connection))
            await command.ExecuteNonQueryAsync();

        Assert.Equal(new FaultLedger(2, lost, doubled, outOfOrder, secondConversations, 0, dead), await FaultLedger.ReadAsync(connection, [visitor.ConversationId], ids));
    }
}
