using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>What a playbook's conditions are judged by.</summary>
internal readonly record struct Situation(
    IReadOnlyList<Fact> Facts, DialogueState State, Understood Message, IReadOnlyList<string> Doubts, LeadScoreResult? Score, int CardsSeen)
{
    public bool Holds(Condition when)
    {
        var (situation, state) = (this, State);
        return (when.Facts.Count == 0 || when.Facts.Any(situation.IsFact))
            && when.Known.All(situation.Knows)
            && (when.AnyKnown.Count == 0 || when.AnyKnown.Any(situation.Knows))
            && !when.Unknown.Any(situation.Knows)
            && (when.Count == 0 || Facts.Count(fact => !fact.Value.IsEmpty) >= when.Count)
            && (when.Cues == Cues.None || Message.Has(when.Cues))
            && (when.Objections.Count == 0 || when.Objections.Any(Doubts.Contains))
            && (when.Phases.Count == 0 || when.Phases.Contains(state.Phase))
            && (when.Types.Count == 0 || (state.CustomerType is { } type && when.Types.Contains(type)))
            && state.Turns >= when.Turns && state.Questions >= when.Questions && state.Engagement >= when.Engagement && CardsSeen >= when.Cards
            && (when.Requested.Count == 0 || when.Requested.Any(request => state.Requested(request) > 0))
            && !when.NotRequested.Any(request => state.Requested(request) > 0)
            && (when.Discussed.Count == 0 || when.Discussed.Any(topic => state.Discussed?.Contains(topic) ?? false))
            && (when.Qualified is not { } qualified || (Score?.Qualified ?? false) == qualified)
            && (when.Reachable is not { } reachable || (Knows(FactFields.Email) || Knows(FactFields.Phone)) == reachable)
            && (when.Or.Count == 0 || when.Or.Any(situation.Holds));
    }

    private bool Knows(string field)
    {
        foreach (var fact in Facts)
        {
            if (fact.Field == field)
                return !fact.Value.IsEmpty;
        }
        return false;
    }

    private bool IsFact(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        foreach (var fact in Facts)
        {
            if (fact.Field.AsSpan().SequenceEqual(text.AsSpan(0, at)))
                return fact.Value.Text == text[(at + 1)..] || (fact.Value.Items?.Contains(text[(at + 1)..]) ?? false);
        }
        return false;
    }
}
