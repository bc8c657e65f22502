using LeadHeat.Core.Facts;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Talks about units: shows what was found, answers about what was shown. Figures come from the units alone.</summary>
internal static class UnitTalk
{
    private const int MostCards = 3;
    private const int MostFound = 9;
    private const string MarketTopic = "market";
    private const string RecommendTopic = "recommend";
    private const string RecapTopic = "recap";

    /// <summary>Subjects that units, and not documents, tell of.</summary>
    public static readonly string[] FromData =
        ["features", "brochure", MarketTopic, RecommendTopic, RecapTopic, UnitAnswers.SizeTopic, UnitAnswers.BathsTopic, UnitAnswers.AvailableTopic];

    public static bool AsksForMarket(PlannedTurn turn) => turn.Understood.Topic == MarketTopic;

    /// <summary>Whether units, and not documents, answer the message.</summary>
    public static bool IsFromData(PlannedTurn turn) => turn.Playbook.HasInventory
        && (AsksForMarket(turn) || Alternatives.AreCounted(turn) || UnitAnswers.AreMeant(turn) || (turn.Understood.Topic is { } topic && FromData.Contains(topic)));

    public static bool WantsAlternatives(PlannedTurn turn) => UnitPointers.Superlative(turn.Understood.Text, Planner.LastShown(turn.Context)) is null
        && !UnitAnswers.AsksWhich(turn) && WantsOtherPrices(turn);

    private static bool WantsOtherPrices(PlannedTurn turn) => !turn.Understood.Has(Cues.Visit)
        && (turn.Understood.Has(Cues.Cheaper | Cues.Expensive) || turn.Doubts.Contains(Doubts.Price) || turn.Accepted?.Action == CoachingAction.Cheaper);

    /// <summary>The cards that the reply will show, and the template that introduces them; no template when nothing is to be said.</summary>
    public static (IReadOnlyList<UnitMatch> Cards, string? Key) Choose(PlannedTurn turn, ToolFindings findings)
    {
        if (findings.Searches.Count == 0 || turn.Understood.AsksForHuman)
            return ([], null);
        var (first, last) = (findings.Searches[0], findings.Searches[^1]);
        switch (first.Purpose)
        {
            case SearchPurpose.Cheaper or SearchPurpose.BetterValue or SearchPurpose.Emerging:
                var others = Alternatives.Choose(turn, findings);
                var none = first.Purpose == SearchPurpose.Cheaper ? ReplyKeys.NothingCheaper : ReplyKeys.NothingBetter;
                return ([.. others.Select(other => other.Unit)], others.Count > 0 ? ReplyKeys.Cheaper : none);
            case SearchPurpose.Compare or SearchPurpose.Market or SearchPurpose.Check:
                return ([], null);
        }
        var more = turn.Understood.Has(Cues.More);
        var seen = Planner.AllShown(turn.Context);
        UnitMatch[] cards = [.. last.Matches.Where(match => !more || !seen.Contains(match.UnitId)).Take(MostCards)];
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
        MarketTalk.Write(draft);
        var (cards, key) = Choose(draft.Turn, draft.Findings);
        if (key is null)
        {
            WishTalk.AboutShown(draft);
            WishTalk.AsShown(draft);
            return;
        }
        draft.Cards = cards;
        if (key is ReplyKeys.SomeMatches or ReplyKeys.OneMatch)
            WishTalk.AboutFound(draft);
        if (key == ReplyKeys.Cheaper)
        {
            ShowAlternatives(draft);
            return;
        }
        var areas = string.Join(" and ", cards.Select(card => card.Area).Distinct().Take(2));
        Say(draft, key, [.. UnitWords.Of(cards), ("areas", areas)]);
        Scarcity(draft, key);
    }

    private static string AlternativeOf(SearchPurpose purpose) => purpose switch
    {
        SearchPurpose.AnyPrice => ReplyKeys.NoMatchAnyPrice,
        SearchPurpose.Nearby => ReplyKeys.NoMatchNearby,
        _ => ReplyKeys.NoMatchAnywhere,
    };

    private static void ShowAlternatives(Draft draft)
    {
        var than = draft.Shown.MinBy(unit => unit.Price)!;
        var alternatives = Alternatives.Choose(draft.Turn, draft.Findings);
        draft.Note("alternatives", $"The price was too high: {alternatives.Count} other ways found in the inventory");
        foreach (var (unit, key) in alternatives)
            Say(draft, key == ReplyKeys.AltCheaper && unit.Area != than.Area ? ReplyKeys.AltNearby : key, Alternatives.WordsOf(unit, than));
    }

