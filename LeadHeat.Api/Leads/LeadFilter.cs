using LeadHeat.Api.Data;
using LeadHeat.Api.Visibility;
using LeadHeat.Api.Wire;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Overview;
using LeadHeat.Core.Wire;

namespace LeadHeat.Api.Leads;

/// <summary>
/// A query's filters as conditions on <c>leads l</c>. All but the words that are looked for are about columns that the indexes of
/// the orders carry.
/// </summary>
internal sealed class LeadFilter
{
    private readonly List<string> _conditions = [];
    private readonly List<string> _patterns = [];

    public LeadFilter(LeadQuery query, Sight sight, SqlParameters parameters)
    {
        if (sight.Condition(parameters) is { } seen)
            _conditions.Add(seen);
        Facets = LeadFacets.Of(query);
        if (query.Playbook is { } playbook)
            _conditions.Add($"l.playbook = {Playbook = parameters.Add(playbook)}");
        var few = Few(query, parameters).ToList();
        var created = Created(query, parameters).ToList();
        _conditions.AddRange([.. few, .. created]);
        if (query.Waiting == false)
            _conditions.Add("l.waiting_since is null");
        foreach (var word in Words(query))
            _patterns.Add(Pattern(word, parameters));
        Start = string.Concat(After(query, parameters)
            .Concat(query.Sort switch { LeadSort.LastActivity => few, LeadSort.Created => created, _ => [] }).Select(And));
        if (OverviewFigure.Parse(query.Figure) is { } figure)
        {
            (Figure, FigureOfEach) = figure.Measured is var (model, point) ? Measured(model, $"m.point = {point}")
                : figure.Best is var (measured, percent) ? Measured(measured, $"m.tenth <= {percent / 10}") : Counted(figure);
        }
        IsNarrow = few.Count > 0 || created.Count > 0 || _patterns.Count > 0 || Figure.Length > 0;
    }

    /// <summary>The facets that fit; null when every one does.</summary>
    public IReadOnlyList<short>? Facets { get; }

    /// <summary>The place of the playbook's name among the parameters; null when it is not asked for.</summary>
    public string? Playbook { get; }

    /// <summary>Where the list begins in its order, and which part of the order it is when an index has that part by itself.</summary>
    public string Start { get; }

    /// <summary>What fits may be a few leads anywhere in any order, which a facet does not lead to.</summary>
    public bool IsNarrow { get; }

    public bool LooksForWords => _patterns.Count > 0;

    public bool IsWordsAlone => LooksForWords && Facets is null && _conditions.Count == 0 && Figure.Length == 0;

    public bool IsNone => Facets is null && _conditions.Count == 0 && _patterns.Count == 0 && Figure.Length == 0;

    /// <summary>Of all but facets and words.</summary>
    public string Rest => string.Concat(_conditions.Select(And));

    public string FacetsAndRest => (Facets is null ? "" : And($"l.facet = any ('{{{string.Join(',', Facets)}}}')")) + Rest;

    /// <summary>Of the overview's figure, for leads that are found by it.</summary>
    public string Figure { get; } = "";

    /// <summary>The same for leads that are looked at one by one.</summary>
    public string FigureOfEach { get; } = "";

    /// <summary>That this column holds each of the words.</summary>
    public string Mentions(string column) => string.Concat(_patterns.Select(pattern => And(pattern.Replace("{}", column, StringComparison.Ordinal))));

    public static string Key(LeadSort sort) => sort switch
    {
        LeadSort.Score => "coalesce(l.score, -1)",
        LeadSort.Created => "l.created_at",
        _ => "l.last_activity_at",
    };

    private static (string Found, string OfEach) Counted(OverviewFigure figure)
    {
        var cells = $"o.cells && '{{{string.Join(',', figure.Cells)}}}'";
        return (And($"exists (select from overview_leads o where o.lead_id = l.id and {cells})"), And($"(select {cells} from overview_leads o where o.lead_id = l.id)"));
    }

    private static (string Found, string OfEach) Measured(int model, string which)
    {
        var measured = And(FormattableString.Invariant(
            $"l.id in (select m.lead_id from heat_measured m join heat_models h on h.id = m.model_id where h.version = {model} and {which})"));
        return (measured, measured);
    }

    private static string And(string condition) => " and " + condition;

    private static IEnumerable<string> Few(LeadQuery query, SqlParameters parameters)
    {
        if (Guid.TryParse(query.Owner, out var owner))
            yield return $"l.owner_id = {parameters.Add(owner)}";
        if (query.Upload is { } upload)
            yield return $"l.upload_id = {parameters.Add(upload)}";
        if (query.Waiting == true)
            yield return "l.waiting_since is not null";
    }

    private static IEnumerable<string> Created(LeadQuery query, SqlParameters parameters)
    {
        if (query.CreatedFrom is { } first)
            yield return $"l.created_at >= {parameters.Add(first)}";
        if (query.CreatedTo is { } end)
            yield return $"l.created_at < {parameters.Add(end)}";
    }

    private static IEnumerable<string> After(LeadQuery query, SqlParameters parameters)
    {
        if (query.Cursor is null || !Cursor.TryRead(query.Cursor, LeadQueryParameters.Order(query.Sort), out var last))
            yield break;
        var key = query.Sort == LeadSort.Score ? parameters.Add((int)last.Key) : parameters.Add(new DateTimeOffset(last.Key, TimeSpan.Zero));
        yield return $"({Key(query.Sort)}, l.id) < ({key}, {parameters.Add(last.Id)})";
    }

    private static string[] Words(LeadQuery query) =>
        (query.Text ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // The index knows groups of three letters; a shorter word is found in it only together with the space before it. Of an address
    // it is asked for the person alone: the groups of a domain that everybody has would each be looked up for each candidate.
    private static string Pattern(string word, SqlParameters parameters)
    {
        if (word.IndexOf('@', StringComparison.Ordinal) is var at and >= 3)
            return $"{{}} like {parameters.Add($"%{Escape(word[..at])}%")} and strpos({{}}, {parameters.Add(word)}) > 0";
        return word.Length >= 3
            ? $"{{}} like {parameters.Add($"%{Escape(word)}%")}"
            : $"({{}} like {parameters.Add($"{Escape(word)}%")} or {{}} like {parameters.Add($"% {Escape(word)}%")})";
    }

    private static string Escape(string word) => word.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_");
}
