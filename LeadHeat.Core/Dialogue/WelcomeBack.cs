using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Greets a visitor who comes back after a while, and says what was looked at last.</summary>
internal static class WelcomeBack
{
    /// <summary>Whether the last message is long ago.</summary>
    public static bool IsDue(PlannedTurn turn) => turn.Context.History is [.., var last]
        && turn.Context.ReceivedAt - last.At >= TimeSpan.FromHours(turn.Playbook.Thresholds.ReturnHours) && !turn.Understood.Has(Cues.Reset);

    public static void Write(Draft draft)
    {
        if (!IsDue(draft.Turn))
            return;
        draft.Note("welcome_back", "The last message is long ago");
        var name = draft.Known(FactFields.Name) is { } known ? ", " + FirstName.Of(known.Display) : "";
        draft.Add(LastSeen(draft) is { Length: > 0 } last
            ? draft.Phrasing.Say(ReplyKeys.WelcomeBack, ("name", name), ("last", last)) : draft.Phrasing.Say(ReplyKeys.WelcomeBackPlain, ("name", name)));
        draft.Greeted = true;
        draft.Answered |= draft.Message.Intent == Intent.Greeting || draft.Message.Has(Cues.Greeting);
    }

    private static string LastSeen(Draft draft)
    {
        if (draft.Shown is [var first, ..])
            return "the " + UnitWords.Kind(draft.Shown.FirstOrDefault(card => card.UnitId == draft.Before.Focus) ?? first);
        return LeadHeadline.Summary([.. draft.Turn.Before.Where(fact => !fact.Value.IsEmpty)], draft.Turn.Playbook);
    }
}
