using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Answers what the message asks or says beside the facts: refusals, doubts, prices, subjects.</summary>
internal static class SideAnswers
{
    private const int LongestQuestion = 120;
    private const int RefusalsBeforeSilence = 2;

    public static void Write(Draft draft)
    {
        var message = draft.Message;
        Appointments.Decline(draft);
        if (Outsider.Write(draft) || AboutUs.Write(draft) || AskedTwice.Write(draft) || Recall.Write(draft) || ReachHours.Write(draft))
            return;
        if (draft.Turn.Service == ServiceTalk.Owning && !message.Has(Cues.Question))
        {
            Say(draft, ReplyKeys.ExistingCustomer);
            draft.Complete = true;
            return;
        }
        if (message.Has(Cues.NotBuying))
        {
            LetAsk(draft);
            return;
        }
        if (message.Has(Cues.Refusal) || message.LeftOpen.Count > 0)
            Accept(draft);
        else if (message.Has(Cues.DoesNotKnow) && !message.Has(Cues.Question) && draft.Turn.NewFacts.Count == 0 && message.Values.Count == 0)
            Say(draft, ReplyKeys.StepByStep);
        else if (IsNothingForUs(draft))
            Dismiss(draft);
        else if (message.Has(Cues.IsBot))
            Say(draft, ReplyKeys.IsBot);
        else if (message.Intent == Intent.Complaint && draft.Turn.NewFacts.Count == 0 && (Mood.IsAnnoyed(message) || Mood.Complains(message)) && !Mood.IsAboutTheirs(draft) || message.Has(Cues.LetDown) && draft.Turn.NewFacts.Count == 0 && !Appointments.AreMeant(draft))
            OfferColleague(draft);
        else if (!Appointments.AreMeant(draft))
            Questions(draft);
        else if (Asking.Is(message))
            KnowledgeTalk.Write(draft);
    }

    // Orders to the bot, offers and the weather; an answer that only sounds like one of them is still an answer.
    private static bool IsNothingForUs(Draft draft)
    {
        var message = draft.Message;
        return (message.Has(Cues.Injection) || message.Injection || (message.Intent is Intent.Spam or Intent.OffTopic && message.Has(Cues.Spam | Cues.OffTopic)))
            && draft.Turn.NewFacts.Count == 0 && message.Values.Count == 0 && !message.Has(Cues.Yes | Cues.No | Cues.Thanks) && !Appointments.AreMeant(draft);
    }

    private static void Dismiss(Draft draft)
    {
        if (draft.Message.Injection || !KnowledgeTalk.Write(draft))
            Say(draft, ReplyKeys.OffTopic);
    }

    private static void Accept(Draft draft)
    {
        var refuses = draft.Message.Has(Cues.Refusal);
        if (refuses)
            draft.Request(StateUpdate.Refusal);
        var contact = draft.Message.RefusedFields.Any(field => field is FactFields.Email or FactFields.Phone);
        if (draft.Message.Has(Cues.AsksWhy))
        {
            Say(draft, ReplyKeys.WhyAsked);
            return;
        }
        if (contact)
            draft.Unfire(StateUpdate.Call);
        if (refuses && draft.Turn.NewFacts.Count == 0 && draft.Before.Requested(StateUpdate.Refusal) + 1 >= RefusalsBeforeSilence)
            StopAsking(draft);
        else
            Say(draft, contact ? ReplyKeys.RefusedContact : refuses ? ReplyKeys.Refused : ReplyKeys.LeftOpen);
        if (Asking.Is(draft.Message))
            KnowledgeTalk.Write(draft);
    }

    // Who refuses again and again wants to ask, not to be asked.
    private static void StopAsking(Draft draft)
    {
        Say(draft, draft.HasFired(StateUpdate.NoQuestions) ? ReplyKeys.Refused : ReplyKeys.NoQuestions);
        draft.Fire(StateUpdate.NoQuestions);
        draft.Note("no_questions", "Has refused several times: is asked nothing more");
        draft.Complete = true;
        draft.Chips = draft.Turn.Playbook.Replies[ReplyKeys.DoneChips];
    }

