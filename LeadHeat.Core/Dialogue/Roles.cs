using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Says who leads a turn: arranging comes before dealing with doubts and prices, and that before finding out.</summary>
internal static class Roles
{
    private const Cues Bargaining = Cues.Cheaper | Cues.Discount | Cues.Compare;

    public static (AgentRole Role, string Why) Of(Draft draft)
    {
        if (draft.Arranged || draft.Asked is StateUpdate.AskedOffer or StateUpdate.AskedDay)
            return (AgentRole.Scheduler, draft.Arranged ? "There is a step to arrange" : "It is time for the next step");
        if (draft.Turn.Doubts.Count > 0)
            return (AgentRole.Negotiator, $"Has doubts about {draft.Turn.Doubts[0]}");
        return draft.Message.Has(Bargaining) ? (AgentRole.Negotiator, "Weighs prices or places") : (AgentRole.Qualifier, "Nothing to negotiate or arrange: finds out more");
    }
}
