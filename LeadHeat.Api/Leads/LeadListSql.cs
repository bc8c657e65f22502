using LeadHeat.Api.Data;
using LeadHeat.Api.Visibility;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Leads;

/// <summary>
/// A page of leads in one of three ways. <see cref="Near"/> walks along the order and passes over what does not fit, for a bounded
/// way: that fills most pages. What stands further away is merged from the facets that fit, each of them in order
/// (<see cref="Merged"/>), or is so little that all of it can be found and sorted (<see cref="Found"/>).
/// </summary>
internal sealed class LeadListSql
{
    private readonly SqlParameters _parameters = new();
    private readonly LeadQuery _query;
    private readonly LeadFilter _filter;
    private readonly string _key;
    private readonly int _limit;
    private readonly Sight _sight;

    private LeadListSql(LeadQuery query, Sight sight)
    {
        _sight = sight;
        _query = query;
        _filter = new LeadFilter(query, sight, _parameters);
        _key = LeadFilter.Key(query.Sort);
        // One more than asked for says whether there is a next page.
        _limit = query.Limit + 1;
    }

    /// <summary>Looks at no more than this many of the next leads in the order, and reads the words of no more than that many.</summary>
    public static NpgsqlBatchCommand Near(LeadQuery query, Sight sight, int passed, int read)
    {
        var sql = new LeadListSql(query, sight);
        return sql._parameters.Command(sql._filter.IsWordsAlone ? sql.NearByWords(read) : sql.Near(passed, read));
    }

    public static bool Filters(LeadQuery query, Sight sight) => !new LeadListSql(query, sight)._filter.IsNone;

    /// <summary>Wherever they stand.</summary>
    public static NpgsqlBatchCommand Far(LeadQuery query, Sight sight)
    {
        var sql = new LeadListSql(query, sight);
        return sql._parameters.Command(sql._filter.IsNarrow ? sql.Found() : sql.Merged());
    }

    private string Near(int passed, int read)
    {
        // No index of an order has the upload or the team; the one of uploads' own has the order.
        var upload = (_query.Upload is null ? "" : ", l.upload_id") + (_sight.IsEverything ? "" : ", l.team_id");
        var way = $"""
            select l.id, {_key} as key, l.facet, l.playbook, l.owner_id, l.waiting_since, l.created_at{upload} from leads l
            where true{_filter.Start} order by {_key} desc, l.id desc limit {(_filter.IsNone ? _limit : passed)}
            """;
        var fitting = $"select l.id, l.key from ({way}) l where true{_filter.FacetsAndRest}{_filter.FigureOfEach} order by l.key desc, l.id desc limit ";
        return _filter.LooksForWords
            ? Rows($"""
                select w.id, w.key from ({fitting}{read}) w join leads t on t.id = w.id where true{_filter.Mentions("t.search")}
                order by w.key desc, w.id desc limit {_limit}
                """)
            : Rows(fitting + _limit);
    }

    // Without another filter the words are read along the way.
    private string NearByWords(int read) => Rows($"""
        select l.id, l.key from (
            select l.id, {_key} as key, l.search from leads l where true{_filter.Start} order by {_key} desc, l.id desc limit {read}) l
        where true{_filter.Mentions("l.search")} order by l.key desc, l.id desc limit {_limit}
        """);

    private string Merged()
    {
        var facets = string.Join(',', _filter.Facets ?? LeadFacets.All);
        var playbooks = _filter.Playbook is null ? "(select name from lead_playbooks)" : $"(values ({_filter.Playbook}))";
        return Rows($$"""
            select l.id, l.key from unnest('{{{facets}}}'::smallint[]) f(facet) cross join {{playbooks}} b(playbook) cross join lateral (
                select l.id, {{_key}} as key from leads l where l.facet = f.facet and l.playbook = b.playbook{{_filter.Rest}}{{_filter.Start}}
                order by {{_key}} desc, l.id desc limit {{_limit}}) l
            order by l.key desc, l.id desc limit {{_limit}}
            """);
    }

    private string Found()
    {
        var words = _filter.LooksForWords ? " join lead_texts t on t.lead_id = l.id" : "";
        return $"""
            with found as materialized (
                select l.id, {_key} as key from leads l{words} where true{_filter.FacetsAndRest}{_filter.Figure}{_filter.Start}{_filter.Mentions("t.text")})
            {Rows($"select id, key from found order by key desc, id desc limit {_limit}")}
            """;
    }

    private static string Rows(string page) =>
        $"select {LeadRows.Columns} from ({page}) p join leads l on l.id = p.id order by p.key desc, p.id desc";

    /// <summary>The newest leads of each status.</summary>
    public static NpgsqlBatchCommand Columns(LeadQuery query, Sight sight, IReadOnlyList<LeadStatus> statuses)
    {
        var sql = new LeadListSql(query with { Status = null, Sort = LeadSort.LastActivity }, sight);
        return sql._parameters.Command(
            $"select {LeadRows.Columns} from {sql.PerStatus(statuses, sql._limit)} order by l.status, p.key desc, p.id desc");
    }

    /// <summary>How many leads each status has, and their worth by currency, looking at no more than <paramref name="cap"/> of each.</summary>
    public static NpgsqlBatchCommand Sums(LeadQuery query, Sight sight, IReadOnlyList<LeadStatus> statuses, int cap)
    {
        var sql = new LeadListSql(query with { Status = null, Sort = LeadSort.LastActivity }, sight);
        return sql._parameters.Command(
            $"select l.status, l.currency, count(*)::int, sum(l.value) from {sql.PerStatus(statuses, cap)} group by 1, 2");
    }

    private string PerStatus(IReadOnlyList<LeadStatus> statuses, int limit)
    {
        var asked = $"array[{string.Join(", ", statuses.Select(status => $"'{Words.Of(status)}'"))}]";
        if (!_filter.IsNarrow)
            return $"""
                unnest({asked}) s cross join lateral (
                    select l.id, l.last_activity_at as key from leads l where l.status = s{_filter.FacetsAndRest}
                    order by l.last_activity_at desc, l.id desc limit {limit}) p join leads l on l.id = p.id
                """;

        var words = _filter.LooksForWords ? " join lead_texts t on t.lead_id = l.id" : "";
        return $"""
            (select *, row_number() over (partition by status order by key desc, id desc) as place from (
                select l.id, l.status, l.last_activity_at as key from leads l{words}
                where l.status = any ({asked}){_filter.FacetsAndRest}{_filter.Figure}{_filter.Mentions("t.text")}) f) p
            join leads l on l.id = p.id and p.place <= {limit}
            """;
    }
}
