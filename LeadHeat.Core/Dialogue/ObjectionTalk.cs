namespace LeadHeat.Core.Dialogue;

/// <summary>Answers a doubt in the playbook's words; raised again, it is answered differently.</summary>
internal static class ObjectionTalk
{
    public static bool Write(Draft draft)
    {
        if (draft.Turn.Doubts is not [var kind, ..] || draft.Turn.Playbook.Objections.FirstOrDefault(objection => objection.Kind == kind) is not { } objection)
            return false;
        var times = draft.Before.Objections?.GetValueOrDefault(kind) ?? 1;
        draft.Note("objection:" + kind, times == 1 ? "Raised for the first time" : $"Raised {times} times");
        draft.Add(draft.Phrasing.SayOne(times == 1 ? objection.Say : objection.Again));
        draft.Answered = true;
        // Who wants to think it over is not pressed.
        draft.Declined |= kind == Doubts.Timing;
        return true;
    }
}
