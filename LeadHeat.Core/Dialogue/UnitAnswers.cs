using LeadHeat.Core.Facts;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Answers questions about the units that the visitor has before him, from their own data; what the data does not say, the team will check.</summary>
internal static class UnitAnswers
{
    public const string SizeTopic = "unit_size";
    public const string BathsTopic = "unit_baths";
    public const string AvailableTopic = "unit_available";
    public const string PossessionTopic = "handover";
    private const string Ready = "ready to move";

    // "Is it safe to buy under construction?" asks of no home that was shown.
    private static readonly string[] Generally = ["protection", "ready_or_new"];
    private static readonly string[] Many = ["any of", "these", "they", "them", "which of", "which one", "all of", "do any"];

    /// <summary>Whether the message asks about a unit that was shown, so that no document need be searched.</summary>
    public static bool AreMeant(PlannedTurn turn) => turn.Dialogue.Shown.Count > 0
        && ((turn.Understood.Reference is not null && !IsOfDocuments(turn.Understood.Topic)) || AsksWhich(turn) || AsksForRate(turn) || (turn.Understood.AskedFeatures.Count > 0 && !Generally.Contains(turn.Understood.Topic)) || turn.Understood.Topic is SizeTopic or BathsTopic or AvailableTopic || AsksForPossession(turn.Understood));

    /// <summary>Whether documents tell of this subject, also where a home is named: "schools near the second one".</summary>
    public static bool IsOfDocuments(string? topic) => topic is not null and not PossessionTopic && !UnitTalk.FromData.Contains(topic);

    /// <summary>Whether it asks which of the homes shown is the biggest, or costs least.</summary>
    public static bool AsksWhich(PlannedTurn turn) => turn.Dialogue.Shown.Count > 1 && turn.NewFacts.Count == 0 && UnitPointers.Asked(turn.Understood.Text) is not null;

