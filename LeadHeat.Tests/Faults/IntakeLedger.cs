using System.Diagnostics;
using LeadHeat.Tests.AppHost;
using Npgsql;

namespace LeadHeat.Tests.Faults;

/// <summary>What the database says of messages that a platform delivered and that were acknowledged, by the platform's ids.</summary>
/// <param name="Processed">Stored, and answered or left to a person.</param>
/// <param name="Pending">Stored, and on their way.</param>
/// <param name="Dead">Stored, and a person has to look: not understood, or failed too often.</param>
/// <param name="Lost">Acknowledged, and not stored; or said to be done, and in no conversation; or said to be answered, and there is no reply.</param>
/// <param name="Doubled">In a conversation twice, or answered twice.</param>
internal sealed record IntakeLedger(int Acknowledged, int Processed, int Pending, int Dead, int Lost, int Doubled)
{
    // $1 ids that were acknowledged.
    private const string Sql = """
        with given as (select distinct unnest($1) as id),
        said as (
            select m.external_id, t.state, t.reply_id from messages m left join turns t on t.message_id = m.id
            where m.external_id = any($1) and m.author = 'visitor'),
        known as (
            select g.id, i.state as event, (select min(s.state) from said s where s.external_id = g.id) as turn,
                   exists (select from said s where s.external_id = g.id and s.state = 'done' and s.reply_id is null) as unanswered
            from given g left join inbound i on i.channel = 'whatsapp' and i.external_id = g.id)
        select count(*),
               count(*) filter (where event = 'done' and turn in ('done', 'silent') and not unanswered),
               count(*) filter (where event = 'pending' or event = 'done' and turn in ('queued', 'running')),
               count(*) filter (where event in ('quarantined', 'dead') or event = 'done' and turn = 'dead'),
               count(*) filter (where event is null or event = 'done' and (turn is null or unanswered)),
               (select count(*) - count(distinct external_id) + count(reply_id) - count(distinct reply_id) from said)
        from known
        """;

    /// <summary>Waits until nothing is on its way, and fails where acknowledged is not processed and dead, or anything is lost or doubled.</summary>
    /// <param name="fault">What the suite's table calls it; null: it is no part of the suite.</param>
    public static async Task DecideAsync(RunningApp app, IReadOnlyCollection<string> acknowledged, int dead = 0, string? fault = null, int? outOfOrder = null)
    {
        var began = Stopwatch.GetTimestamp();
        IntakeLedger ledger = null!;
        await Eventually.TrueAsync(
            async () => (ledger = await ReadAsync(app.ConnectionString("leadsdb"), acknowledged)) is { Pending: 0, Lost: 0 }, FaultScale.Limit, () => $"{ledger}");

        if (fault is not null)
            await FaultLedger.NoteAsync(FaultLedger.Line(fault, ledger.Acknowledged, ledger.Lost, ledger.Doubled, outOfOrder, 0, ledger.Dead, Stopwatch.GetElapsedTime(began).TotalSeconds));
        Assert.Equal(new IntakeLedger(acknowledged.Count, acknowledged.Count - dead, 0, dead, 0, 0), ledger);
    }

    private static async Task<IntakeLedger> ReadAsync(string database, IReadOnlyCollection<string> acknowledged)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var connection = await source.OpenConnectionAsync();
        return await ReadAsync(connection, acknowledged);
    }

    public static async Task<IntakeLedger> ReadAsync(NpgsqlConnection connection, IReadOnlyCollection<string> acknowledged)
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. acknowledged] });
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        int Count(int place) => (int)row.GetInt64(place);
        return new(Count(0), Count(1), Count(2), Count(3), Count(4), Count(5));
    }
}
