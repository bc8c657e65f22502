using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>
/// Who comes back and asks for what was said before is told what this chat knows. An address that is typed in another chat proves nothing: nothing of an earlier one is told by it.
/// </summary>
internal static class Recall
{
    private const string Topic = "recap";

    private static readonly Phrases Phrases = new(
    [
        "what did|have we look|looked|discuss|discussed|talk|talked|see|seen|say|said|agree|agreed|decide|decided last|before|earlier|previously|yesterday|at|about", "what did|have you show|shown|send|sent|suggest|suggested|recommend|recommended me|us last|before|earlier|yesterday", "what was i|we looking|searching|talking|discussing",
        "where were|did we|i … off|again|last|stop|leave", "where were we", "do|did|dont you|u remember|recognise|recognize|know me|us|our|my", "remember me|us", "its me|us again", "it is me|us again", "hi|hello|hey me again", "i|we am|are|im|were|was back again|here|chatting|talking … again|before|earlier|yesterday|last",
        "we|i talked|spoke|chatted|met|discussed|wrote last|before|yesterday|earlier|already", "we|i talked|spoke|chatted to|with you|someone|somebody|your … last|before|yesterday|earlier", "continue|resume|pick up|go on from|where we|i left|stopped|were", "continue where we|i left|stopped", "pick up where we|i left|stopped", "my|our previous|last|earlier|old chat|conversation|enquiry|inquiry|shortlist|search|talk",
    ]);

    /// <summary>Answers it; false when nothing of the kind was said, or the homes that were shown answer it.</summary>
    public static bool Write(Draft draft)
    {
        var message = draft.Message;
        if (!Phrases.AreIn(message.Text) || (draft.Greeted && !message.Has(Cues.Question)) || (message.Topic == Topic && draft.Shown.Count > 0) || TellsNeeds(draft))
            return false;
        var known = LeadHeadline.Summary([.. draft.Turn.Before.Where(fact => !fact.Value.IsEmpty)], draft.Turn.Playbook);
        draft.Note("recall", known.Length > 0 ? "Says what this chat knows" : "An earlier chat is not opened by an address alone");
        draft.Add(known.Length > 0 ? draft.Phrasing.Say(ReplyKeys.Recall, ("last", known)) : draft.Phrasing.Say(ReplyKeys.RecallUnknown));
        draft.Answered = true;
        return true;
    }

    private static bool TellsNeeds(Draft draft) => !draft.Message.Has(Cues.Question) && draft.Turn.NewFacts.Any(fact => fact.Field is not (Facts.FactFields.Email or Facts.FactFields.Phone or Facts.FactFields.Name));
}
