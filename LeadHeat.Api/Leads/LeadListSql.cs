using LeadHeat.Api.Data;
using LeadHeat.Api.Wire;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Leads;

/// <summary>
/// One page of leads as one statement over one table. A filter of several words, status = new or working, is asked once per word
/// and the answers are merged: each of them is then the beginning of an index, however rare the words are among the newest leads.
/// Words of closed lists stand in the text, so that the planner knows how common they are; everything else is a parameter.
/// </summary>
internal sealed class LeadListSql
{
    private static readonly TimeSpan ShortRange = TimeSpan.FromDays(31);

    private readonly SqlParameters _parameters = new();
    private readonly List<string> _conditions = [];
    private (string Column, IReadOnlyList<string> Words)? _merged;
    private string _with = "";
    private string _leads = "leads";

    public static NpgsqlBatchCommand Page(LeadQuery query)
    {
        var sql = new LeadListSql();
        sql.Filter(query);
        sql.After(query);
        return sql._parameters.Command(sql.Select(query.Sort, query.Limit + 1));
    }

    /// <summary>The newest leads of each status.</summary>
    public static NpgsqlBatchCommand Columns(LeadQuery query, IReadOnlyList<LeadStatus> statuses)
    {
        var sql = new LeadListSql();
        sql.Filter(query with { Status = null, Sort = LeadSort.Created }, merge: false);
        return sql._parameters.Command(
            $"select {LeadRows.Columns} from {sql.PerStatus(statuses, "*", query.Limit + 1)} order by l.status, l.last_activity_at desc, l.id desc");
    }

    /// <summary>How many leads each status has, and their worth by currency, looking at no more than <paramref name="cap"/> of each.</summary>
    public static NpgsqlBatchCommand Sums(LeadQuery query, IReadOnlyList<LeadStatus> statuses, int cap)
    {
        var sql = new LeadListSql();
        sql.Filter(query with { Status = null, Sort = LeadSort.Created }, merge: false);
        return sql._parameters.Command(
            $"select l.status, l.currency, count(*)::int, sum(l.value) from {sql.PerStatus(statuses, "status, currency, value", cap)} group by 1, 2");
    }

    private string PerStatus(IReadOnlyList<LeadStatus> statuses, string columns, int limit) =>
        $"""
        unnest(array[{Quote(statuses.Select(Words.Of))}]) s cross join lateral
        (select {columns} from leads l where l.status = s{And()} order by l.last_activity_at desc, l.id desc limit {limit}) l
        """;

    private string Select(LeadSort sort, int limit)
    {
        var order = $"{Key(sort)} desc, l.id desc limit {limit}";
        var from = _merged is not { } merged
            ? $"(select * from {_leads} l where true{And()} order by {order}) l"
            : $"""
              unnest(array[{Quote(merged.Words)}]) m cross join lateral
              (select * from {_leads} l where l.{merged.Column} = m{And()} order by {order}) l
              """;
        return $"{_with}select {LeadRows.Columns} from {from} order by {order}";
    }

    private void Filter(LeadQuery query, bool merge = true)
    {
        Among("status", query.Status, merge);
        Among("heat", query.Heat, merge);
        Among("source", query.Source, merge);
        if (query.Playbook is { } playbook)
            _conditions.Add($"l.playbook = {_parameters.Add(playbook)}");
        if (query.Owner is { } owner)
            _conditions.Add(owner == "none" ? "l.owner_id is null" : $"l.owner_id = {_parameters.Add(Guid.Parse(owner))}");
        if (query.Waiting is { } waiting)
            _conditions.Add(waiting ? "l.waiting_since is not null" : "l.waiting_since is null");
        Created(query.CreatedFrom, query.CreatedTo, query.Sort);
        foreach (var word in (query.Text ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            Mentions(word);
    }

    private void Among<T>(string column, IReadOnlyList<T>? values, bool merge) where T : struct, Enum
    {
        if (values is null || values.Count == Words.All<T>().Count)
            return;
        if (merge && values.Count > 1 && _merged is null)
            _merged = (column, [.. values.Select(Words.Of)]);
        else
            _conditions.Add(values.Count == 1 ? $"l.{column} = '{Words.Of(values[0])}'" : $"l.{column} in ({Quote(values.Select(Words.Of))})");
    }

    private void Created(DateTimeOffset? from, DateTimeOffset? to, LeadSort sort)
    {
        List<string> range = [];
        if (from is { } first)
            range.Add($"l.created_at >= {_parameters.Add(first)}");
        if (to is { } end)
            range.Add($"l.created_at < {_parameters.Add(end)}");
        if (sort == LeadSort.Created || to - from is not { } width || width > ShortRange)
        {
            _conditions.AddRange(range);
            return;
        }

        // Left to itself the planner looks for last spring's leads among all that were active since.
        _with = $"with created as materialized (select * from leads l where {string.Join(" and ", range)}) ";
        _leads = "created";
    }

    // The index knows groups of three letters; a shorter word is found in it only together with the space before it.
    private void Mentions(string word)
    {
        var pattern = word.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_");
        _conditions.Add(word.Length >= 3
            ? $"l.search like {_parameters.Add($"%{pattern}%")}"
            : $"(l.search like {_parameters.Add($"{pattern}%")} or l.search like {_parameters.Add($"% {pattern}%")})");
    }

    private void After(LeadQuery query)
    {
        if (query.Cursor is null || !Cursor.TryRead(query.Cursor, LeadQueryParameters.Order(query.Sort), out var last))
            return;
        var key = query.Sort == LeadSort.Score
            ? _parameters.Add((int)last.Key)
            : _parameters.Add(new DateTimeOffset(last.Key, TimeSpan.Zero));
        _conditions.Add($"({Key(query.Sort)}, l.id) < ({key}, {_parameters.Add(last.Id)})");
    }

    private string And() => string.Concat(_conditions.Select(condition => " and " + condition));

    private static string Key(LeadSort sort) => sort switch
    {
        LeadSort.Score => "coalesce(l.score, -1)",
        LeadSort.Created => "l.created_at",
        _ => "l.last_activity_at",
    };

    private static string Quote(IEnumerable<string> words) => string.Join(", ", words.Select(word => $"'{word}'"));
}
