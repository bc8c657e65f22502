using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Notes for the team when somebody wants to be reached, or not.</summary>
internal static class ReachHours
{
    /// <summary>Notes it, and says so where nothing else in the message needs an answer; false when nothing of the kind was said.</summary>
    public static bool Write(Draft draft)
    {
        if (draft.Message.CallHours is not { } hours)
            return false;
        var words = hours.Of(draft.Message.Text).Trim();
        draft.Note("hours", "Says when to be reached: the team has it to keep to");
        draft.Promise(draft.Phrasing.Say(ReplyKeys.HoursStep, ("who", draft.Who), ("hours", words)));
        // Whom we are to call hears of it with the call.
        if (draft.Message.Has(Cues.Callback))
            return false;
        draft.Add(draft.Phrasing.Say(ReplyKeys.Hours));
        draft.Answered = true;
        return true;
    }
}
