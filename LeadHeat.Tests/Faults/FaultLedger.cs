using System.Globalization;
using LeadHeat.Tests.AppHost;
using Npgsql;

namespace LeadHeat.Tests.Faults;

/// <summary>What the database says after a fault.</summary>
/// <param name="Lost">Acknowledged, and not stored; or stored, and in no state that leads to an answer.</param>
/// <param name="Doubled">Stored twice, or answered twice.</param>
/// <param name="OutOfOrder">Replies of one conversation in another order than their messages.</param>
/// <param name="Open">Turns that wait.</param>
internal sealed record FaultLedger(int Acknowledged, int Lost, int Doubled, int OutOfOrder, int Open)
{
    private const string Sql = """
        with said as (
            select m.id, m.external_id, m.conversation_id, t.state, t.reply_id
            from messages m left join turns t on t.message_id = m.id
            where m.conversation_id = any($1) and m.author = 'visitor')
        select (select count(*) from unnest($2) given (acknowledged) where not exists (select from said where external_id = acknowledged))
             + (select count(*) from said where state is null or state not in ('done', 'silent', 'dead', 'queued', 'running')),
               (select count(*) - count(distinct external_id) from said)
             + (select count(*) - count(distinct reply_id) from said where reply_id is not null)
             + (select count(*) from messages m where m.conversation_id = any($1) and m.author = 'bot' and m.external_id not like 'greeting:%'
                and not exists (select from said where reply_id = m.id)),
               (select count(*) from said a join said b using (conversation_id) where a.id < b.id and a.reply_id > b.reply_id),
               (select count(*) from said where state in ('queued', 'running'))
        """;

    public static async Task<FaultLedger> ReadAsync(RunningApp app, Traffic traffic)
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString("leadsdb"));
        await using var command = source.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. traffic.Conversations] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. traffic.Acknowledged] });
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        int Count(int place) => (int)row.GetInt64(place);
        return new(traffic.Acknowledged.Count, Count(0), Count(1), Count(2), Count(3));
    }

    /// <summary>A line of the suite's table.</summary>
    public string Line(string fault, TimeSpan recovered) => string.Create(
        CultureInfo.InvariantCulture, $"| {fault} | {Acknowledged} | {Lost} | {Doubled} | {OutOfOrder} | {recovered.TotalSeconds:0.0} |");
}
