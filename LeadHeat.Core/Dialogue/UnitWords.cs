using System.Globalization;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;

namespace LeadHeat.Core.Dialogue;

/// <summary>Says what a unit is, in the figures that it has.</summary>
internal static class UnitWords
{
    private const int MostExtras = 3;
    private const decimal FeetInMetre = 10.7639m;

    private static readonly string[] Ordinals = ["the first one", "the second one", "the third one"];

    /// <summary>How a unit is called in a sentence: by its place among those shown, else by what it is.</summary>
    public static string Name(UnitMatch unit, IReadOnlyList<UnitMatch> shown)
    {
        for (var i = 0; i < shown.Count && shown.Count > 1; i++)
        {
            if (shown[i].UnitId == unit.UnitId)
                return i < Ordinals.Length ? Ordinals[i] : "the " + Kind(unit);
        }
        return "the " + Kind(unit);
    }

    /// <summary>What a unit is, without an article: <c>2 BHK in Whitefield</c>.</summary>
    public static string Kind(UnitMatch unit) => $"{Home(unit)} in {unit.Area}";

    private static string Home(UnitMatch unit)
    {
        var type = unit.Type is "apartment" && unit.Beds > 0 && unit.Currency == "INR" ? "" : " " + unit.Type;
        return unit.Beds switch
        {
            0 when unit.Type == "plot" => "plot",
            0 => "studio",
            _ when unit.Currency == "INR" => unit.Beds.ToString("0.#", CultureInfo.InvariantCulture) + " BHK" + type,
            _ => unit.Beds.ToString("0.#", CultureInfo.InvariantCulture) + "-bed" + type,
        };
    }

    /// <summary>The words that templates about a unit use.</summary>
    public static (string, string)[] Of(UnitMatch unit, IReadOnlyList<UnitMatch> shown, Playbook playbook) =>
        [("title", Name(unit, shown)), ("kind", Kind(unit)), ("price", Money.Format(unit.Price, unit.Currency)), ("facts", Facts(unit, playbook)), ("area", unit.Area), ("size", Size(unit)), ("rate", unit.SizeM2 > 0 ? Rate(unit.Price / unit.SizeM2, unit.Currency) : ""), ("baths", Baths(unit))];

    /// <summary>The words that templates about several use.</summary>
    public static (string, string)[] Of(IReadOnlyList<UnitMatch> units)
    {
        if (units.Count == 0)
            return [];
        var (low, high) = (units.MinBy(unit => unit.Price)!, units.MaxBy(unit => unit.Price)!);
        var (from, to) = (Money.Format(low.Price, low.Currency), Money.Format(high.Price, high.Currency));
        return [("count", Count(units.Count)), ("kind", Kind(units[0])), ("price", Money.Format(units[0].Price, units[0].Currency)), ("low", from), ("high", to),
            ("prices", from == to ? "at " + from : $"from {from} to {to}"), ("area", units[0].Area)];
    }

    /// <summary>Rooms, size, price and the first things that its listing names.</summary>
    public static string Facts(UnitMatch unit, Playbook playbook)
    {
        string[] things = [.. (unit.Features ?? "").Split(", ").Where(feature => IsThing(feature, playbook)).Take(MostExtras)];
        return $"a {Home(unit)}{(unit.SizeM2 > 0 ? " of " + Size(unit) : "")}{(things.Length > 0 ? " with " + Listing.And(things) : "")}, at {Money.Format(unit.Price, unit.Currency)}";
    }

    /// <summary>A text that stands alone as a part of a sentence: <c>studio in Hebbal</c>, not <c>Studio</c>.</summary>
    public static string InSentence(string text) => text.Length > 1 && char.IsUpper(text[0]) && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    // "With a pool", not "with furnished".
    private static bool IsThing(string feature, Playbook playbook) =>
        playbook.Field(FactFields.Features)?.Choices.Any(choice => choice.Value == feature && !choice.Adjective) ?? false;

    public static string Size(UnitMatch unit) =>
        $"about {(Math.Round(unit.SizeM2 * FeetInMetre / 10) * 10).ToString("#,0", CultureInfo.InvariantCulture)} sq ft";

    /// <summary>The price of a square foot.</summary>
    public static string Rate(decimal perM2, string currency) => Money.Format(Math.Round(perM2 / FeetInMetre / 10) * 10, currency);

    public static string Count(int count) => count switch { 1 => "one", 2 => "two", 3 => "three", 4 => "four", 5 => "five", _ => count.ToString(CultureInfo.InvariantCulture) };

    private static string Baths(UnitMatch unit) => unit.Baths switch
    {
        1 => "1 bathroom",
        _ => unit.Baths.ToString("0.#", CultureInfo.InvariantCulture) + " bathrooms",
    };
}