    // Few left is worth a word, once, and only where all that fit were counted.
    private static void Scarcity(Draft draft, string key)
    {
        var fits = draft.Findings.Searches[0];
        if (key is not (ReplyKeys.SomeMatches or ReplyKeys.OneMatch) || fits.Purpose != SearchPurpose.Fits || fits.Matches.Count >= MostFound
            || fits.Matches.Count > draft.Turn.Playbook.Thresholds.Scarce || draft.Before.Turns < 2 || draft.HasFired(StateUpdate.Urgency))
            return;
        draft.Fire(StateUpdate.Urgency);
        draft.Note("urgency", $"Only {fits.Matches.Count} units in the inventory fit");
        Say(draft, fits.Matches.Count == 1 ? ReplyKeys.LastOne : ReplyKeys.Scarce, ("count", UnitWords.Count(fits.Matches.Count)));
    }

    private static void AboutShown(Draft draft)
    {
        var message = draft.Message;
        var shown = draft.Shown;
        if (draft.Citations.Count > 0 && UnitAnswers.IsOfDocuments(message.Topic))
        {
            draft.Focus = draft.Referred?.UnitId ?? draft.Focus;
            return;
        }
        if (UnitAnswers.AreMeant(draft.Turn) && (message.AskedFeatures.Count > 0 || message.Topic is not null and not "features" || UnitAnswers.AsksWhich(draft.Turn)))
        {
            UnitAnswers.Write(draft);
            return;
        }
        if (message.Topic is RecommendTopic or RecapTopic && shown.Count > 0)
        {
            Advise(draft, shown, message.Topic);
            return;
        }
        var compares = message.Has(Cues.Compare) || draft.Turn.Accepted?.Action == CoachingAction.Compare;
        if (compares && shown.Count > 1 && draft.Findings.Search(SearchPurpose.Compare) is null)
            Compare(draft, shown);
        else if (draft.Referred is { } unit && !message.Has(Cues.Visit | Cues.Callback))
        {
            draft.Focus = unit.UnitId;
            Say(draft, message.Has(Cues.Price) ? ReplyKeys.Price : ReplyKeys.About, UnitWords.Of(unit, shown, draft.Turn.Playbook));
        }
        else if (message.Has(Cues.Price) && !message.Has(Cues.Discount) && shown.Count > 0 && draft.Findings.Searches.Count == 0 && !AsksForAnotherPrice(draft))
            Price(draft, shown);
    }

    // "How much is the transfer fee?" is a question for the documents, and the homes' prices are no answer where those say nothing.
    private static bool AsksForAnotherPrice(Draft draft) => draft.Findings.Passages.Count > 0 && HowItWorks.NamesSubject(draft.Message);

    // What was looked at, or which of them suits best: the first is the one that fits the wishes best.
    private static void Advise(Draft draft, IReadOnlyList<UnitMatch> shown, string topic)
    {
        draft.Note("answer:" + topic, "From the homes shown and what they were chosen by");
        if (topic == RecommendTopic)
        {
            draft.Focus = shown[0].UnitId;
            Say(draft, ReplyKeys.Recommend, ("title", UnitWords.Name(shown[0], shown)), ("why", UnitWords.InSentence(shown[0].Why)));
        }
        else
        {
            Say(draft, ReplyKeys.Recap, ("units", Listing.And([.. shown.Select(unit => $"a {UnitWords.Kind(unit)} at {Money.Format(unit.Price, unit.Currency)}")])));
        }
    }

    // Those that are named, else the first two; with what one has over the other.
    private static void Compare(Draft draft, IReadOnlyList<UnitMatch> shown)
    {
        var named = UnitPointers.Named(draft.Message.Text, shown);
        var (a, b) = named.Count > 1 ? (named[0], named[1]) : (shown[0], shown[1]);
        Say(draft, ReplyKeys.Compare, ("a", UnitWords.Name(a, shown)), ("a_facts", UnitWords.Facts(a, draft.Turn.Playbook)), ("b", UnitWords.Name(b, shown)), ("b_facts", UnitWords.Facts(b, draft.Turn.Playbook)));
        if (a.Currency != b.Currency || a.Price == b.Price)
            return;
        var (cheap, dear) = a.Price < b.Price ? (a, b) : (b, a);
        (string, string)[] words =
            [("cheap", UnitWords.Name(cheap, shown)), ("saved", Money.Format(dear.Price - cheap.Price, cheap.Currency)), ("dear", UnitWords.Name(dear, shown)), ("room", Alternatives.MoreRoom(dear, cheap) ?? "")];
        Say(draft, Alternatives.MoreRoom(dear, cheap) is null ? ReplyKeys.ComparePrice : ReplyKeys.CompareVerdict, words);
    }

    private static void Price(Draft draft, IReadOnlyList<UnitMatch> shown)
    {
        if (UnitAnswers.Meant(draft.Turn, shown) is { } one)
            Say(draft, ReplyKeys.Price, UnitWords.Of(one, shown, draft.Turn.Playbook));
        else
            Say(draft, ReplyKeys.PriceRange, UnitWords.Of(shown));
    }

    private static void Say(Draft draft, string key, params ReadOnlySpan<(string, string)> words)
    {
        draft.Add(draft.Phrasing.Say(key, words));
        draft.Answered = true;
    }
}
