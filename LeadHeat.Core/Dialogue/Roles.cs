using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Says who leads a turn: arranging comes before dealing with doubts, and that before finding out.</summary>
internal static class Roles
{
    private const Cues Doubts = Cues.Expensive | Cues.Cheaper | Cues.Discount | Cues.Distrust | Cues.BadPlace | Cues.Compare;

    public static AgentRole Of(Draft draft) =>
        draft.Arranged || draft.Asked == StateUpdate.AskedOffer ? AgentRole.Scheduler
        : draft.Message.Has(Doubts) ? AgentRole.Negotiator
        : AgentRole.Qualifier;
}