    /// <summary>Whether it asks what a square foot of one of the homes shown costs.</summary>
    public static bool AsksForRate(PlannedTurn turn) => turn.Dialogue.Shown.Count > 0 && AsksPerFoot(turn.Understood)
        && (turn.Understood.Reference is not null || OfIt.Any(words => turn.Understood.Text.Contains(words, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether it asks for the price of a square foot.</summary>
    public static bool AsksPerFoot(Understood message) => PerFoot.Any(words => message.Text.Contains(words, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] PerFoot = ["per sq", "per square", "sqft rate", "sq ft rate", "a sq ft", "a square foot"];
    private static readonly string[] OfIt = ["for it", "of it", "this one", "that one", "of these", "for these", "of them", "for them"];

    // "What if possession is late?" is about the law, not about these homes.
    private static bool AsksForPossession(Understood message) => message.Topic == PossessionTopic && !message.Text.Contains("delay", StringComparison.OrdinalIgnoreCase)
        && !message.Text.Contains(" late", StringComparison.OrdinalIgnoreCase) && !message.Text.Contains(" if ", StringComparison.OrdinalIgnoreCase);

    /// <summary>The unit whose availability the message asks for.</summary>
    public static UnitMatch? ToCheck(PlannedTurn turn, IReadOnlyList<UnitMatch> shown) =>
        turn.Understood.Topic == AvailableTopic && shown.Count > 0 ? Meant(turn, shown) ?? shown[0] : null;

    /// <summary>The one that the message names, or that was spoken of last; null when it may be any.</summary>
    public static UnitMatch? Meant(PlannedTurn turn, IReadOnlyList<UnitMatch> shown)
    {
        if (turn.Understood.Reference is { } index && index < turn.Dialogue.Shown.Count)
            return shown.FirstOrDefault(card => card.UnitId == turn.Dialogue.Shown[index]);
        if (Many.Any(words => turn.Understood.Text.Contains(words, StringComparison.OrdinalIgnoreCase)))
            return null;
        return shown.Count == 1 ? shown[0] : shown.FirstOrDefault(card => card.UnitId == turn.Dialogue.Focus);
    }

    public static void Write(Draft draft)
    {
        var shown = draft.Shown;
        if (shown.Count == 0 || !AreMeant(draft.Turn))
            return;
        IReadOnlyList<UnitMatch> meant = Meant(draft.Turn, shown) is { } one ? [one] : shown;
        if (meant.Count == 1)
            draft.Focus = meant[0].UnitId;
        foreach (var feature in draft.Message.AskedFeatures.Take(2))
            Feature(draft, meant, feature);
        if (AsksWhich(draft.Turn))
            Which(draft, shown);
        else if (AsksForRate(draft.Turn))
            Each(draft, [.. meant.Where(unit => unit.SizeM2 > 0)], ReplyKeys.UnitRate);
        else if (draft.Message.Topic == SizeTopic)
            Each(draft, meant, ReplyKeys.UnitSize);
        else if (draft.Message.Topic == BathsTopic)
            Each(draft, meant, ReplyKeys.UnitBaths);
        else if (draft.Message.Topic == AvailableTopic)
            Available(draft, meant[0]);
        else if (AsksForPossession(draft.Message))
            Possession(draft, meant);
    }

    private static void Which(Draft draft, IReadOnlyList<UnitMatch> shown)
    {
        var (unit, key) = UnitPointers.Asked(draft.Message.Text) switch
        {
            UnitPointers.Extreme.Biggest => (shown.MaxBy(one => one.SizeM2)!, ReplyKeys.WhichBiggest),
            UnitPointers.Extreme.Dearest => (shown.MaxBy(one => one.Price)!, ReplyKeys.WhichDearest),
            _ => (shown.MinBy(one => one.Price)!, ReplyKeys.WhichCheapest),
        };
        draft.Note("answer:which", "By the listings of the homes shown");
        if (shown.All(one => key == ReplyKeys.WhichBiggest ? one.SizeM2 == unit.SizeM2 : one.Price == unit.Price))
        {
            Say(draft, ReplyKeys.WhichEqual);
            return;
        }
        draft.Focus = unit.UnitId;
        Say(draft, key, UnitWords.Of(unit, draft.Shown, draft.Turn.Playbook));
    }

    private static void Feature(Draft draft, IReadOnlyList<UnitMatch> units, string feature)
    {
        var choice = draft.Turn.Playbook.Field(FactFields.Features)?.Choices.FirstOrDefault(choice => choice.Value == feature);
        var display = choice?.Display ?? feature;
        UnitMatch[] having = [.. units.Where(unit => unit.Has(feature))];
        draft.Note("answer:features", $"The listings of {units.Count} shown units say whether they have {feature}");
        if (having.Length == 0)
            Check(draft, units, display);
        else if (choice is { Adjective: true })
            Say(draft, ReplyKeys.FeatureIs, ("feature", display), ("titles", Names(draft, having)), ("is", having.Length == 1 ? "is" : "are"));
        else if (having.Length == units.Count)
            Say(draft, units.Count == 1 ? ReplyKeys.FeatureYes : ReplyKeys.FeatureAll, ("feature", display), ("title", UnitWords.Name(units[0], draft.Shown)));
        else
            Say(draft, ReplyKeys.FeatureSome, ("feature", display), ("titles", Names(draft, having)), ("lists", having.Length == 1 ? "lists" : "list"));
        if (having.Length > 0 && having.Length < units.Count)
            draft.Focus = having[0].UnitId;
    }

    // What the listing does not say is not guessed: the team finds out.
    private static void Check(Draft draft, IReadOnlyList<UnitMatch> units, string what)
    {
        var title = units.Count == 1 ? UnitWords.Name(units[0], draft.Shown) : "these homes";
        draft.Request(StateUpdate.Check);
        draft.Promise(draft.Phrasing.Say(ReplyKeys.CheckStep, ("feature", what), ("title", units.Count == 1 ? units[0].Title : $"{units[0].Title} and {units.Count - 1} more"), ("who", draft.Who)));
        Say(draft, ReplyKeys.FeatureUnknown, ("feature", what), ("title", title));
    }

    private static string Names(Draft draft, UnitMatch[] units) => Listing.And([.. units.Select(unit => UnitWords.Name(unit, draft.Shown))]);

    private static void Possession(Draft draft, IReadOnlyList<UnitMatch> units)
    {
        draft.Note("answer:possession", "The listings say whether a home is ready, and no date");
        UnitMatch[] ready = [.. units.Where(unit => unit.Has(Ready))];
        if (ready.Length > 0)
            Say(draft, ReplyKeys.FeatureIs, ("feature", "ready to move in"), ("titles", Names(draft, ready)), ("is", ready.Length == 1 ? "is" : "are"));
        if (ready.Length < units.Count)
            Check(draft, [.. units.Except(ready)], "a possession date");
    }

    private static void Each(Draft draft, IReadOnlyList<UnitMatch> units, string key)
    {
        foreach (var unit in units)
            Say(draft, key, UnitWords.Of(unit, draft.Shown, draft.Turn.Playbook));
    }

    private static void Available(Draft draft, UnitMatch unit)
    {
        var found = draft.Findings.Search(SearchPurpose.Check);
        var isThere = found?.Matches.Any(match => match.UnitId == unit.UnitId) ?? false;
        if (found is null)
        {
            draft.Request(StateUpdate.Check);
            draft.Promise(draft.Phrasing.Say(ReplyKeys.CheckStep, ("feature", "availability"), ("title", unit.Title), ("who", draft.Who)));
        }
        Say(draft, isThere ? ReplyKeys.UnitAvailable : found is null ? ReplyKeys.UnitUnknown : ReplyKeys.UnitGone, ("title", UnitWords.Name(unit, draft.Shown)));
    }

    private static void Say(Draft draft, string key, params ReadOnlySpan<(string, string)> words)
    {
        draft.Add(draft.Phrasing.Say(key, words));
        draft.Answered = true;
    }
}
