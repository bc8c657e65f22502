using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>How messages move a dialogue's state.</summary>
internal static class StateUpdate
{
    /// <summary>Marks in <see cref="DialogueState.Fired"/>.</summary>
    public const string Visit = "visit";
    public const string Call = "call";
    public const string Offered = "offered";
    public const string OfferedAgain = "offered_again";
    public const string Lost = "lost";

    /// <summary>A question whose answer is no fact: whether to visit, to be called, to talk to a person.</summary>
    public const string AskedOffer = "offer";
    public const string AskedPerson = "person";

    /// <summary>What the message alone changes.</summary>
    public static DialogueState OnMessage(DialogueState state, Understood message, IReadOnlyList<Fact> facts) => state with
    {
        CustomerType = facts.FirstOrDefault(fact => fact.Field == "customer_type")?.Value.Text ?? state.CustomerType,
        Refused = [.. state.Refused.Union(message.RefusedFields).Union(message.LeftOpen).Except(message.Values.Select(value => value.Field))],
        Frustration = message.FrustrationAfter(state.Frustration),
        Turns = state.Turns + 1,
        Questions = state.Questions + (message.Has(Cues.Question) ? 1 : 0),
        Characters = state.Characters + message.Text.Length,
    };

    /// <summary>A clean slate, but for what was refused about the person and for how much was said.</summary>
    public static DialogueState StartedOver(DialogueState state) => DialogueState.Start with
    {
        Refused = [.. state.Refused.Where(field => field is FactFields.Name or FactFields.Email or FactFields.Phone)],
        Frustration = state.Frustration,
        Turns = state.Turns,
        Questions = state.Questions,
        Characters = state.Characters,
    };

    /// <summary>How far the qualification is after this turn.</summary>
    public static DialogueStage StageOf(DialogueState state, IReadOnlyList<Fact> facts, LeadScoreResult? score)
    {
        bool Knows(string field) => facts.Any(fact => fact.Field == field && !fact.Value.IsEmpty);
        var committed = state.Fired.Contains(Visit) || state.Fired.Contains(Call);
        if (score is { Qualified: true } && (committed || Knows(FactFields.Email) || Knows(FactFields.Phone)))
            return DialogueStage.Qualified;
        if (committed || Knows(FactFields.Budget) || (Knows(FactFields.Timeline) && facts.Count > 1))
            return DialogueStage.IntentConfirmed;
        return facts.Any(fact => fact.Field is not (FactFields.Name or FactFields.City) && !fact.Value.IsEmpty)
            ? DialogueStage.InterestDetected : DialogueStage.Exploring;
    }
}
