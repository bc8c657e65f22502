using LeadHeat.Core.Facts;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Keeps an address that looks mistyped until the visitor says which is right; only then is it used.</summary>
internal static class EmailChecks
{
    /// <summary>The message's facts, and the check that is open after it.</summary>
    public static (IReadOnlyList<Fact> Facts, EmailCheck? Open) Read(Understood message, TurnContext context)
    {
        var facts = message.ToFacts(context.MessageId, context.ReceivedAt);
        var open = context.Dialogue.EmailCheck;
        if (facts.FirstOrDefault(fact => fact.Field == FactFields.Email) is { } written)
        {
            if (message.EmailSuggestion is not { } suggested || suggested == written.Value.Text || written.Value.Text == open?.Written)
                return (facts, null);
            return ([.. facts.Where(fact => fact.Field != FactFields.Email)], new(written.Value.Text!, suggested, written.Evidence));
        }
        if (open is null || context.Dialogue.LastAsked != StateUpdate.AskedEmail || !message.Has(Cues.Yes | Cues.No))
            return (facts, open);
        var address = message.Has(Cues.No) ? open.Written : open.Suggested;
        return ([.. facts, new(FactFields.Email, new(Text: address), address, FactSource.Bot, 0.95, context.ReceivedAt, open.Evidence)], null);
    }

    /// <summary>Asks which address is right, where that is open.</summary>
    public static void Write(Draft draft)
    {
        if (draft.Complete || draft.Before.EmailCheck is not { } check || check.Asks >= draft.Turn.Playbook.Thresholds.Asks)
            return;
        draft.Note("confirm_email", "The address looks mistyped; it is not used before the visitor confirms it");
        draft.Add(draft.Phrasing.Say(ReplyKeys.EmailCheck, ("suggested", check.Suggested), ("written", check.Written)));
        draft.Asked = StateUpdate.AskedEmail;
        draft.EmailCheck = check with { Asks = check.Asks + 1 };
        draft.Chips = draft.Turn.Playbook.Replies[ReplyKeys.EmailCheckChips];
        draft.Answered = true;
        draft.Complete = true;
    }
}
