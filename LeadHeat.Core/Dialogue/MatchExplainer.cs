using System.Globalization;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;

namespace LeadHeat.Core.Dialogue;

/// <summary>Turns units into matches: ranks them by what is known of the lead and says what fits.</summary>
public static class MatchExplainer
{
    /// <summary>The units that fit best, best first.</summary>
    public static IReadOnlyList<UnitMatch> Best(IEnumerable<Unit> units, IReadOnlyList<Fact> facts, Playbook playbook, int count = 9)
    {
        var wishes = new Wishes(facts);
        return [.. units
            .Where(unit => unit.Available)
            .Select(unit => (Unit: unit, Rank: RankOf(unit, wishes)))
            .OrderBy(ranked => ranked.Rank)
            .ThenBy(ranked => ranked.Unit.ExternalId, StringComparer.Ordinal)
            .Take(count)
            .Select(ranked => Explain(ranked.Unit, wishes, playbook))];
    }

    /// <summary>A unit as a match, with why it fits: <c>2 beds in Whitefield, ₹15 L under budget</c>.</summary>
    public static UnitMatch Explain(Unit unit, IReadOnlyList<Fact> facts, Playbook playbook) => Explain(unit, new Wishes(facts), playbook);

    private static UnitMatch Explain(Unit unit, Wishes wishes, Playbook playbook) => new(
        unit.Id, unit.Title, unit.City, unit.Area, unit.Type, unit.Beds, unit.Baths, unit.SizeM2, unit.Price, unit.Currency, Why(unit, wishes, playbook), string.Join(", ", unit.Features));

    // Lower is better: first what breaks a wish, then missing features, then how far the price is from the upper part of the budget.
    private static decimal RankOf(Unit unit, Wishes wishes)
    {
        var rank = 0m;
        if (wishes.Areas.Count > 0 && !wishes.Areas.Contains(unit.Area, StringComparer.OrdinalIgnoreCase))
            rank += 100;
        if (wishes.Beds is { } beds && (unit.Beds < (beds.Min ?? 0) || unit.Beds > (beds.Max ?? 99)))
            rank += 80;
        if (wishes.Types.Count > 0 && !wishes.Types.Contains(unit.Type, StringComparer.OrdinalIgnoreCase))
            rank += 60;
        rank += 10 * wishes.Features.Count(wish => !Has(unit, wish));
        if (wishes.Budget is not { } budget || budget.Unit != unit.Currency)
            return rank;
        if (budget.Max is { } max && max > 0)
            rank += unit.Price > max ? 40 + (40 * Math.Min(1, (unit.Price - max) / max)) : 5 * (max - unit.Price) / max;
        return budget.Min is { } min && unit.Price < min ? rank + 20 : rank;
    }

    private static bool Has(Unit unit, string wish) =>
        unit.Features.Any(feature => feature.Contains(wish, StringComparison.OrdinalIgnoreCase));

    private static string Why(Unit unit, Wishes wishes, Playbook playbook)
    {
        var place = wishes.Areas.Count == 0 || wishes.Areas.Contains(unit.Area, StringComparer.OrdinalIgnoreCase)
            ? $"{Beds(unit)} in {unit.Area}" : $"{Beds(unit)} in {unit.Area}{Distance(unit, wishes, playbook)}";
        List<string> parts = [place];
        if (wishes.Budget is { Max: { } max } budget && budget.Unit == unit.Currency && budget.Period is null)
        {
            parts.Add(unit.Price < max ? $"{Money.Format(max - unit.Price, unit.Currency)} under budget"
                : unit.Price == max ? "right at the budget" : $"{Money.Format(unit.Price - max, unit.Currency)} over budget");
        }
        string[] features = [.. wishes.Features.Where(wish => Has(unit, wish)).Take(3)];
        if (features.Length > 0)
            parts.Add("with " + string.Join(" and ", features));
        return string.Join(", ", parts);
    }

    private static string Distance(Unit unit, Wishes wishes, Playbook playbook)
    {
        foreach (var city in playbook.Cities)
        {
            var here = city.Areas.FirstOrDefault(area => area.Name == unit.Area);
            var wanted = city.Areas.Where(area => wishes.Areas.Contains(area.Name)).ToArray();
            if (here is null || wanted.Length == 0)
                continue;
            var nearest = wanted.MinBy(here.DistanceTo)!;
            return $", about {Math.Max(1, Math.Round(here.DistanceTo(nearest))).ToString(CultureInfo.InvariantCulture)} km from {nearest.Name}";
        }
        return "";
    }

    private static string Beds(Unit unit) => unit.Beds switch
    {
        0 when string.Equals(unit.Type, "plot", StringComparison.OrdinalIgnoreCase) => "Plot",
        0 => "Studio",
        1 => "1 bed",
        _ => unit.Beds.ToString("0.#", CultureInfo.InvariantCulture) + " beds",
    };

    private sealed class Wishes(IReadOnlyList<Fact> facts)
    {
        public IReadOnlyList<string> Areas { get; } = Find(facts, FactFields.Areas)?.Items ?? [];
        public IReadOnlyList<string> Types { get; } = Find(facts, FactFields.PropertyType)?.Items ?? [];
        public IReadOnlyList<string> Features { get; } = Find(facts, FactFields.Features)?.Items ?? [];
        public FactValue? Beds { get; } = Find(facts, FactFields.Beds);
        public FactValue? Budget { get; } = Find(facts, FactFields.Budget);

        private static FactValue? Find(IReadOnlyList<Fact> facts, string field) => facts.FirstOrDefault(fact => fact.Field == field)?.Value;
    }
}
