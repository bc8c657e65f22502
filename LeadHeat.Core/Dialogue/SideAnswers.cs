using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Answers what the message asks or says beside the facts: refusals, doubts, prices, subjects.</summary>
internal static class SideAnswers
{
    public static void Write(Draft draft)
    {
        var message = draft.Message;
        Appointments.Decline(draft);
        if (message.Has(Cues.Refusal) || message.LeftOpen.Count > 0)
            Accept(draft);
        else if (IsNothingForUs(draft))
        {
            if (draft.Message.Injection || !KnowledgeTalk.Write(draft))
                Say(draft, ReplyKeys.OffTopic);
        }
        else if (message.Has(Cues.IsBot))
            Say(draft, ReplyKeys.IsBot);
        else if (message.Intent == Intent.Complaint && draft.Turn.NewFacts.Count == 0)
            OfferColleague(draft);
        else if (!Appointments.AreMeant(draft))
            Questions(draft);
    }

    // Orders to the bot, offers and the weather; an answer that only sounds like one of them is still an answer.
    private static bool IsNothingForUs(Draft draft)
    {
        var message = draft.Message;
        return (message.Has(Cues.Injection) || message.Injection || (message.Intent is Intent.Spam or Intent.OffTopic && message.Has(Cues.Spam | Cues.OffTopic)))
            && draft.Turn.NewFacts.Count == 0 && message.Values.Count == 0 && !message.Has(Cues.Yes | Cues.No | Cues.Thanks) && !Appointments.AreMeant(draft);
    }

    private static void Accept(Draft draft)
    {
        var contact = draft.Message.RefusedFields.Any(field => field is FactFields.Email or FactFields.Phone);
        if (contact && !draft.Message.Has(Cues.AsksWhy))
        {
            draft.Unfire(StateUpdate.Call);
            Say(draft, ReplyKeys.RefusedContact);
        }
        else if (draft.Message.Has(Cues.AsksWhy))
        {
            Say(draft, ReplyKeys.WhyAsked);
        }
        else
        {
            Say(draft, draft.Message.Has(Cues.Refusal) ? ReplyKeys.Refused : ReplyKeys.LeftOpen);
        }
    }

    private static void Questions(Draft draft)
    {
        var message = draft.Message;
        if (message.Has(Cues.SmallTalk) && message.Topic is null)
            Say(draft, message.Text.Contains("how", StringComparison.OrdinalIgnoreCase) ? ReplyKeys.SmallTalk : ReplyKeys.SmallTalkOther);
        if (message.Has(Cues.JustLooking) && draft.Turn.NewFacts.Count == 0)
            Say(draft, ReplyKeys.Browsing);
        if (ObjectionTalk.Write(draft) || KnowledgeTalk.Write(draft))
            return;
        if (message.Has(Cues.Likes | Cues.Delight) && draft.Shown.Count > 0 && draft.Turn.NewFacts.Count == 0 && !message.Has(Cues.Question))
            Say(draft, ReplyKeys.Likes);
        if (message.Topic is { } topic && !UnitTalk.IsFromData(draft.Turn))
            AboutTopic(draft, topic);
        else if (message.Has(Cues.Discount))
            Say(draft, ReplyKeys.Discount);
        else if (message.Has(Cues.Availability) && message.Has(Cues.Question) && !draft.Turn.Playbook.HasInventory)
            OfferPerson(draft);
        else if (message.Has(Cues.Price) && !draft.Turn.Playbook.HasInventory)
            Say(draft, ReplyKeys.PriceUnknown);
        else if (IsLeftUnanswered(draft))
            OfferPerson(draft);
    }

    // The facts in a message are no answer to what it asks beside them.
    private static bool IsLeftUnanswered(Draft draft) => draft.Findings.Passages.Count > 0 && draft.Findings.Searches.Count == 0
        && draft.Message.Has(Cues.Question) && draft.Message.Text.Contains('?') && draft.Turn.NewFacts.Count > 0;

    // A subject that the playbook knows is answered; any other is admitted and offered to a person.
    private static void AboutTopic(Draft draft, string topic)
    {
        if (draft.Phrasing.Knows("topic_" + topic))
            Say(draft, "topic_" + topic);
        else
            OfferPerson(draft);
    }

    private static void OfferColleague(Draft draft)
    {
        draft.Add(draft.Phrasing.Say(ReplyKeys.ComplaintOffer));
        draft.Asked = StateUpdate.AskedPerson;
        draft.Chips = draft.Turn.Playbook.Replies[ReplyKeys.YesNoChips];
        draft.Complete = true;
    }

    /// <summary>Admits not to know, and asks whether a person shall answer.</summary>
    public static void OfferPerson(Draft draft)
    {
        draft.Note("unknown", "Neither the inventory nor the documents say");
        Say(draft, ReplyKeys.Unknown);
        draft.Asked = StateUpdate.AskedPerson;
        draft.Chips = draft.Turn.Playbook.Replies[ReplyKeys.YesNoChips];
        draft.Complete = true;
    }

    private static void Say(Draft draft, string key)
    {
        draft.Add(draft.Phrasing.Say(key));
        draft.Answered = true;
    }
}
