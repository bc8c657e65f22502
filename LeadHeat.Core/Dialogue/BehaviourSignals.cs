using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>What a visitor's messages give away beside facts: a hurry, a question about the price, another company that is looked at.</summary>
internal static class BehaviourSignals
{
    public const string Urgency = "urgency";
    public const string Price = "price";
    public const string Competitor = "competitor";

    /// <summary>All names, as they stand in <see cref="DialogueState.Signals"/>.</summary>
    public static IReadOnlyList<string> All { get; } = [Urgency, Price, Competitor];

    /// <summary>Those of one message.</summary>
    public static IEnumerable<string> In(Understood message, Playbook playbook)
    {
        if (message.Find(FactFields.Timeline) is { Value.Text: TimelineScanner.Immediate })
            yield return Urgency;
        if (message.Has(Cues.Price | Cues.Discount | Cues.Cheaper))
            yield return Price;
        if (playbook.Competitors.AreIn(message.Text))
            yield return Competitor;
    }
}
