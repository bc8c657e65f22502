using System.Globalization;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>
/// What to show to whom it is too dear: something 10 to 20 % cheaper, something a little dearer that gives much more room, and the same
/// money in an area where it buys more. All of it from rows of the inventory.
/// </summary>
internal static class Alternatives
{
    private const decimal MuchMore = 1.15m;
    private const decimal LittleLess = 0.9m;
    private const decimal MuchLess = 0.8m;

    /// <summary>The searches; only for something cheaper where nothing else was asked for.</summary>
    public static IEnumerable<ToolWish> Searches(PlannedTurn turn, UnitQuery query, IReadOnlyList<UnitMatch> shown)
    {
        var lowest = shown.MinBy(unit => unit.Price)!;
        var open = query with { PriceMin = null, Currency = lowest.Currency };
        yield return SearchPlanner.Search(open with { PriceMax = lowest.Price - 1 }, SearchPurpose.Cheaper);
        // Who asks for something cheaper is not shown what costs more.
        if (!turn.Doubts.Contains(Doubts.Price) || turn.Understood.Has(Cues.Cheaper))
            yield break;
        yield return SearchPlanner.Search(
            open with { PriceMin = Math.Round(lowest.Price * 1.1m), PriceMax = Math.Round(lowest.Price * 1.15m) }, SearchPurpose.BetterValue);
        yield return SearchPlanner.Search(
            open with { City = lowest.City, Areas = null, PriceMin = Math.Round(lowest.Price * 0.8m), PriceMax = lowest.Price }, SearchPurpose.Emerging);
    }

    private static readonly string[] ForValue = ["better value", "value for money", "more for the money", "more for my money", "best value", "better deal for the size"];
    private static readonly string[] ForEmerging = ["emerging area", "emerging localit", "up and coming", "up-and-coming", "upcoming area", "upcoming localit", "growing area", "developing area"];

    /// <summary>Whether it asks for more home for the money, or for areas where it buys more.</summary>
    public static bool AreAskedFor(PlannedTurn turn) => Says(turn, ForValue) || Says(turn, ForEmerging);

    /// <summary>Whether the homes shown answer it, and no document.</summary>
    public static bool AreCounted(PlannedTurn turn) => AreAskedFor(turn) && Planner.LastShown(turn.Context).Count > 0;

    /// <summary>The searches for that.</summary>
    public static IEnumerable<ToolWish> ValueSearches(PlannedTurn turn, UnitQuery query, IReadOnlyList<UnitMatch> shown)
    {
        var lowest = shown.MinBy(unit => unit.Price)!;
        var open = query with { Currency = lowest.Currency };
        if (Says(turn, ForValue))
        {
            yield return SearchPlanner.Search(
                open with { PriceMin = Math.Round(lowest.Price * 0.9m), PriceMax = Math.Round(lowest.Price * 1.15m) }, SearchPurpose.BetterValue);
        }
        yield return SearchPlanner.Search(
            open with { City = lowest.City, Areas = null, PriceMin = Math.Round(lowest.Price * 0.8m), PriceMax = lowest.Price }, SearchPurpose.Emerging);
    }

    private static bool Says(PlannedTurn turn, string[] words) => words.Any(word => turn.Understood.Text.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>At most one of each kind, with the template that speaks of it.</summary>
    public static IReadOnlyList<(UnitMatch Unit, string Key)> Choose(PlannedTurn turn, ToolFindings findings)
    {
        var shown = Planner.LastShown(turn.Context);
        if (shown.Count == 0)
            return [];
        var than = shown.MinBy(unit => unit.Price)!;
        List<(UnitMatch, string)> chosen = [];
        if (Cheaper(findings, than) is { } cheaper)
            chosen.Add((cheaper, ReplyKeys.AltCheaper));
        if (findings.Search(SearchPurpose.BetterValue)?.Matches.Where(unit => than.SizeM2 > 0 && unit.SizeM2 >= than.SizeM2 * MuchMore).MaxBy(unit => unit.SizeM2) is { } value)
            chosen.Add((value, value.Price > than.Price ? ReplyKeys.AltValue : ReplyKeys.AltRoomier));
        if (Emerging(findings, than) is { } emerging && chosen.All(unit => unit.Item1.UnitId != emerging.UnitId))
            chosen.Add((emerging, ReplyKeys.AltEmerging));
        return chosen;
    }

    /// <summary>The words of an alternative's template.</summary>
    public static (string, string)[] WordsOf(UnitMatch unit, UnitMatch than) =>
    [
        ("kind", UnitWords.Kind(unit)), ("area", unit.Area), ("price", Money.Format(unit.Price, unit.Currency)),
        ("less", Percent(1 - (unit.Price / than.Price))), ("more", Percent((unit.Price / than.Price) - 1)),
        ("room", than.SizeM2 > 0 ? Percent((unit.SizeM2 / than.SizeM2) - 1) : ""), ("size", UnitWords.Size(unit)),
    ];

    /// <summary>How much more room one has than another; null when it has no more.</summary>
    public static string? MoreRoom(UnitMatch unit, UnitMatch than) =>
        than.SizeM2 > 0 && Math.Round(((unit.SizeM2 / than.SizeM2) - 1) * 100) >= 1 ? Percent((unit.SizeM2 / than.SizeM2) - 1) : null;

    // The dearest within 10 to 20 % less; else the dearest of what costs even less; else what saves most.
    private static UnitMatch? Cheaper(ToolFindings findings, UnitMatch than)
    {
        var matches = (findings.Search(SearchPurpose.Cheaper) is { Matches: { Count: > 0 } here } ? here : findings.Search(SearchPurpose.Nearby)?.Matches ?? []).Where(unit => unit.Price < than.Price).ToArray();
        return matches.Where(unit => unit.Price <= than.Price * LittleLess && unit.Price >= than.Price * MuchLess).MaxBy(unit => unit.Price)
            ?? matches.Where(unit => unit.Price < than.Price * MuchLess).MaxBy(unit => unit.Price) ?? matches.MinBy(unit => unit.Price);
    }

    private static UnitMatch? Emerging(ToolFindings findings, UnitMatch than)
    {
        if (than.SizeM2 <= 0)
            return null;
        var rate = than.Price / than.SizeM2;
        return findings.Search(SearchPurpose.Emerging)?.Matches
            .Where(unit => unit.Area != than.Area && unit.SizeM2 > 0 && unit.Price / unit.SizeM2 <= rate * 0.9m)
            .MinBy(unit => unit.Price / unit.SizeM2);
    }

    private static string Percent(decimal share) => Math.Round(share * 100).ToString("0", CultureInfo.InvariantCulture) + "%";
}
