using LeadHeat.Api.Data;
using LeadHeat.Core.Usage;
using Npgsql;

namespace LeadHeat.Api.Usage;

/// <summary>Sums the calls of hosted models up.</summary>
internal sealed class Usages([FromKeyedServices(Database.Lists)] NpgsqlDataSource database, ModelPrices prices, ModelSpending spending)
{
    private const int MostRows = 500;

    private const string Figures = """
        count(distinct k.turn_id)::int as turns, count(*)::int as calls, count(*) filter (where k.outcome <> 'done')::int as failed,
        coalesce(sum(k.input_tokens), 0)::bigint as tokens_in, coalesce(sum(k.output_tokens), 0)::bigint as tokens_out,
        coalesce(sum(k.cost), 0) as cost, count(*) filter (where k.cost is null)::int as unpriced
        """;

    private const string When = "from model_calls k where k.at >= $1 and k.at < $2";

    private const string Total = $"select {Figures} {When}";

    private const string ByDay = $"select {Figures}, to_char(k.at at time zone 'utc', 'YYYY-MM-DD') {When} group by 8 order by 8 limit $3";

    private const string ByChannel = $"select {Figures}, k.channel {When} group by 8 order by 6 desc, 8 limit $3";

    private const string ByConversation = $"""
        select x.*, l.id, l.name
        from (select {Figures}, coalesce(k.conversation_id::text, '') as key, k.conversation_id {When} group by k.conversation_id order by 6 desc, 8 limit $3) x
        left join conversations c on c.id = x.conversation_id left join leads l on l.id = c.lead_id
        order by x.cost desc, x.key
        """;

    public async Task<ModelUsage> ReadAsync(UsageBy by, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var today = await spending.TodayAsync(cancellationToken);
        await using var batch = database.CreateBatch();
        batch.Then(Total, Sql.Of(from), Sql.Of(to));
        batch.Then(by switch { UsageBy.Day => ByDay, UsageBy.Channel => ByChannel, _ => ByConversation }, Sql.Of(from), Sql.Of(to), Sql.Of(MostRows));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var total = Read(reader);
        var rows = await reader.NextListAsync(row => new UsageRow(
            row.GetString(7), Read(row), by == UsageBy.Conversation ? row.ValueOrNull<Guid>(9) : null, by == UsageBy.Conversation ? row.TextOrNull(10) : null), cancellationToken);
        return new(from, to, by, prices.Currency, total, rows, today);
    }

    private static UsageFigures Read(NpgsqlDataReader row) => new(
        row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt64(3), row.GetInt64(4), row.GetDecimal(5), row.GetInt32(6));
}
