using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>
/// What the bot says while a conversation waits for a person: that it has noted what was said, and no more. It asks nothing, offers
/// nothing, hands over to nobody again, and promises no time that it does not know.
/// </summary>
internal static class HoldingLine
{
    /// <summary>The mark in <see cref="DialogueState.Fired"/> that the visitor was told who will see what he writes.</summary>
    public const string Held = "held";

    private const string NextStep = "Answer in the chat: they are waiting for a person.";

    public static PlannedReply Write(PlannedTurn turn, ToolFindings findings)
    {
        var state = turn.Dialogue with
        {
            LastAsked = null,
            // Waiting is what makes them impatient, and a person is called already.
            Frustration = turn.Context.Dialogue.Frustration,
            Fired = turn.Dialogue.Fired.Contains(Held) ? turn.Dialogue.Fired : [.. turn.Dialogue.Fired, Held],
        };
        state = state with { Stage = StateUpdate.StageOf(new(turn.Facts, state, turn.Understood, turn.Doubts, findings.Score, 0), turn.Playbook, turn.Service) };
        return new(new Phrasing(turn).Say(KeyOf(turn)), [], [], turn.NewFacts, state, NextStep, null);
    }

    private static string KeyOf(PlannedTurn turn)
    {
        var message = turn.Understood;
        if (turn.NewFacts.Any(fact => fact.Field is FactFields.Email or FactFields.Phone && !fact.Value.IsEmpty))
            return ReplyKeys.HoldContact;
        if (message.AsksForHuman || message.Has(Cues.Question) || Mood.IsAnnoyed(message))
            return ReplyKeys.HoldWaiting;
        return turn.Dialogue.Fired.Contains(Held) ? ReplyKeys.HoldNoted : ReplyKeys.HoldFirst;
    }
}
