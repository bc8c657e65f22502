using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Dialogue;

/// <summary>Takes back a visit or a call that was arranged, and has the team told; asks which one where there are several.</summary>
internal static class Cancelling
{
    private static readonly string[] Words =
    [
        "cancel", "call it off", "call off", "can't make it", "cant make it", "can’t make it", "cannot make it", "can not make it", "won't make it", "wont make it", "can't come", "cant come", "can’t come", "cannot come", "won't be able to come",
        "wont be able to come", "not able to come", "unable to come", "not be able to make it", "not coming anymore", "nahi aa paunga", "nahi aa paungi", "nahi aa payenge", "nahi aa sakta", "nahi aa sakti", "nahi aa sakte",
    ];

    // What a contract or a plan says of it is asked for, not done.
    private static readonly string[] Others =
        ["plan", "subscription", "contract", "account", "order", "trial", "policy", "anytime", "any time", "later", "refund", "booking amount", "token", "what if", "how do", "how can", "if i ", "if we ", "don't cancel", "dont cancel", "do not cancel"];

    private static readonly string[] All = ["both", "all of", "cancel all", "everything"];

    /// <summary>Writes the answer; false when nothing that was arranged is taken back.</summary>
    public static bool Write(Draft draft)
    {
        var text = draft.Message.Text;
        var (visit, call) = (draft.HasFired(StateUpdate.Visit), draft.HasFired(StateUpdate.Call));
        if (!(visit || call) || !IsSaid(text))
            return false;
        if (!visit || (call && text.Contains("call", StringComparison.OrdinalIgnoreCase) && !text.Contains("call it off", StringComparison.OrdinalIgnoreCase)))
        {
            Say(draft, ReplyKeys.CallCancelled, "the call" + draft.CallDay);
            draft.Unfire(StateUpdate.Call);
            return true;
        }
        Visit(draft, text);
        return true;
    }

    private static bool IsSaid(string text)
    {
        bool Says(string[] words) => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
        return Says(Words) && !Says(Others);
    }

    private static void Visit(Draft draft, string text)
    {
        var booked = draft.Bookings;
        var day = DayWords.In(text);
        // "Can't make it on Saturday, Sunday?" moves it.
        if (DayWords.Last(text) is { Length: > 0 } other && other != day && booked.Count < 2)
        {
            draft.Book([.. booked.Select(one => one with { Day = other })]);
            draft.AgreedDay = other;
            draft.PromiseNextStep(StateUpdate.Visit + other);
            draft.Note("moved", "Another day for what was arranged");
            draft.Add(draft.Phrasing.Say(ReplyKeys.OfferAccepted, ("match", booked is [var only] ? "the " + only.Kind : "a home that fits"), ("when", other), ("channel", Appointments.ChannelOf(draft))));
            draft.Answered = draft.Arranged = draft.Complete = true;
            return;
        }
        Booking[] meant = booked.Count < 2 || All.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)) ? [.. booked]
            : day.Length > 0 ? [.. booked.Where(one => one.Day.StartsWith(day, StringComparison.OrdinalIgnoreCase))]
            : [.. booked.Where(one => one.UnitId == draft.Referred?.UnitId)];
        if (booked.Count > 1 && meant.Length == 0)
        {
            draft.Add(draft.Phrasing.Say(ReplyKeys.CancelWhich, ("visits", Listing.Or([.. booked.Select(one => one.TheWords)]))));
            draft.Answered = draft.Complete = true;
            return;
        }
        var what = meant.Length > 0 ? Listing.And([.. meant.Select(one => one.TheWords)]) : "the visit" + draft.AgreedDay;
        Say(draft, ReplyKeys.VisitCancelled, what);
        draft.Book([.. booked.Except(meant)]);
        if (draft.Bookings.Count > 0)
            return;
        draft.EndVisit();
        draft.Asked = StateUpdate.AskedOtherDay;
    }

    private static void Say(Draft draft, string key, string what)
    {
        draft.Note("cancelled", "Takes back what was arranged");
        draft.Promise(draft.Phrasing.Say(ReplyKeys.CancelStep, ("what", what), ("who", draft.Who)));
        draft.Add(draft.Phrasing.Say(key, ("what", what)));
        draft.Answered = draft.Complete = true;
    }
}
