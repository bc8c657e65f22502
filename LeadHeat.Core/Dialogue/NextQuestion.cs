using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Dialogue;

/// <summary>The field to ask for: the one that would bring most, less for every time that it was asked; never a refused, known or thrice asked one.</summary>
/// <param name="Points">What an answer would add to the score.</param>
internal sealed record NextQuestion(PlaybookField Field, int Points)
{
    private const int LessForEveryAsk = 8;
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
            var asked = draft.Before.Asked.GetValueOrDefault(field.Name);
            var points = PointsOf(draft, field.Name);
            var worth = points + field.Weight - (asked * LessForEveryAsk);
            // Who answers with something else has not said no; who says nothing to it may not want to.
            if (asked > 0 && draft.Turn.Context.Dialogue.LastAsked == field.Name && draft.Turn.NewFacts.Count == 0)
                worth -= LessForEveryAsk;
            if (worth > bestWorth)
                (best, bestWorth) = (new(field, points), worth);
        }
        return best;
    }

    public static bool IsContact(PlaybookField field) => field.Kind is FieldKind.Name or FieldKind.Email or FieldKind.Phone;

    /// <summary>Whether a field of this name may be asked for now.</summary>
    public static bool MayAsk(Draft draft, string field) => draft.Turn.Playbook.Field(field) is { } known && MayAsk(draft, known);

    private static bool MayAsk(Draft draft, PlaybookField field)
    {
        if (field.Ask.Count == 0 || !field.IsFor(draft.Before.CustomerType) || draft.Known(field.Name) is not null || draft.IsRefused(field.Name))
            return false;
        if (draft.Before.Asked.GetValueOrDefault(field.Name) >= draft.Turn.Playbook.Thresholds.Asks || Excludes(draft, field.Unless))
            return false;
        return field.Name switch
        {
            FactFields.Phone => !draft.IsRefused(FactFields.Email) && (draft.Known(FactFields.Email) is null || field.Required || draft.HasFired(StateUpdate.Visit)),
            FactFields.Email => !draft.IsRefused(FactFields.Phone) && (draft.Known(FactFields.Phone) is null || field.Required),
            FactFields.City => draft.Known(FactFields.Areas) is null,
            _ => true,
        };
    }

    private static bool Excludes(Draft draft, string? unless)
    {
        if (unless?.Split('=') is not [var name, var value] || draft.Known(name)?.Value is not { } known)
            return false;
        return known.Text == value || (known.Items is { Count: 1 } items && items[0] == value);
    }

    private static int PointsOf(Draft draft, string field)
    {
        foreach (var missing in draft.Findings.Score?.Missing ?? [])
        {
            if (missing.Field == field)
                return missing.Points;
        }
        return 0;
    }
}
