using LeadHeat.Core.Retrieval;

namespace LeadHeat.Core.Inventory;

/// <summary>A unit with what is looked at when it is searched.</summary>
public sealed class UnitRow
{
    private readonly int[] _terms;

    public UnitRow(Unit unit, Vocabulary vocabulary)
    {
        Unit = unit;
        City = unit.City.ToLowerInvariant();
        Area = unit.Area.ToLowerInvariant();
        HashSet<int> terms = [];
        foreach (var text in (string[])[unit.Title, unit.Area, unit.City, unit.Type, .. unit.Features, unit.Description])
            Analyzer.Terms(text, term => terms.Add(vocabulary.Add(term)));
        _terms = [.. terms.Order()];
    }

    public Unit Unit { get; }
    public string City { get; }
    public string Area { get; }

    /// <summary>Whether all these terms are in it.</summary>
    public bool HasAll(ReadOnlySpan<int> terms)
    {
        foreach (var term in terms)
        {
            if (Array.BinarySearch(_terms, term) < 0)
                return false;
        }

        return true;
    }
}
