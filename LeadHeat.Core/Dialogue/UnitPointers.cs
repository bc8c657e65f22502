using LeadHeat.Core.Scoring;

namespace LeadHeat.Core.Dialogue;

/// <summary>Finds which of the units shown last a message points at: <c>the first and the third</c>, <c>the cheapest one</c>.</summary>
internal static class UnitPointers
{
    private static readonly string[][] Ordinals = [["first", "1st"], ["second", "2nd"], ["third", "3rd"]];
    private static readonly string[] Cheap = ["cheapest one", "cheapest of", "cheaper one", "least expensive one", "most affordable one", "lowest priced one"];
    private static readonly string[] Big = ["biggest one", "biggest of", "bigger one", "largest one", "largest of", "larger one"];
    private static readonly string[] Dear = ["most expensive one", "dearest one", "priciest one", "costliest one"];

    private static readonly string[] Whiches = ["which one", "which of", "which is", "which home", "which flat", "which villa", "kaunsa", "konsa"];

    /// <summary>In what one home outdoes the others.</summary>
    internal enum Extreme { Cheapest, Biggest, Dearest }

    /// <summary>What it asks of the homes shown: <c>which one is bigger?</c>; null when it asks for others, or for something else.</summary>
    public static Extreme? Asked(string text)
    {
        bool Says(params string[] words) => words.Any(word => HasWord(text, word));
        if (!Whiches.Any(which => text.Contains(which, StringComparison.OrdinalIgnoreCase)) || Says("area", "areas", "locality", "city", "bank", "do you have", "you have"))
            return null;
        return Says("bigger", "biggest", "larger", "largest", "roomier", "more spacious", "most spacious", "more space", "most space") ? Extreme.Biggest
            : Says("cheaper", "cheapest", "less expensive", "least expensive", "sasta", "most affordable") ? Extreme.Cheapest
            : Says("more expensive", "most expensive", "dearer", "dearest", "costlier", "costliest") ? Extreme.Dearest : null;
    }

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

    /// <summary>The units that the text names by their place, in the order of the text, with where it does.</summary>
    public static IReadOnlyList<(UnitMatch Unit, int At)> PlacesOf(string text, IReadOnlyList<UnitMatch> shown) =>
        [.. shown.Take(Ordinals.Length).Select((unit, place) => (Unit: unit, At: Ordinals[place].Max(word => PlaceOf(text, word)))).Where(named => named.At >= 0).OrderBy(named => named.At)];

    /// <summary>Whether both of two are meant.</summary>
    public static bool SaysBoth(string text) => HasWord(text, "both");

    /// <summary>The one that the text names by what it costs or measures; null when none.</summary>
    public static UnitMatch? Superlative(string text, IReadOnlyList<UnitMatch> shown)
    {
        bool Says(string[] words) => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
        return shown.Count < 2 ? null
            : Says(Cheap) ? shown.MinBy(unit => unit.Price)
            : Says(Big) ? shown.MaxBy(unit => unit.SizeM2)
            : Says(Dear) ? shown.MaxBy(unit => unit.Price) : null;
    }

    private static bool HasWord(string text, string word) => PlaceOf(text, word) >= 0;

    private static int PlaceOf(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + word.Length == text.Length || !char.IsLetterOrDigit(text[at + word.Length])) ? at : -1;
    }
}
