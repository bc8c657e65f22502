using LeadHeat.Core.Facts;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Says which of the homes have what is wished for, and that none has it where none has: homes are not passed off as what they are not.</summary>
internal static class WishTalk
{
    private const string Mark = "lacks:";
    private const string Shown = "as_shown";

    /// <summary>Names the wishes that nothing has that was found, each once.</summary>
    public static void AboutFound(Draft draft)
    {
        var found = draft.Findings.Searches[0];
        if (found.Purpose != SearchPurpose.Fits || found.Matches.Count == 0)
            return;
        foreach (var wish in draft.Known(FactFields.Features)?.Value.Items ?? [])
        {
            if (found.Matches.Any(unit => unit.Has(wish)) || draft.HasFired(Mark + wish))
                continue;
            draft.Fire(Mark + wish);
            None(draft, wish);
        }
    }

    /// <summary>Where the best homes are those that are shown already: which of them have what is wished for now.</summary>
    public static void AboutShown(Draft draft)
    {
        if (draft.Findings.Searches is not [{ Purpose: SearchPurpose.Fits, Matches.Count: > 0 }, ..] || draft.Answered && draft.Citations.Count > 0)
            return;
        foreach (var wish in draft.Message.Find(FactFields.Features)?.Value.Items ?? [])
        {
            UnitMatch[] having = [.. draft.Shown.Where(unit => unit.Has(wish))];
            var (display, isOne) = Named(draft, wish);
            if (having.Length == 0)
                None(draft, wish);
            else if (isOne)
                Say(draft, ReplyKeys.FeatureIs, ("feature", display), ("titles", Names(draft, having)), ("is", having.Length == 1 ? "is" : "are"));
            else if (having.Length == draft.Shown.Count)
                Say(draft, having.Length == 1 ? ReplyKeys.FeatureYes : ReplyKeys.FeatureAll, ("feature", display), ("title", UnitWords.Name(having[0], draft.Shown)));
            else
                Say(draft, ReplyKeys.FeatureSome, ("feature", display), ("titles", Names(draft, having)), ("lists", having.Length == 1 ? "lists" : "list"));
        }
    }

    /// <summary>"Ok, show me something there then": says that what fits stands above.</summary>
    public static void AsShown(Draft draft)
    {
        if (draft.Complete || draft.Answered || draft.Shown.Count == 0 || draft.Turn.NewFacts.Count > 0 || !draft.Message.Has(Cues.Search)
            || draft.Message.Has(Cues.Question | Cues.Visit | Cues.Callback | Cues.Refusal) || !draft.Phrasing.Knows(Shown))
            return;
        draft.Note("shown", "What fits was shown already");
        Say(draft, Shown);
    }

    private static void None(Draft draft, string wish)
    {
        var (display, isOne) = Named(draft, wish);
        draft.Note("lacks", $"Nothing that fits lists {wish}");
        Say(draft, isOne ? ReplyKeys.FeatureNoneIs : ReplyKeys.FeatureNone, ("feature", display));
    }

    private static (string Display, bool IsOne) Named(Draft draft, string wish)
    {
        var choice = draft.Turn.Playbook.Field(FactFields.Features)?.Choices.FirstOrDefault(choice => choice.Value == wish);
        return (choice?.Display ?? wish, choice?.Adjective ?? false);
    }

    private static string Names(Draft draft, UnitMatch[] units) => Listing.And([.. units.Select(unit => UnitWords.Name(unit, draft.Shown))]);

    private static void Say(Draft draft, string key, params ReadOnlySpan<(string, string)> words)
    {
        draft.Add(draft.Phrasing.Say(key, words));
        draft.Answered = true;
    }
}
