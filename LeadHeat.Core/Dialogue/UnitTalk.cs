using System.Globalization;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Talks about units: shows what was found, answers about what was shown. Figures come from the units alone.</summary>
internal static class UnitTalk
{
    private const int MostCards = 3;

    /// <summary>The cards that the reply will show, and the template that introduces them; no template when nothing is to be said.</summary>
    public static (IReadOnlyList<UnitMatch> Cards, string? Key) Choose(PlannedTurn turn, ToolFindings findings)
    {
        if (findings.Searches.Count == 0 || turn.Understood.AsksForHuman)
            return ([], null);
        var (first, last) = (findings.Searches[0], findings.Searches[^1]);
        var more = turn.Understood.Has(Cues.More);
        var seen = Planner.AllShown(turn.Context);
        UnitMatch[] cards = [.. last.Matches.Where(match => !more || !seen.Contains(match.UnitId)).Take(MostCards)];
        if (first.Purpose == SearchPurpose.Cheaper)
            return (cards, cards.Length > 0 ? ReplyKeys.Cheaper : ReplyKeys.NothingCheaper);
        if (more && cards.Length == 0 && seen.Count > 0)
            return ([], ReplyKeys.NoMore);
        if (cards.Length > 0 && turn.Dialogue.Shown.Count > 0 && cards.Select(card => card.UnitId).Order().SequenceEqual(turn.Dialogue.Shown.Order()))
            return ([], null);
        return first.Matches.Count == 0
            ? (cards, cards.Length == 0 ? ReplyKeys.NoMatch : AlternativeOf(last.Purpose))
            : (cards, more && seen.Count > 0 ? ReplyKeys.MoreMatches : cards.Length == 1 ? ReplyKeys.OneMatch : ReplyKeys.SomeMatches);
    }

    public static void Write(Draft draft)
    {
        if (!draft.Turn.Playbook.HasInventory)
            return;
        if (!draft.Complete)
            AboutShown(draft);
        var (cards, key) = Choose(draft.Turn, draft.Findings);
        if (key is null)
            return;
        draft.Cards = cards;
        var areas = string.Join(" and ", cards.Select(card => card.Area).Distinct().Take(2));
        Say(draft, key, [.. Prices(cards), ("areas", areas)]);
    }

    private static string AlternativeOf(SearchPurpose purpose) => purpose switch
    {
        SearchPurpose.AnyPrice => ReplyKeys.NoMatchAnyPrice,
        SearchPurpose.Nearby => ReplyKeys.NoMatchNearby,
        _ => ReplyKeys.NoMatchAnywhere,
    };

    private static void AboutShown(Draft draft)
    {
        var message = draft.Message;
        var shown = draft.Shown;
        if (draft.Referred is { } unit && !message.Has(Cues.Visit | Cues.Callback))
            Say(draft, message.Has(Cues.Price) ? ReplyKeys.Price : ReplyKeys.About, WordsOf(unit));
        else if (message.Has(Cues.Compare) && shown.Count > 1)
            Say(draft, ReplyKeys.Compare, ("a", shown[0].Title), ("a_facts", FactsOf(shown[0])), ("b", shown[1].Title), ("b_facts", FactsOf(shown[1])));
        else if (message.Has(Cues.Price) && shown.Count > 1 && draft.Findings.Searches.Count == 0)
            Say(draft, ReplyKeys.PriceRange, Prices(shown));
        else if (message.Has(Cues.Price) && shown.Count == 1)
            Say(draft, ReplyKeys.Price, WordsOf(shown[0]));
    }

    private static void Say(Draft draft, string key, params ReadOnlySpan<(string, string)> words)
    {
        draft.Add(draft.Phrasing.Say(key, words));
        draft.Answered = true;
    }

    private static (string, string)[] Prices(IReadOnlyList<UnitMatch> units)
    {
        if (units.Count == 0)
            return [];
        var (low, high) = (units.MinBy(unit => unit.Price)!, units.MaxBy(unit => unit.Price)!);
        var count = units.Count switch { 1 => "one", 2 => "two", _ => "three" };
        var (from, to) = (Money.Format(low.Price, low.Currency), Money.Format(high.Price, high.Currency));
        return [("count", count), ("title", units[0].Title), ("price", Money.Format(units[0].Price, units[0].Currency)), ("low", from), ("high", to),
            ("prices", from == to ? from : $"{from} to {to}"), ("area", units[0].Area)];
    }

    private static (string, string)[] WordsOf(UnitMatch unit) =>
        [("title", unit.Title), ("price", Money.Format(unit.Price, unit.Currency)), ("facts", FactsOf(unit)), ("area", unit.Area)];

    private static string FactsOf(UnitMatch unit)
    {
        var feet = Math.Round(unit.SizeM2 * 10.7639m / 10) * 10;
        var beds = unit.Beds switch { 0 => unit.Type == "plot" ? "a plot" : "a studio", 1 => "1 bedroom", _ => unit.Beds.ToString("0.#", CultureInfo.InvariantCulture) + " bedrooms" };
        var size = feet > 0 ? $", about {feet.ToString("#,0", CultureInfo.InvariantCulture)} sq ft" : "";
        return $"{beds}{size}, {Money.Format(unit.Price, unit.Currency)}";
    }
}
