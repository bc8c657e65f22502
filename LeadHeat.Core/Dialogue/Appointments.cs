using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Arranges the next step: a visit (or tasting, or demo) and a call back; asks for the way to reach the visitor where it is missing.</summary>
internal static class Appointments
{
    /// <summary>Whether the message is about an appointment.</summary>
    public static bool AreMeant(Draft draft) => Of(draft) is not null;

    /// <summary>Answers where the message is about an appointment.</summary>
    public static void Write(Draft draft)
    {
        if (!draft.Complete)
            Of(draft)?.Invoke(draft);
    }

    /// <summary>Accepts a "no" to an offer; false when the message is none.</summary>
    public static bool Decline(Draft draft)
    {
        var message = draft.Message;
        if (draft.Turn.Context.Dialogue.LastAsked is not (StateUpdate.AskedOffer or StateUpdate.AskedPerson) || !message.Has(Cues.No) || message.Has(Cues.Yes | Cues.Visit | Cues.Callback))
            return false;
        draft.Add(draft.Phrasing.Say(ReplyKeys.OfferDeclined));
        draft.Answered = true;
        draft.Declined = true;
        return true;
    }

    private static Action<Draft>? Of(Draft draft)
    {
        var message = draft.Message;
        if (message.Has(Cues.Refusal))
            return null;
        var lastAsked = draft.Turn.Context.Dialogue.LastAsked;
        if (message.Has(Cues.Callback))
            return Call;
        if (message.Has(Cues.Visit) || (lastAsked == StateUpdate.AskedOffer && Agrees(draft)))
            return Visit;
        if (GaveContact(draft) && draft.HasFired(StateUpdate.Call) && draft.Known(FactFields.Phone) is not null)
            return Call;
        return draft.HasFired(StateUpdate.Visit) && (GaveContact(draft) || DayWords.In(message.Text).Length > 0) ? Visit : null;
    }

    private static bool Agrees(Draft draft) => (draft.Message.Has(Cues.Yes) && !draft.Message.Has(Cues.No)) || DayWords.In(draft.Message.Text).Length > 0;

    private static bool GaveContact(Draft draft) => draft.Turn.NewFacts.Any(fact => fact.Field is FactFields.Email or FactFields.Phone);

    private static void Visit(Draft draft)
    {
        draft.Fire(StateUpdate.Visit);
        draft.AgreedDay = DayWords.In(draft.Message.Text);
        draft.Arranged = true;
        if (draft.CanBeReached)
        {
            var channel = draft.Known(FactFields.Phone) is not null ? "phone" : "e-mail";
            draft.Add(draft.Phrasing.Say(
                ReplyKeys.OfferAccepted, ("match", draft.UnitMeant?.Title ?? "a home that fits"), ("when", draft.AgreedDay), ("channel", channel)));
            draft.Answered = true;
            return;
        }
        Ask(draft, ReplyKeys.OfferNeedsContact);
    }

    private static void Call(Draft draft)
    {
        draft.Fire(StateUpdate.Call);
        draft.Arranged = true;
        if (draft.Known(FactFields.Phone) is null)
        {
            Ask(draft, ReplyKeys.CallNeedsNumber);
            return;
        }
        draft.Add(draft.Phrasing.Say(ReplyKeys.CallAccepted, ("when", DayWords.In(draft.Message.Text))));
        draft.Answered = true;
    }

    private static void Ask(Draft draft, string key)
    {
        draft.Answered = true;
        if (draft.Before.Asked.GetValueOrDefault(FactFields.Phone) >= NextMove.MostAsks)
        {
            draft.Add(draft.Phrasing.Say(ReplyKeys.RefusedContact));
            return;
        }
        draft.Add(draft.Phrasing.Say(key, ("match", draft.UnitMeant?.Title ?? "a home that fits"), ("when", DayWords.In(draft.Message.Text))));
        draft.Asked = FactFields.Phone;
        draft.Chips = draft.Turn.Playbook.Replies[ReplyKeys.DoneChips];
        draft.Complete = true;
    }
}
