using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Channels;
using Npgsql;

namespace LeadHeat.Tests.Faults;

/// <summary>The ledger of what is delivered is itself tried: each kind of harm is done in the database, and has to be counted.</summary>
[Collection("channels")]
public sealed class IntakeLedgerTests(ChannelsFixture fixture)
{
    // {0} is the id of the second of two messages.
    [Theory]
    [InlineData("select", 2, 0, 0, 0, 0)]
    [InlineData("delete from inbound where external_id = '{0}'", 1, 0, 0, 1, 0)]
    [InlineData("delete from messages where external_id = '{0}'", 1, 0, 0, 1, 0)]
    [InlineData("delete from turns t using messages m where m.id = t.message_id and m.external_id = '{0}'", 1, 0, 0, 1, 0)]
    [InlineData("update inbound set state = 'pending' where external_id = '{0}'", 1, 1, 0, 0, 0)]
    [InlineData("update inbound set state = 'quarantined' where external_id = '{0}'", 1, 0, 1, 0, 0)]
    [InlineData("update turns t set state = 'dead' from messages m where m.id = t.message_id and m.external_id = '{0}'", 1, 0, 1, 0, 0)]
    [InlineData("update turns t set reply_id = null from messages m where m.id = t.message_id and m.external_id = '{0}'", 1, 0, 0, 1, 0)]
    [InlineData("update messages set external_id = '{0}' || ':again' where external_id = '{0}'", 1, 0, 0, 1, 0)]
    [InlineData("update turns a set reply_id = b.reply_id from turns b, messages m where m.id = a.message_id and m.external_id = '{0}' and b.conversation_id = a.conversation_id and b.id <> a.id", 2, 0, 0, 0, 1)]
    public async Task Harm_is_counted(string harm, int processed, int pending, int dead, int lost, int doubled)
    {
        string[] ids = [WhatsApp.Id(), WhatsApp.Id()];
        Assert.Equal(200, await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(ChannelsFixture.Number(), (ids[0], "hello"), (ids[1], "a flat in Whitefield"))));
        await IntakeLedger.DecideAsync(fixture.App, ids);

        await using var source = NpgsqlDataSource.Create(fixture.App.ConnectionString("leadsdb"));
        await using var connection = await source.OpenConnectionAsync();
        await using var undone = await connection.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand(string.Format(System.Globalization.CultureInfo.InvariantCulture, harm, ids[1]), connection))
            await command.ExecuteNonQueryAsync();

        Assert.Equal(new IntakeLedger(2, processed, pending, dead, lost, doubled), await IntakeLedger.ReadAsync(connection, ids));
    }
}
