using LeadHeat.Core.Retrieval;

namespace LeadHeat.Core.Inventory;

/// <summary>A unit with what is looked at when it is searched.</summary>
public sealed class UnitRow(Unit unit, Vocabulary vocabulary)
{
    private readonly int[] _terms = TermsOf(unit, vocabulary);
    private readonly int[][] _features = [.. unit.Features.Select(feature => TermsOf([new(feature, 1)], vocabulary)).Where(terms => terms.Length > 0)];

    public Unit Unit { get; } = unit;

    /// <summary>In lower case.</summary>
    public string City { get; } = string.Intern(unit.City.ToLowerInvariant());

    /// <summary>In lower case.</summary>
    public string Area { get; } = string.Intern(unit.Area.ToLowerInvariant());

    // Beside one another and one object for equal words: a search looks at all rows, and at the units only of those that fit.
    internal string Type { get; } = string.Intern(unit.Type);
    internal string Currency { get; } = string.Intern(unit.Currency);
    internal decimal Beds { get; } = unit.Beds;
    internal decimal Price { get; } = unit.Price;
    internal decimal SizeM2 { get; } = unit.SizeM2;

    /// <summary>Whether its listing names a feature: "pool" is also in "shared pool".</summary>
    public bool Lists(string feature) => Unit.Lists(feature);

    /// <summary>What it is found by.</summary>
    public IReadOnlyList<TextField> Fields => FieldsOf(Unit);

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

    /// <summary>How many of its features are named in whole; one that takes other words for the same counts in part.</summary>
    internal float Named(UnitWish wish) => _features.Sum(wish.Names);

    private static TextField[] FieldsOf(Unit unit) =>
        [new(unit.Title, 2), new($"{unit.Area} {unit.City} {unit.Type}", 1), new(string.Join(", ", unit.Features), 2), new(unit.Description, 1)];

    private static int[] TermsOf(Unit unit, Vocabulary vocabulary) => TermsOf(FieldsOf(unit), vocabulary);

    private static int[] TermsOf(TextField[] fields, Vocabulary vocabulary)
    {
        HashSet<int> terms = [];
        foreach (var field in fields)
            Analyzer.Terms(field.Text, term => terms.Add(vocabulary.Add(term)));
        return [.. terms.Order()];
    }
}
