using System.Text.RegularExpressions;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;

namespace LeadHeat.Core.Dialogue;

/// <summary>Says how many homes of a kind there are: as many as the inventory has, and no guess.</summary>
internal static partial class CountTalk
{
    /// <summary>Whether the message asks for that.</summary>
    public static bool IsAsked(PlannedTurn turn) => turn.Playbook.HasInventory && Asked().IsMatch(turn.Understood.Text);

    /// <summary>What is counted: homes like the one that is meant, else all that fit at any price.</summary>
    public static UnitQuery QueryOf(PlannedTurn turn, UnitQuery query, IReadOnlyList<UnitMatch> shown) =>
        Left().IsMatch(turn.Understood.Text) && turn.NewFacts.Count == 0 && (UnitAnswers.Meant(turn, shown) ?? (shown.Count > 0 ? shown[0] : null)) is { } unit
            ? new(unit.City, [unit.Area], [unit.Type], unit.Beds, unit.Beds) : Placed(turn, query) with { PriceMin = null, PriceMax = null };

    /// <summary>Where areas are named now, only those are asked about.</summary>
    public static UnitQuery Placed(PlannedTurn turn, UnitQuery query) =>
        turn.Playbook.Inventory is { } map && turn.Understood.Find(map.Areas)?.Value.Items is { Count: > 0 } named ? query with { Areas = named } : query;

    /// <summary>Answers from what was found.</summary>
    public static void Write(Draft draft, SearchFinding found)
    {
        var figures = found.Figures ?? [];
        draft.Answered = true;
        if (figures.Count == 0)
        {
            draft.Add(draft.Phrasing.Say(ReplyKeys.CountNone));
            return;
        }
        draft.Note("count", "Counted in the inventory");
        var (count, low) = (figures.Sum(area => area.Count), figures.MinBy(area => area.Low)!);
        string[] areas = [.. figures.Select(area => area.Area)];
        draft.Add(draft.Phrasing.Say(
            figures[0].Complete ? ReplyKeys.CountOf : ReplyKeys.CountAtLeast, ("count", UnitWords.Count(count)), ("homes", count == 1 ? "home" : "homes"),
            ("where", areas.Length <= MostAreas ? " in " + Listing(areas) : found.Query.City is { } city ? " in " + city : ""), ("low", Money.Format(low.Low, low.Currency))));
    }

    private const int MostAreas = 3;

    private static string Listing(IReadOnlyList<string> areas) => Facts.Listing.And(areas);

    [GeneratedRegex(@"\bhow many\s+(?:\S+\s+){0,3}?(?:[0-9]\s*)?(?:bhks?|beds?|bedrooms?|flats?|apartments?|villas?|units?|homes?|houses?|propert(?:y|ies)|options?|studios?|listings?|townhouses?|penthouses?|plots?|left|remaining)\b(?!\s+(?:does|has|is in|it has))", RegexOptions.IgnoreCase)]
    private static partial Regex Asked();

    [GeneratedRegex(@"\b(?:left|remaining|like (?:that|this|it))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Left();
}
