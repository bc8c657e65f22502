using LeadHeat.Api.Conversations;
using LeadHeat.Api.Data;
using LeadHeat.Api.Turns;
using LeadHeat.Api.Usage;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Records;
using LeadHeat.Core.Scoring;
using Npgsql;

namespace LeadHeat.Api.Records;

/// <summary>Tells what a turn did, from its record and from what it left behind.</summary>
internal sealed class TurnReports(NpgsqlDataSource database, PlaybookLibrary playbooks, ModelPrices prices)
{
    /// <summary>Null when there is no such turn.</summary>
    public async Task<TurnReport?> ReadAsync(Guid turnId, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        foreach (var statement in (string[])[RecordSql.Turn, RecordSql.Message, RecordSql.Reply, RecordSql.Calls, RecordSql.Ledgers])
            batch.Then(statement, Sql.Of(turnId));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        var report = ReadTurn(turnId, reader);
        var message = await reader.NextListAsync(row => MessageRows.Read(row, 0), cancellationToken);
        var reply = await reader.NextListAsync(row => MessageRows.Read(row, 0), cancellationToken);
        var costs = await reader.NextListAsync(ReadCost, cancellationToken);
        var ledgers = await reader.NextListAsync(row => (IsAfter: row.GetBoolean(0), Score: row.GetInt32(1), Line: LedgerRows(row)), cancellationToken);
        return report with { Message = message[0], Reply = reply.FirstOrDefault(), Costs = costs, Score = ScoreChanges.Between(ledgers) };

        static LedgerLine LedgerRows(NpgsqlDataReader row) => Scoring.LedgerRows.Read(row, 2);
    }

    private TurnReport ReadTurn(Guid turnId, NpgsqlDataReader row)
    {
        var end = row.IsDBNull(5) ? null : row.Json(5, TurnJson.Default.TurnEnd);
        var record = row.IsDBNull(10) ? null : RecordPacking.Unpack(row.GetFieldValue<byte[]>(10));
        return new(
            turnId, row.GetGuid(6), row.GetString(7), row.GetGuid(8), row.GetString(0), row.GetInt32(1), row.Time(2), row.ValueOrNull<DateTimeOffset>(3),
            end?.Agent is null ? null : end.Milliseconds, row.TextOrNull(4), null!, null, record, [], null,
            playbooks.TryGet(row.GetString(9), out var playbook) ? playbook.Version : null);
    }

    private ModelCost ReadCost(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetInt32(3), row.GetDouble(4), row.ValueOrNull<decimal>(5), prices.Currency, row.Time(6));
}
