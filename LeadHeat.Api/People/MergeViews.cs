using LeadHeat.Api.Data;
using LeadHeat.Api.Leads;
using LeadHeat.Api.Wire;
using LeadHeat.Core.Identity;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.People;

/// <summary>Merges with the two people side by side.</summary>
internal sealed class MergeViews(NpgsqlDataSource database)
{
    public const string Order = "merges";

    private const int LeadsShown = 5;

    // Certain ones are proposed for a moment before they are done. $1 states, $2 before this id; $3 most.
    private const string List = $"""
        select {MergeRows.Columns} from unnest($1) s (state)
        cross join lateral (
            select * from contact_merges m where m.state = s.state and m.id < $2 and not (m.state = 'proposed' and m.automatic)
            order by m.id desc limit $3) m
        order by m.id desc limit $3
        """;

    private const string One = $"select {MergeRows.Columns} from contact_merges m where m.id = $1";

    // $1 contact, $2 most.
    private const string OfContact = $"""
        select {MergeRows.Columns}
        from (
            select * from contact_merges where left_id in (select id from contacts where id = $1 or merged_into = $1)
            union select * from contact_merges where right_id in (select id from contacts where id = $1 or merged_into = $1)) m
        where not (m.state = 'proposed' and m.automatic)
        order by m.id desc limit $2
        """;

    // $1 merges.
    private const string Fields = """
        select f.merge_id, f.field, f.kept, f.other, f.merged, f.undone_at, f.note from contact_merge_fields f where f.merge_id = any($1)
        order by f.merge_id, f.field like 'lead:%' or f.field like 'contact:%', f.field
        """;

    public async Task<MergePage> ListAsync(IReadOnlyList<MergeState> states, Guid? before, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await RowsAsync(
            connection, List, [Sql.Of([.. states.Select(Words.Of)]), Sql.Of(before ?? Guid.AllBitsSet), Sql.Of(limit + 1)], cancellationToken);
        MergeRow[] page = [.. rows.Take(limit)];
        return new(await ViewsAsync(connection, page, cancellationToken), rows.Count > limit ? new Cursor(0, page[^1].Id).Write(Order) : null);
    }

    public async Task<MergeView?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await RowsAsync(connection, One, [Sql.Of(id)], cancellationToken);
        return (await ViewsAsync(connection, rows, cancellationToken)) is [var only] ? only : null;
    }

    public static async Task<IReadOnlyList<MergeView>> OfContactAsync(NpgsqlConnection connection, Guid contact, int most, CancellationToken cancellationToken) =>
        await ViewsAsync(connection, await RowsAsync(connection, OfContact, [Sql.Of(contact), Sql.Of(most)], cancellationToken), cancellationToken);

    private static async Task<List<MergeRow>> RowsAsync(NpgsqlConnection connection, string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(sql, parameters);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<MergeRow> rows = [];
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(MergeRows.Read(reader));
        return rows;
    }

    private static async Task<IReadOnlyList<MergeView>> ViewsAsync(NpgsqlConnection connection, IReadOnlyList<MergeRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
            return [];
        var people = await PeopleRead.AsOf(connection, [.. rows.SelectMany(row => (Guid[])[row.Left, row.Right]).Distinct()], cancellationToken);
        await using var batch = connection.CreateBatch();
        batch.Then(Fields, Sql.Of([.. rows.Select(row => row.Id)]));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<(Guid Merge, MergeField Field)> fields = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            fields.Add((reader.GetGuid(0), new(
                reader.GetString(1), reader.TextOrNull(2), reader.TextOrNull(3), reader.TextOrNull(4), reader.ValueOrNull<DateTimeOffset>(5), reader.TextOrNull(6))));
        }

        var byMerge = fields.ToLookup(each => each.Merge, each => each.Field);
        return [.. rows.Select(row => View(row, [.. byMerge[row.Id]], people))];
    }

    private static MergeView View(MergeRow row, IReadOnlyList<MergeField> fields, PeopleRead people)
    {
        // Who stays stands on the left; of two who are only proposed the older one.
        var left = row.Survivor ?? people.Older(row.Left, row.Right);
        var right = left == row.Left ? row.Right : row.Left;
        HashSet<Guid> moved = [.. fields
            .Where(field => field.UndoneAt is null && field.Field.StartsWith(ContactFields.LeadPrefix, StringComparison.Ordinal))
            .Select(field => Guid.Parse(field.Field.AsSpan(ContactFields.LeadPrefix.Length)))];
        var united = row.State == MergeState.Done && people.IsUnited(right);
        return new(
            row.Id, row.State, row.Confidence, row.Reasons, row.Automatic,
            people.View(left, united ? lead => !moved.Contains(lead) : null, LeadsShown), people.View(right, united ? moved.Contains : null, LeadsShown),
            row.CreatedAt, row.DecidedAt, row.DecidedBy, row.UndoneAt, row.UndoneBy, fields);
    }
}
