using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;

namespace LeadHeat.Core.Dialogue;

/// <summary>The field to ask for: the one that would bring most, less for every time that it was asked; never a refused, known or thrice asked one.</summary>
/// <param name="Points">What an answer would add to the score.</param>
internal sealed record NextQuestion(PlaybookField Field, int Points)
{
    private const int WorthAskingStill = 5;

    public static NextQuestion? Of(Draft draft)
    {
        var casual = draft.Turn.Playbook.CustomerTypes.FirstOrDefault(type => type.Name == draft.Before.CustomerType) is { Casual: true };
        // First what they need, then how to reach them: as people who have just met would talk. Who only looks around is not pressed.
        if (casual || draft.Before.Turns < draft.Turn.Playbook.Thresholds.TurnsBeforeContact)
        {
            if (Best(draft, field => !IsContact(field) && (!casual || draft.Before.Asked.GetValueOrDefault(field.Name) == 0)) is { } need)
                return need;
            if (casual)
                return null;
        }
        // Once the next step is arranged, only what matters is still asked for.
        return draft.HasFired(StateUpdate.Visit) || draft.HasFired(StateUpdate.Call)
            ? Best(draft, field => field.Required || PointsOf(draft, field.Name) >= WorthAskingStill || field.Kind == FieldKind.Name)
            : Best(draft, _ => true);
    }

    private static NextQuestion? Best(Draft draft, Func<PlaybookField, bool> isMeant)
    {
        NextQuestion? best = null;
        var bestWorth = 0;
        foreach (var field in draft.Turn.Playbook.Fields)
        {
            if (!isMeant(field) || !MayAsk(draft, field))
                continue;
            var points = PointsOf(draft, field.Name);
            var worth = OpenQuestions.Worth(field, points, draft.Before);
            // Who answers with something else has not said no; who says nothing to it may not want to.
            if (draft.Before.Asked.GetValueOrDefault(field.Name) > 0 && draft.Turn.Context.Dialogue.LastAsked == field.Name && draft.Turn.NewFacts.Count == 0)
                worth -= OpenQuestions.LessForEveryAsk;
            if (worth > bestWorth)
                (best, bestWorth) = (new(field, points), worth);
        }
        return best;
    }

    public static bool IsContact(PlaybookField field) => field.Kind is FieldKind.Name or FieldKind.Email or FieldKind.Phone;

    /// <summary>Whether a field of this name may be asked for now.</summary>
    public static bool MayAsk(Draft draft, string field) => draft.Turn.Playbook.Field(field) is { } known && MayAsk(draft, known);

    // Who gives neither number nor address is not asked for a name either.
    private static bool MayAsk(Draft draft, PlaybookField field) => !AskedTwice.IsOver(draft, field.Name) && !(field.Kind == FieldKind.Name && draft.IsRefused(FactFields.Phone) && draft.IsRefused(FactFields.Email)) &&
        OpenQuestions.MayAsk(draft.Turn.Playbook, field, draft.Turn.Facts, draft.Before, draft.HasFired(StateUpdate.Visit));

    private static int PointsOf(Draft draft, string field) => OpenQuestions.PointsOf(draft.Findings.Score?.Missing ?? [], field);
}
