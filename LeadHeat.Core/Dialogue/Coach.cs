using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Makes the playbook's offers: the first whose moment has come, each once, never two in a row.</summary>
internal static class Coach
{
    private const string Mark = "coach:";
    private const int TurnsBetween = 2;

    /// <summary>The offer that a message says yes to.</summary>
    public static CoachingRule? Accepted(Playbook playbook, DialogueState before, Understood message)
    {
        if (before.LastAsked is not { } asked || !asked.StartsWith(Mark, StringComparison.Ordinal) || !Agreement.Is(message)
            || message.Has(Cues.More | Cues.Visit | Cues.Callback | Cues.Cheaper | Cues.Reset) || message.Values.Count > 0)
            return null;
        foreach (var rule in playbook.Coaching)
        {
            if (asked.AsSpan(Mark.Length).SequenceEqual(rule.Name))
                return rule;
        }
        return null;
    }

    /// <summary>Whether the last reply made an offer.</summary>
    public static bool Offered(DialogueState before) =>
        before.LastAsked is { } asked && (asked == StateUpdate.AskedOffer || asked == StateUpdate.AskedPerson || asked.StartsWith(Mark, StringComparison.Ordinal));

    /// <summary>The offer whose moment has come; null when a question that would bring more points comes first.</summary>
    /// <param name="points">What the next question would bring; null when there is none.</param>
    public static CoachingRule? Next(Draft draft, int? points)
    {
        if (draft.Declined || draft.Message.Has(Cues.Refusal) || draft.Before.Frustration >= 3)
            return null;
        var situation = draft.Situation;
        foreach (var rule in draft.Turn.Playbook.Coaching)
        {
            var outranks = draft.Findings.Score is { Heat: Heat.Hot } ? rule.OutranksWhenHot : rule.Outranks;
            // The visit is what all leads to: it need not wait for its turn.
            var rests = rule.Action != CoachingAction.Visit && draft.Before.Turns - draft.Before.CoachedAt < TurnsBetween && draft.Before.CoachedAt > 0;
            if (!rests && !draft.HasFired(Mark + rule.Name) && (points is null || points <= outranks) && situation.Holds(rule.When) && CanBeDone(draft, rule))
                return rule;
        }
        return null;
    }

    /// <summary>Makes the offer.</summary>
    public static void Offer(Draft draft, CoachingRule rule)
    {
        draft.Break();
        draft.Note(Mark + rule.Name, rule.Why);
        draft.Add(draft.Phrasing.SayOne(rule.Say, ("match", draft.UnitMeant is { } unit ? "the " + UnitWords.Kind(unit) : ""), ("area", draft.UnitMeant?.Area ?? "")));
        draft.Fire(Mark + rule.Name);
        draft.Coached = true;
        draft.Asked = rule.Action == CoachingAction.Visit ? StateUpdate.AskedOffer : Mark + rule.Name;
        draft.Chips = rule.Chips.Count > 0 ? rule.Chips : draft.Turn.Playbook.Replies[ReplyKeys.YesNoChips];
    }

    private static bool CanBeDone(Draft draft, CoachingRule rule) => rule.Action switch
    {
        CoachingAction.Visit => !draft.Arranged && (!draft.Turn.Playbook.HasInventory || draft.UnitMeant is not null),
        CoachingAction.Call => !draft.Arranged && !draft.IsRefused(FactFields.Phone),
        CoachingAction.Brochure => !draft.IsRefused(FactFields.Email),
        CoachingAction.Compare => !draft.Message.Has(Cues.Compare) && (draft.Cards.Count > 0 ? draft.Cards : draft.Shown).Count > 1,
        CoachingAction.Cheaper => draft.Shown.Count > 0,
        CoachingAction.Topic => !(draft.Before.Discussed?.Contains(rule.Topic!) ?? false),
        _ => true,
    };
}
