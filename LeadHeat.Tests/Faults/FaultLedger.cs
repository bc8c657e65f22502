using System.Globalization;
using LeadHeat.AppHost.Local.Engine;
using LeadHeat.Tests.AppHost;
using Npgsql;

namespace LeadHeat.Tests.Faults;

/// <summary>What the database says after a fault.</summary>
/// <param name="Lost">Acknowledged, and not stored; or stored, and in no state that leads to an answer; or said to be answered, and there is no reply.</param>
/// <param name="Doubled">Stored twice, or answered twice.</param>
/// <param name="OutOfOrder">Replies of one conversation in another order than their messages.</param>
/// <param name="SecondConversations">Those beyond one for each channel and contact, and leads beyond one for each conversation.</param>
/// <param name="Open">Turns that wait.</param>
/// <param name="Dead">Turns that failed too often, and were left to people.</param>
internal sealed record FaultLedger(int Acknowledged, int Lost, int Doubled, int OutOfOrder, int SecondConversations, int Open, int Dead)
{
    private const string Sql = """
        with said as (
            select m.id, m.external_id, m.conversation_id, t.state, t.reply_id
            from messages m left join turns t on t.message_id = m.id
            where m.conversation_id = any($1) and m.author = 'visitor'),
        contacts as (
            select distinct l.contact_id from conversations c join leads l on l.id = c.lead_id where c.id = any($1)),
        talks as (
            select c.id, c.channel, l.contact_id, l.id as lead_id from contacts k join leads l using (contact_id) join conversations c on c.lead_id = l.id)
        select (select count(*) from unnest($2) given (acknowledged) where not exists (select from said where external_id = acknowledged))
             + (select count(*) from said where state is null or state not in ('done', 'silent', 'dead', 'queued', 'running') or state = 'done' and reply_id is null),
               (select count(*) - count(distinct external_id) from said)
             + (select count(*) - count(distinct reply_id) from said where reply_id is not null)
             + (select count(*) from messages m where m.conversation_id = any($1) and m.author = 'bot' and m.external_id not like 'greeting:%'
                and not exists (select from said where reply_id = m.id)),
               (select count(*) from said a join said b using (conversation_id) where a.id < b.id and a.reply_id > b.reply_id),
               (select count(*) - count(distinct (channel, contact_id)) from talks) + (select count(*) - count(distinct contact_id) from contacts join leads using (contact_id)),
               (select count(*) from said where state in ('queued', 'running')),
               (select count(*) from said where state = 'dead')
        """;

    /// <summary>Waits until all of it is answered, and fails where anything is lost, doubled or out of order; a line of the suite's table.</summary>
    public static async Task<string> DecideAsync(RunningApp app, Traffic traffic, string fault)
    {
        var recovered = await traffic.EndAsync();
        FaultLedger ledger = null!;
        await Eventually.TrueAsync(AllAnsweredAsync, FaultScale.Limit, () => $"{ledger}");
        var line = Line(fault, ledger.Acknowledged, ledger.Lost, ledger.Doubled, ledger.OutOfOrder, ledger.SecondConversations, ledger.Dead, recovered.TotalSeconds);
        await NoteAsync(line);
        Assert.Equal(new FaultLedger(traffic.Planned, 0, 0, 0, 0, 0, 0), ledger);
        return line;

        async Task<bool> AllAnsweredAsync()
        {
            try
            {
                ledger = await ReadAsync(app, traffic);
                return ledger.Open == 0;
            }
            catch (NpgsqlException)
            {
                // It may be Postgres that was broken.
                return false;
            }
        }
    }

    /// <summary>A line of the suite's table.</summary>
    /// <param name="outOfOrder">Null where there is no order to keep.</param>
    public static string Line(string fault, int acknowledged, int lost, int doubled, int? outOfOrder, int secondConversations, int dead, double seconds) => string.Create(
        CultureInfo.InvariantCulture, $"| {fault} | {acknowledged} | {lost} | {doubled} | {(outOfOrder is { } count ? $"{count}" : "-")} | {secondConversations} | {dead} | {seconds:0.0} |");

    public static Task NoteAsync(string line) => File.AppendAllLinesAsync(Path.Combine(Solution.Root, "artifacts", "faults.md"), [line]);

    private static async Task<FaultLedger> ReadAsync(RunningApp app, Traffic traffic)
    {
        await using var connection = new NpgsqlConnection(app.ConnectionString("leadsdb") + ";Pooling=false");
        await connection.OpenAsync();
        return await ReadAsync(connection, traffic.Conversations, traffic.Acknowledged);
    }

    public static async Task<FaultLedger> ReadAsync(NpgsqlConnection connection, IReadOnlyCollection<Guid> conversations, IReadOnlyCollection<string> acknowledged)
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. conversations] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. acknowledged] });
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        int Count(int place) => (int)row.GetInt64(place);
        return new(acknowledged.Count, Count(0), Count(1), Count(2), Count(3), Count(4), Count(5));
    }
}
