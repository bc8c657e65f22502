using LeadHeat.Core.Scoring;

namespace LeadHeat.Core.Dialogue;

/// <summary>Finds which of the units shown last a message points at: <c>the first and the third</c>, <c>the cheapest one</c>.</summary>
internal static class UnitPointers
{
    private static readonly string[][] Ordinals = [["first", "1st"], ["second", "2nd"], ["third", "3rd"]];
    private static readonly string[] Cheap = ["cheapest one", "cheapest of", "cheaper one", "least expensive one", "most affordable one", "lowest priced one"];
    private static readonly string[] Big = ["biggest one", "biggest of", "bigger one", "largest one", "largest of", "larger one"];
    private static readonly string[] Dear = ["most expensive one", "dearest one", "priciest one", "costliest one"];

    /// <summary>The units that the text names by their place, in the order shown.</summary>
    public static IReadOnlyList<UnitMatch> Named(string text, IReadOnlyList<UnitMatch> shown)
    {
        List<UnitMatch> named = [];
        for (var i = 0; i < Math.Min(shown.Count, Ordinals.Length); i++)
        {
            if (Ordinals[i].Any(word => HasWord(text, word)))
                named.Add(shown[i]);
        }
        return named;
    }

    /// <summary>The one that the text names by what it costs or measures; null when none.</summary>
    public static UnitMatch? Superlative(string text, IReadOnlyList<UnitMatch> shown)
    {
        bool Says(string[] words) => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
        return shown.Count < 2 ? null
            : Says(Cheap) ? shown.MinBy(unit => unit.Price)
            : Says(Big) ? shown.MaxBy(unit => unit.SizeM2)
            : Says(Dear) ? shown.MaxBy(unit => unit.Price) : null;
    }

    private static bool HasWord(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + word.Length == text.Length || !char.IsLetterOrDigit(text[at + word.Length]));
    }
}