    // Who writes an article is asked nothing: he is not going to buy.
    private static void LetAsk(Draft draft)
    {
        if (!draft.HasFired(StateUpdate.NoQuestions) && !draft.Message.Has(Cues.Question))
            Say(draft, ReplyKeys.AskAway);
        draft.Fire(StateUpdate.NoQuestions);
        Questions(draft);
        draft.Answered |= !draft.Message.Has(Cues.Question);
    }

    private static void Questions(Draft draft)
    {
        var message = draft.Message;
        if (message.Has(Cues.SmallTalk) && message.Topic is null)
            Say(draft, message.Text.Contains("how", StringComparison.OrdinalIgnoreCase) ? ReplyKeys.SmallTalk : ReplyKeys.SmallTalkOther);
        if (message.Has(Cues.JustLooking) && draft.Turn.NewFacts.Count == 0)
            Say(draft, ReplyKeys.Browsing);
        if (Elsewhere.Write(draft))
            return;
        if (ObjectionTalk.Write(draft))
        {
            // "That's too much. Do you lease?"
            if (!draft.Complete && Asking.BesideTelling(message))
                KnowledgeTalk.Write(draft);
            return;
        }
        if (KnowledgeTalk.Write(draft))
            return;
        if (message.Has(Cues.Likes | Cues.Delight) && draft.Shown.Count > 0 && draft.Turn.NewFacts.Count == 0 && !message.Has(Cues.Question))
            Say(draft, ReplyKeys.Likes);
        if (message.Topic is { } topic && !UnitTalk.IsFromData(draft.Turn) && !Telling.Is(message))
            AboutTopic(draft, topic);
        else if (message.Has(Cues.Discount))
            Say(draft, ReplyKeys.Discount);
        else if (message.Has(Cues.Price) && !draft.Turn.Playbook.HasInventory)
            Say(draft, ReplyKeys.PriceUnknown);
    }

    /// <summary>Whether the message asks something that nothing in the reply answers.</summary>
    public static bool IsLeftUnanswered(Draft draft) =>
        !draft.Complete && !draft.Answered && draft.Cards.Count == 0 && draft.Message.Has(Cues.Question) && draft.Message.Intent != Intent.OffTopic
        && (draft.Turn.NewFacts.Count == 0 || Asking.Is(draft.Message)) && !draft.Findings.Searches.Any(search => search.Matches.Count > 0);

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

    /// <summary>Admits not to know, and asks whether a person shall answer; the next time it is noted for one without asking.</summary>
    public static void OfferPerson(Draft draft)
    {
        draft.Note("unknown", "Neither the inventory nor the documents say");
        draft.Answered = true;
        if (draft.HasFired(StateUpdate.OfferedPerson))
        {
            draft.Request(StateUpdate.Check);
            draft.Promise(draft.Phrasing.Say(ReplyKeys.AnswerStep, ("who", draft.Who), ("question", Short(draft.Message.Text))));
            draft.Add(draft.Phrasing.Say(ReplyKeys.UnknownAgain));
            return;
        }
        draft.Fire(StateUpdate.OfferedPerson);
        draft.Add(draft.Phrasing.Say(ReplyKeys.Unknown));
        draft.Asked = StateUpdate.AskedPerson;
        draft.Chips = draft.Turn.Playbook.Replies[ReplyKeys.YesNoChips];
        draft.Complete = true;
    }

    private static string Short(string question)
    {
        var line = question.ReplaceLineEndings(" ").Trim();
        return line.Length <= LongestQuestion ? line : line[..(LongestQuestion - 1)].TrimEnd() + "…";
    }

    private static void Say(Draft draft, string key)
    {
        draft.Add(draft.Phrasing.Say(key));
        draft.Answered = true;
    }
}
