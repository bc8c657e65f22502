using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Arranges the next step: a visit (or tasting, or demo) and a call back; asks for the way to reach the visitor where it is missing.</summary>
internal static class Appointments
{
    /// <summary>Answers where the message is about an appointment; false when it is not.</summary>
    public static bool Write(Draft draft)
    {
        var message = draft.Message;
        var lastAsked = draft.Turn.Context.Dialogue.LastAsked;
        var no = message.Has(Cues.No) && !message.Has(Cues.Yes);
        if (lastAsked is StateUpdate.AskedOffer or StateUpdate.AskedPerson && no && message.Intent is not (Intent.SiteVisit or Intent.CallbackRequest))
            Say(draft, ReplyKeys.OfferDeclined);
        else if (message.Has(Cues.Callback) && !message.Has(Cues.Refusal))
            Call(draft);
        else if (message.Has(Cues.Visit) || (lastAsked == StateUpdate.AskedOffer && Agrees(draft)))
            Visit(draft);
        else if (GaveContact(draft) && draft.HasFired(StateUpdate.Call) && draft.Known(FactFields.Phone) is not null)
            Call(draft);
        else if (GaveContact(draft) && draft.HasFired(StateUpdate.Visit))
            Visit(draft);
        else
            return false;
        return true;
    }

    private static bool Agrees(Draft draft) => draft.Message.Has(Cues.Yes) || DayWords.In(draft.Message.Text).Length > 0;

    private static bool GaveContact(Draft draft) => draft.Turn.NewFacts.Any(fact => fact.Field is FactFields.Email or FactFields.Phone);

    private static void Visit(Draft draft)
    {
        draft.Fire(StateUpdate.Visit);
        if (draft.CanBeReached)
        {
            var channel = draft.Known(FactFields.Phone) is not null ? "phone" : "e-mail";
            draft.Add(draft.Phrasing.Say(
                ReplyKeys.OfferAccepted, ("match", draft.UnitMeant?.Title ?? "it"), ("when", DayWords.In(draft.Message.Text)), ("channel", channel)));
            draft.Answered = true;
            return;
        }
        Ask(draft, ReplyKeys.OfferNeedsContact);
    }

    private static void Call(Draft draft)
    {
        draft.Fire(StateUpdate.Call);
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
        draft.Add(draft.Phrasing.Say(key, ("match", draft.UnitMeant?.Title ?? "it"), ("when", DayWords.In(draft.Message.Text))));
        draft.Asked = FactFields.Phone;
        draft.Chips = draft.Turn.Playbook.Replies[ReplyKeys.DoneChips];
        draft.Answered = true;
        draft.Complete = true;
    }

    private static void Say(Draft draft, string key)
    {
        draft.Add(draft.Phrasing.Say(key));
        draft.Answered = true;
    }
}
