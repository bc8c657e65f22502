using LeadHeat.Api.Data;
using LeadHeat.Core.Overview;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Overview;

/// <summary>Leads in a cell.</summary>
/// <param name="Key">Of the group; null where none is asked for, or of nobody's leads.</param>
/// <param name="Step">The first day of the step; the first day there is where none is asked for.</param>
internal readonly record struct CellCount(string? Key, DateOnly Step, int Cell, int Leads);

/// <summary>How long a step is when counts are told by time.</summary>
internal enum CountStep { None, Day, Week, Month }

/// <summary>Reads counts: of whole months from the months, of the days at the edges of a period from the days.</summary>
internal sealed class OverviewCounts([FromKeyedServices(Database.Lists)] NpgsqlDataSource database)
{
    public async Task<(OverviewFrame Frame, List<CellCount> Cells)> ReadAsync(
        OverviewQuery query, OverviewFrame frame, OverviewFamily[] families, CancellationToken cancellationToken, OverviewGroup? by = null, CountStep step = CountStep.None)
    {
        await using var batch = database.CreateBatch();
        batch.Then("select rolled_at, counted from overview_state").BatchCommands.Add(Select(query, frame, families, by, step));
        await using var row = await batch.ExecuteReaderAsync(cancellationToken);
        if (await row.ReadAsync(cancellationToken))
            frame = frame with { UpdatedAt = row.ValueOrNull<DateTimeOffset>(0), Counted = row.GetInt64(1) };
        return (frame, await row.NextListAsync(
            cell => new CellCount(cell.TextOrNull(0), cell.GetFieldValue<DateOnly>(1), cell.GetInt32(2), cell.GetInt32(3)), cancellationToken));
    }

    private static NpgsqlBatchCommand Select(OverviewQuery query, OverviewFrame frame, OverviewFamily[] families, OverviewGroup? by, CountStep step)
    {
        var parameters = new SqlParameters();
        var slices = Slices(query, by, parameters);
        var key = by switch { OverviewGroup.Source => "s.source", OverviewGroup.Playbook => "s.playbook", OverviewGroup.Owner => "s.owner_id::text", _ => "null::text" };
        var start = step switch
        {
            CountStep.Day => "d.bucket",
            CountStep.Week => "date_trunc('week', d.bucket)::date",
            CountStep.Month => "date_trunc('month', d.bucket)::date",
            _ => "date '0001-01-01'",
        };
        // Numbers are summed up first: what a group is called is looked up for few rows then, not for all.
        var arms = Parts(frame, step).Select(part => $"""
            select d.slice, {start} as start, d.cell, sum(d.n) as n from {part.Table} d
            where d.family = any ('{Families(families)}') and d.bucket >= {parameters.Add(part.From)} and d.bucket < {parameters.Add(part.To)}
                and d.slice = any (array(select s.id from overview_slices s where {slices}))
            group by 1, 2, 3
            """);
        return parameters.Command($"""
            select {key} as key, c.start, c.cell, sum(c.n)::int from ({string.Join(" union all ", arms)}) c join overview_slices s on s.id = c.slice group by 1, 2, 3
            """);
    }

    private static string Families(OverviewFamily[] families) => $"{{{string.Join(',', families.Select(family => (int)family))}}}";

    private static string Slices(OverviewQuery query, OverviewGroup? by, SqlParameters parameters)
    {
        List<string> conditions = [query.Owner is null && by != OverviewGroup.Owner ? "not s.by_owner" : "s.by_owner"];
        if (query.Owner == "none")
            conditions.Add("s.owner_id is null");
        else if (query.Owner is { } owner)
            conditions.Add($"s.owner_id = {parameters.Add(Guid.Parse(owner))}");
        if (query.Playbook is { } playbook)
            conditions.Add($"s.playbook = {parameters.Add(playbook)}");
        if (query.Source is { } source)
            conditions.Add($"s.source = {parameters.Add(Words.Of(source))}");
        return string.Join(" and ", conditions);
    }

    private static IEnumerable<(string Table, DateOnly From, DateOnly To)> Parts(OverviewFrame frame, CountStep step)
    {
        var (from, to) = (frame.From ?? DateOnly.MinValue, frame.To.AddDays(1));
        var (first, last) = (from.Day == 1 ? from : new DateOnly(from.Year, from.Month, 1).AddMonths(1), new DateOnly(to.Year, to.Month, 1));
        if (first >= last || step is CountStep.Day or CountStep.Week)
            return [("overview_days", from, to)];
        return new[] { ("overview_days", from, first), ("overview_months", first, last), ("overview_days", last, to) }.Where(part => part.Item2 < part.Item3);
    }
}
