using System.Globalization;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Talks about units: shows what was found, answers about what was shown. Figures come from the units alone.</summary>
internal static class UnitTalk
{
    private const int MostCards = 3;

    public static void Write(Draft draft)
    {
        if (!draft.Turn.Playbook.HasInventory || draft.Complete)
            return;
        AboutShown(draft);
        if (draft.Findings.Searches.Count > 0)
            Found(draft);
    }

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

    private static void Found(Draft draft)
    {
        var (first, last) = (draft.Findings.Searches[0], draft.Findings.Searches[^1]);
        if (first.Purpose == SearchPurpose.Cheaper)
        {
            Say(draft, last.Matches.Count > 0 ? ReplyKeys.Cheaper : ReplyKeys.NothingCheaper, Prices(Show(draft, last.Matches)));
            return;
        }
        if (first.Matches.Count == 0)
        {
            Alternatives(draft, last);
            return;
        }
        var unseen = first.Matches.Where(match => !draft.Before.Shown.Contains(match.UnitId)).ToArray();
        if (unseen.Length == 0 || (draft.Before.Shown.Count > 0 && !draft.Message.Has(Cues.More) && SameTop(draft, first)))
        {
            if (draft.Message.Has(Cues.More))
                Say(draft, ReplyKeys.NoMore);
            return;
        }
        var cards = Show(draft, draft.Message.Has(Cues.More) ? unseen : first.Matches);
        var key = draft.Message.Has(Cues.More) && draft.Before.Shown.Count > 0 ? ReplyKeys.MoreMatches : cards.Length == 1 ? ReplyKeys.OneMatch : ReplyKeys.SomeMatches;
        Say(draft, key, Prices(cards));
    }

    private static bool SameTop(Draft draft, SearchFinding found) =>
        found.Matches.Take(MostCards).Select(match => match.UnitId).Order().SequenceEqual(draft.Before.Shown.Order());

    private static void Alternatives(Draft draft, SearchFinding last)
    {
        if (last.Matches.Count == 0)
        {
            Say(draft, ReplyKeys.NoMatch);
            return;
        }
        var cards = Show(draft, last.Matches);
        var areas = string.Join(" and ", cards.Select(card => card.Area).Distinct().Take(2));
        var key = last.Purpose switch
        {
            SearchPurpose.AnyPrice => ReplyKeys.NoMatchAnyPrice,
            SearchPurpose.Nearby => ReplyKeys.NoMatchNearby,
            _ => ReplyKeys.NoMatchAnywhere,
        };
        Say(draft, key, [.. Prices(cards), ("areas", areas)]);
    }

    private static UnitMatch[] Show(Draft draft, IReadOnlyList<UnitMatch> matches)
    {
        UnitMatch[] cards = [.. matches.Take(MostCards)];
        draft.Cards = cards;
        return cards;
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
