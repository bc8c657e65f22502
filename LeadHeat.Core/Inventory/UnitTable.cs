using LeadHeat.Core.Retrieval;

namespace LeadHeat.Core.Inventory;

/// <summary>The available units, cheapest first, and by city. Never changes: a new inventory is a new table.</summary>
public sealed class UnitTable
{
    public static readonly UnitTable Empty = new([], new Vocabulary());

    private readonly UnitRow[] _all;
    private readonly Dictionary<string, UnitRow[]> _byCity;
    private readonly Vocabulary _vocabulary;

    public UnitTable(IEnumerable<UnitRow> rows, Vocabulary vocabulary)
    {
        _all = [.. rows.Where(row => row.Unit.Available).OrderBy(row => row.Unit.Price).ThenBy(row => row.Unit.Id)];
        _byCity = _all.GroupBy(row => row.City).ToDictionary(city => city.Key, city => city.ToArray());
        _vocabulary = vocabulary;
    }

    /// <summary>All of them, cheapest first.</summary>
    public IReadOnlyList<UnitRow> Rows => _all;

    /// <summary>Adds the units that fit to a list, cheapest first, until it has so many.</summary>
    /// <param name="query">Its text's words have to be in a unit, all of them.</param>
    /// <param name="fits">What else has to hold; null for nothing.</param>
    /// <param name="after">Price and id of the last unit that is not wanted any more.</param>
    public void Find(UnitQuery query, Func<Unit, bool>? fits, (decimal Price, Guid Id)? after, int most, List<Unit> found)
    {
        if (Terms(query.Text) is not { } terms)
            return;
        var matcher = new UnitMatcher(new(
            query.City, query.Areas, query.Types, query.BedsMin, query.BedsMax, query.PriceMin, query.PriceMax, Currency: query.Currency));
        foreach (var row in Candidates(query.City))
        {
            var unit = row.Unit;
            if (after is { } last && (unit.Price < last.Price || (unit.Price == last.Price && unit.Id.CompareTo(last.Id) <= 0)))
                continue;
            if (unit.Price > query.PriceMax || found.Count == most)
                return;
            if (matcher.Fits(row) && fits?.Invoke(unit) != false && row.HasAll(terms))
                found.Add(unit);
        }
    }

    private UnitRow[] Candidates(string? city) => city is null ? _all : _byCity.GetValueOrDefault(city.ToLowerInvariant(), []);

    // Null when a word is in no unit at all.
    private int[]? Terms(string? text)
    {
        List<int> terms = [];
        if (text is not null)
            Analyzer.Terms(text, term => terms.Add(_vocabulary.Find(term)));
        return terms.Contains(-1) ? null : [.. terms];
    }
}
