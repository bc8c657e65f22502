using LeadHeat.Api.Data;
using LeadHeat.Api.Visibility;
using LeadHeat.Api.Wire;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Leads;

/// <summary>Pages, counts and columns of leads; each is one round trip.</summary>
internal sealed class LeadLists([FromKeyedServices(Database.Lists)] NpgsqlDataSource database)
{
    private const int Cap = 1000;

    // Passing over a lead reads an index and takes a fifth of a microsecond; reading its words takes five times as long.
    private const int Passed = 5000;
    private const int PassedForWords = 30_000;
    private const int Read = 2000;
    private const int ReadOn = 15_000;

    private static readonly LeadStatus[] Statuses = Enum.GetValues<LeadStatus>();
    private static readonly Heat[] Heats = Enum.GetValues<Heat>();

    private static string CountSql(string? seen) => "select " + string.Join(", ",
        ((string[])["true", "waiting_since is not null", "owner_id = $1", "owner_id is null"])
        .Concat(Heats.Select(heat => $"facet = any ('{{{string.Join(',', LeadFacets.Of(new LeadQuery(Heat: [heat]))!)}}}')"))
        .Concat(Statuses.Select(status => $"status = '{Words.Of(status)}'"))
        .Select(condition => $"(select count(*)::int from (select from leads l where {condition}{(seen is null ? "" : " and " + seen)} limit {Cap}) c)"));

    public async Task<LeadPage> PageAsync(LeadQuery query, Sight sight, CancellationToken cancellationToken)
    {
        var rows = await ReadAsync(LeadListSql.Near(query, sight, query.Text is null ? Passed : PassedForWords, Read), cancellationToken);
        // Words that are not rare soon fill the page further on; rare ones are found by their letters.
        if (rows.Count <= query.Limit && query.Text is not null && rows.Count * ReadOn / Read > query.Limit)
            rows = await ReadAsync(LeadListSql.Near(query, sight, PassedForWords, ReadOn), cancellationToken);
        if (rows.Count <= query.Limit && LeadListSql.Filters(query, sight))
            rows = await ReadAsync(LeadListSql.Far(query, sight), cancellationToken);
        return Cut(rows, query.Limit, query.Sort);
    }

    public async Task<LeadCounts> CountAsync(Guid? caller, Sight sight, CancellationToken cancellationToken)
    {
        var parameters = new SqlParameters();
        parameters.Add(caller ?? Guid.Empty);
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(parameters.Command(CountSql(sight.Condition(parameters))));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new LeadCounts(
            Cap,
            All: reader.GetInt32(0),
            Waiting: reader.GetInt32(1),
            Mine: reader.GetInt32(2),
            Unassigned: reader.GetInt32(3),
            Heats.Index().ToDictionary(heat => heat.Item, heat => reader.GetInt32(4 + heat.Index)),
            Statuses.Index().ToDictionary(status => status.Item, status => reader.GetInt32(4 + Heats.Length + status.Index)));
    }

    public async Task<Pipeline> PipelineAsync(LeadQuery query, Sight sight, CancellationToken cancellationToken)
    {
        var statuses = query.Status is { } asked ? [.. Statuses.Where(asked.Contains)] : Statuses;
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(LeadListSql.Columns(query, sight, statuses));
        batch.BatchCommands.Add(LeadListSql.Sums(query, sight, statuses, Cap));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var rows = (await LeadRows.ReadAllAsync(reader, cancellationToken)).ToLookup(row => row.Status);
        await reader.NextResultAsync(cancellationToken);
        var sums = (await ReadSumsAsync(reader, cancellationToken)).ToLookup(sum => sum.Status);
        return new Pipeline([.. statuses.Select(status => Column(status, [.. rows[status]], [.. sums[status]], query.Limit))]);
    }

    private async Task<List<LeadRow>> ReadAsync(NpgsqlBatchCommand statement, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(statement);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await LeadRows.ReadAllAsync(reader, cancellationToken);
    }

    private static PipelineColumn Column(LeadStatus status, List<LeadRow> rows, List<Sum> sums, int limit)
    {
        var page = Cut(rows, limit, LeadSort.LastActivity);
        var values = sums.Where(sum => sum is { Currency: not null, Value: not null }).ToDictionary(sum => sum.Currency!, sum => sum.Value!.Value);
        return new PipelineColumn(status, sums.Sum(sum => sum.Count), values, page.Items, page.Next);
    }

    private static async Task<List<Sum>> ReadSumsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        List<Sum> sums = [];
        while (await reader.ReadAsync(cancellationToken))
            sums.Add(new Sum(reader.Word<LeadStatus>(0), reader.TextOrNull(1), reader.GetInt32(2), reader.ValueOrNull<decimal>(3)));
        return sums;
    }

    private static LeadPage Cut(List<LeadRow> rows, int limit, LeadSort sort)
    {
        if (rows.Count <= limit)
            return new LeadPage(rows, null);
        rows.RemoveRange(limit, rows.Count - limit);
        return new LeadPage(rows, new Cursor(Key(rows[^1], sort), rows[^1].Id).Write(LeadQueryParameters.Order(sort)));
    }

    private static long Key(LeadRow row, LeadSort sort) => sort switch
    {
        LeadSort.Score => row.Score ?? -1,
        LeadSort.Created => row.CreatedAt.UtcTicks,
        _ => row.LastActivityAt.UtcTicks,
    };

    private sealed record Sum(LeadStatus Status, string? Currency, int Count, decimal? Value);
}
