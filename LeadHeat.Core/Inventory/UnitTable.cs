using LeadHeat.Core.Retrieval;

namespace LeadHeat.Core.Inventory;

/// <summary>The available units, cheapest first, and by city. Never changes: a new inventory is a new table.</summary>
public sealed class UnitTable
{
    private static readonly Comparer<UnitRow> ByPrice = Comparer<UnitRow>.Create((one, other) =>
        one.Unit.Price.CompareTo(other.Unit.Price) is not 0 and var order ? order : one.Unit.Id.CompareTo(other.Unit.Id));

    public static readonly UnitTable Empty = new([], new Vocabulary());

    private readonly UnitRow[] _all;
    private readonly Dictionary<string, UnitRow[]> _byCity;
    private readonly Vocabulary _vocabulary;

    public UnitTable(IEnumerable<UnitRow> rows, Vocabulary vocabulary)
    {
        _all = [.. rows.Where(row => row.Unit.Available).Order(ByPrice)];
        _byCity = _all.GroupBy(row => row.City).ToDictionary(city => city.Key, city => city.ToArray());
        _vocabulary = vocabulary;
    }

    private UnitTable(UnitRow[] all, Dictionary<string, UnitRow[]> byCity, Vocabulary vocabulary) => (_all, _byCity, _vocabulary) = (all, byCity, vocabulary);

    /// <summary>Without some units and with others: what is sorted stays sorted.</summary>
    public UnitTable With(IReadOnlySet<UnitRow> leave, IReadOnlyCollection<UnitRow> come)
    {
        UnitRow[] sorted = [.. come.Where(row => row.Unit.Available).Order(ByPrice)];
        var cities = new Dictionary<string, UnitRow[]>(_byCity);
        foreach (var city in leave.Concat(sorted).Select(row => row.City).Distinct())
            cities[city] = Merge(_byCity.GetValueOrDefault(city, []), leave, [.. sorted.Where(row => row.City == city)]);
        return new(Merge(_all, leave, sorted), cities, _vocabulary);
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
            query.City, query.Areas, query.Types, query.BedsMin, query.BedsMax, query.PriceMin, query.PriceMax, Currency: query.Currency,
            NotAreas: query.NotAreas, NotTypes: query.NotTypes, Features: query.Features, NotFeatures: query.NotFeatures));
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

    private static UnitRow[] Merge(UnitRow[] old, IReadOnlySet<UnitRow> leave, UnitRow[] come)
    {
        List<UnitRow> merged = new(old.Length + come.Length);
        var next = 0;
        foreach (var row in old)
        {
            if (leave.Count > 0 && leave.Contains(row))
                continue;
            while (next < come.Length && ByPrice.Compare(come[next], row) < 0)
                merged.Add(come[next++]);
            merged.Add(row);
        }

        merged.AddRange(come.AsSpan(next));
        return [.. merged];
    }

    // Null when a word is in no unit at all.
    private int[]? Terms(string? text)
    {
        List<int> terms = [];
        if (text is not null)
            Analyzer.Terms(text, term => terms.Add(_vocabulary.Find(term)));
        return terms.Contains(-1) ? null : [.. terms];
    }
}
