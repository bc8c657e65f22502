namespace LeadHeat.Core.Dialogue;

/// <summary>Answers a doubt in the playbook's words; raised again, it is answered differently.</summary>
internal static class ObjectionTalk
{
    public static bool Write(Draft draft)
    {
        // Who buys nothing has no doubts about it.
        if (draft.HasFired(StateUpdate.NotBuying))
            return false;
        if (draft.Turn.Doubts is not [var kind, ..] || draft.Turn.Playbook.Objections.FirstOrDefault(objection => objection.Kind == kind) is not { } objection)
            return false;
        var times = draft.Before.Objections?.GetValueOrDefault(kind) ?? 1;
        draft.Note("objection:" + kind, times == 1 ? "Raised for the first time" : $"Raised {times} times");
        var answer = draft.Phrasing.SayOne(times == 1 ? objection.Say : objection.Again);
        draft.Add(answer);
        draft.Answered = true;
        if (answer.EndsWith('?'))
        {
            draft.Asked = kind == Doubts.Location ? StateUpdate.AskedOtherArea : null;
            draft.Complete = true;
        }
        // Who wants to think it over is not pressed.
        if (kind == Doubts.Timing && !Appointments.AreMeant(draft))
        {
            draft.Declined = true;
            draft.Complete = true;
            draft.Chips = draft.Turn.Playbook.Replies[ReplyKeys.DoneChips];
        }
        return true;
    }
}
