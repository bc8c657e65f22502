using LeadHeat.Core.Retrieval;

namespace LeadHeat.Core.Inventory;

/// <summary>What somebody wants beside hard facts, to be held against the features of units: "golf view" is a feature, not just two words.</summary>
/// <param name="synonyms">Other words for those of the text.</param>
public sealed class UnitWish(string text, string synonyms, Vocabulary vocabulary)
{
    private const float OtherWords = 0.6f;

    // A named feature outweighs any difference of likeness; the third and fourth say little more.
    private const float Worth = 0.15f;
    private const float Most = 3;

    /// <summary>So many hits are looked at for the best few.</summary>
    public const int Candidates = 50;

    private readonly HashSet<int> _said = TermsOf(text, vocabulary);
    private readonly HashSet<int> _meant = [.. TermsOf(text, vocabulary), .. TermsOf(synonyms, vocabulary)];

    /// <summary>The best of some hits, those first that have what is named.</summary>
    public IReadOnlyList<IndexHit<UnitRow>> Order(IReadOnlyList<IndexHit<UnitRow>> hits, int count) =>
        [.. hits.Select(hit => hit with { Score = hit.Score + (Worth * Math.Min(Most, hit.Row.Item.Named(this))) }).OrderByDescending(hit => hit.Score).Take(count)];

    internal float Names(int[] feature) => Array.TrueForAll(feature, _said.Contains) ? 1 : Array.TrueForAll(feature, _meant.Contains) ? OtherWords : 0;

    private static HashSet<int> TermsOf(string text, Vocabulary vocabulary)
    {
        HashSet<int> terms = [];
        Analyzer.Terms(text, term => terms.Add(vocabulary.Find(term)));
        terms.Remove(-1);
        return terms;
    }
}
