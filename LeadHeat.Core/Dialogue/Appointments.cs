using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Arranges the next step: a visit (or tasting, or demo), a call back, a brochure; asks for the way to reach the visitor, and for the day, where they are missing.</summary>
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
        if (!Coach.Offered(draft.Turn.Context.Dialogue) || !message.Has(Cues.No) || message.Has(Cues.Yes | Cues.Visit | Cues.Callback) || Agreement.IsBehindNews(message, Cues.No))
            return false;
        draft.Note("declined", "Said no to an offer: no other one now");
        if (!message.Has(Cues.Refusal))
            draft.Add(draft.Phrasing.Say(ReplyKeys.OfferDeclined));
        draft.Answered = true;
        draft.Declined = true;
        return true;
    }

    /// <summary>Whether a day in the message is the day of a visit, and no date to move in by.</summary>
    public static bool NamesDay(Draft draft) => DayWords.In(draft.Message.Text).Length > 0
        && (draft.Message.Has(Cues.Visit | Cues.Callback) || draft.HasFired(StateUpdate.Visit)
            || draft.Turn.Context.Dialogue.LastAsked is StateUpdate.AskedOffer or StateUpdate.AskedDay or StateUpdate.AskedOtherDay || DayWords.IsFree(draft.Message.Text));

    private static Action<Draft>? Of(Draft draft)
    {
        var message = draft.Message;
        if (message.Has(Cues.Refusal) || Outsider.Of(draft) is not null)
            return null;
        var lastAsked = draft.Turn.Context.Dialogue.LastAsked;
        var accepted = draft.Turn.Accepted?.Action;
        if (message.Has(Cues.Callback) || accepted == CoachingAction.Call)
            return Call;
        if (message.Topic == Brochures.Topic || accepted == CoachingAction.Brochure || Asking.ToBeSent(message))
            return Brochures.Send;
        if (message.Has(Cues.Visit) || accepted == CoachingAction.Visit || (lastAsked == StateUpdate.AskedOffer && Agrees(draft)) || IsFreeToVisit(draft)
            || (lastAsked == StateUpdate.AskedOtherDay && DayWords.In(message.Text).Length > 0))
            return Visit;
        if (GaveContact(draft) && draft.HasFired(StateUpdate.Call) && !draft.HasFired(StateUpdate.Visit) && draft.Known(FactFields.Phone) is not null)
            return Call;
        if (GaveContact(draft) && draft.IsOpen(StateUpdate.Brochure) && draft.Known(FactFields.Email) is not null)
            return Brochures.Send;
        return draft.HasFired(StateUpdate.Visit) && (WasUnreachable(draft) || DayWords.In(message.Text).Length > 0) ? Visit : null;
    }

    private static bool Agrees(Draft draft) => Agreement.Is(draft.Message) || DayWords.In(draft.Message.Text).Length > 0;

    // "Thursday afternoon would be good" needs no offer before it, only something to see.
    // "Tomorrow 11 am" alone is no less.
    private static bool IsFreeToVisit(Draft draft) => (DayWords.IsFree(draft.Message.Text) || draft.Message is { Intent: Intent.SiteVisit, Values.Count: 0 } && !draft.Message.Has(Cues.Question)) && DayWords.In(draft.Message.Text).Length > 0
        && (!draft.Turn.Playbook.HasInventory || draft.Shown.Count > 0);

    private static bool GaveContact(Draft draft) => draft.Turn.NewFacts.Any(fact => fact.Field is FactFields.Email or FactFields.Phone);

    // A second way to be reached changes nothing about what was arranged.
    private static bool WasUnreachable(Draft draft) => GaveContact(draft) && !draft.Turn.Before.Any(fact => fact.Field is FactFields.Email or FactFields.Phone && !fact.Value.IsEmpty);

    private static void Visit(Draft draft)
    {
        Begin(draft, StateUpdate.Visit, "Wants to see it");
        draft.AgreedDay = DayWords.In(draft.Message.Text);
        Book(draft);
        if (!draft.CanBeReached && AsksToBeReached(draft))
            return;
        draft.Answered = true;
        if (draft.AgreedDay.Length == 0 && !draft.HasFired(StateUpdate.AskedDay))
        {
            draft.Fire(StateUpdate.AskedDay);
            draft.Note("ask_day", "A visit without a day is soon forgotten");
            draft.Add(draft.Phrasing.Say(ReplyKeys.AskDay, ("match", VisitOf(draft))));
            draft.Asked = StateUpdate.AskedDay;
            draft.Chips = draft.Turn.Playbook.Replies[ReplyKeys.DayChips];
            draft.Complete = true;
            return;
        }
        var booked = draft.Bookings;
        draft.PromiseNextStep(StateUpdate.Visit + (booked.Count > 1 ? string.Concat(booked.Select(visit => visit.UnitId + visit.Day)) : draft.AgreedDay));
        if (booked.Count > 1)
            draft.Add(draft.Phrasing.Say(ReplyKeys.VisitsAccepted, ("visits", Listing.And([.. booked.Select(visit => visit.Words)])), ("channel", ChannelOf(draft))));
        else
            draft.Add(draft.Phrasing.Say(ReplyKeys.OfferAccepted, ("match", VisitOf(draft)), ("when", draft.AgreedDay), ("channel", ChannelOf(draft))));
    }

    // Several at once; else one more where another home is named with a day, else the one that is meant, on the day that is known.
    private static void Book(Draft draft)
    {
        if (!draft.Turn.Playbook.HasInventory)
            return;
        var (text, booked) = (draft.Message.Text, draft.Bookings);
        if (Booking.AskedFor(text, draft.Shown) is { Count: > 1 } several)
        {
            draft.Book([.. booked.Where(one => several.All(other => other.UnitId != one.UnitId)), .. several]);
            draft.AgreedDay = several[0].Day;
            return;
        }
        if (draft.UnitMeant is not { } unit || (booked.Count > 1 && draft.Referred is null))
            return;
        var said = DayWords.In(text);
        var adds = draft.Referred is not null && said.Length > 0 && !draft.Message.Has(Cues.Correction);
        var day = said.Length > 0 ? said : booked.FirstOrDefault(one => one.UnitId == unit.UnitId)?.Day ?? draft.AgreedDay;
        draft.Book([.. booked.Where(one => adds && one.UnitId != unit.UnitId), Booking.Of(unit, day)]);
    }

    public static string ChannelOf(Draft draft) =>
        draft.Known(FactFields.Phone) is not null ? "phone" : draft.Known(FactFields.Email) is not null ? "e-mail" : "message in this chat";

    // What was refused is not asked for again; without either, the chat has to do.
    private static bool AsksToBeReached(Draft draft)
    {
        if (!draft.IsRefused(FactFields.Phone))
            return Ask(draft, ReplyKeys.OfferNeedsContact, FactFields.Phone);
        return !draft.IsRefused(FactFields.Email) && Ask(draft, ReplyKeys.OfferNeedsEmail, FactFields.Email);
    }

    private static void Call(Draft draft)
    {
        Begin(draft, StateUpdate.Call, "Wants to be called");
        draft.CallDay = DayWords.In(draft.Message.Text);
        if (draft.Known(FactFields.Phone) is null)
        {
            if (!Ask(draft, ReplyKeys.CallNeedsNumber, FactFields.Phone))
                draft.Add(draft.Phrasing.Say(ReplyKeys.RefusedContact));
            return;
        }
        draft.PromiseNextStep(StateUpdate.Call + draft.CallDay);
        draft.Add(draft.Phrasing.Say(ReplyKeys.CallAccepted, ("when", draft.CallDay)));
        if (draft.Message.CallHours is not null)
            draft.Add(draft.Phrasing.Say(ReplyKeys.Hours));
        draft.Answered = true;
    }

    // A request is counted when it is made, not again when the number or the day for it follows.
    public static void Begin(Draft draft, string what, string why)
    {
        draft.Arranged = true;
        if (draft.HasFired(what))
            return;
        draft.Fire(what);
        draft.Request(what);
        draft.Note("arrange:" + what, why);
    }

    private static string VisitOf(Draft draft) => draft.Bookings is [var booked] ? "the " + booked.Kind : MatchOf(draft);

    public static string MatchOf(Draft draft) => draft.UnitMeant is { } unit ? "the " + UnitWords.Kind(unit) : "a home that fits";

    // False when it has been asked for often enough, or was refused.
    public static bool Ask(Draft draft, string key, string field)
    {
        draft.Answered = true;
        if (draft.IsRefused(field) || draft.Before.Asked.GetValueOrDefault(field) >= draft.Turn.Playbook.Thresholds.Asks)
            return false;
        draft.Add(draft.Phrasing.Say(key, ("match", MatchOf(draft)), ("when", DayWords.In(draft.Message.Text))));
        draft.Asked = field;
        draft.Chips = [];
        draft.Complete = true;
        return true;
    }
}
