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

    public int Count => _all.Length;

    /// <summary>The units that fit, cheapest first, after a place in that order.</summary>
    /// <param name="fits">What else has to hold; null for nothing.</param>
    /// <param name="after">Price and id of the last unit that is not wanted any more.</param>
    public void Find(UnitQuery query, Func<Unit, bool>? fits, (decimal Price, Guid Id)? after, int most, List<Unit> found)
    {
        if (Terms(query.Text) is not { } terms)
            return;
        var (areas, types) = (Lower(query.Areas), Lower(query.Types));
        var currency = query.Currency?.ToUpperInvariant();
        foreach (var row in Candidates(query.City))
        {
            var unit = row.Unit;
            if (after is { } last && (unit.Price < last.Price || (unit.Price == last.Price && unit.Id.CompareTo(last.Id) <= 0)))
                continue;
            if (unit.Price > query.PriceMax || found.Count == most)
                return;
            if (!(unit.Price < query.PriceMin) && !(unit.Beds < query.BedsMin) && !(unit.Beds > query.BedsMax)
                && (areas is null || areas.Contains(row.Area)) && (types is null || types.Contains(unit.Type))
                && (currency is null || unit.Currency == currency) && fits?.Invoke(unit) != false && row.HasAll(terms))
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

    private static string[]? Lower(IReadOnlyList<string>? words) => words is { Count: > 0 } ? [.. words.Select(word => word.ToLowerInvariant())] : null;
}
