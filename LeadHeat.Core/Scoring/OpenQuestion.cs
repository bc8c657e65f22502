using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Scoring;

/// <summary>A question that may still be asked.</summary>
/// <param name="Title">The field as people read it.</param>
/// <param name="Ask">How to ask it.</param>
/// <param name="Points">The most that an answer could bring.</param>
/// <param name="Asked">How often it was asked already.</param>
public sealed record OpenQuestion(string Field, string Title, string Ask, int Points, int Asked);

/// <summary>The one list of what to ask next: the bot asks by it, and people see it.</summary>
public static class OpenQuestions
{
    /// <summary>What a question is worth less for every time that it was asked.</summary>
    internal const int LessForEveryAsk = 8;

    /// <summary>What may be asked, most wanted first: never what is known, refused, or was asked as often as the playbook allows.</summary>
    /// <param name="missing">What answers would bring, as the card says.</param>
    public static IReadOnlyList<OpenQuestion> Of(Playbook playbook, IReadOnlyList<Fact> facts, DialogueState dialogue, IReadOnlyList<MissingFact> missing) =>
    [
        .. from field in playbook.Fields
           where MayAsk(playbook, field, facts, dialogue, dialogue.Fired.Contains(StateUpdate.Visit))
           let points = PointsOf(missing, field.Name)
           let worth = Worth(field, points, dialogue)
           where worth > 0
           orderby dialogue.Turns < playbook.Thresholds.TurnsBeforeContact && NextQuestion.IsContact(field), worth descending
           let asked = dialogue.Asked.GetValueOrDefault(field.Name)
           select new OpenQuestion(field.Name, field.Title, field.Ask[asked % field.Ask.Count], points, asked),
    ];

    /// <summary>How much an answer is wanted: less for every time that it was asked for.</summary>
    internal static int Worth(PlaybookField field, int points, DialogueState dialogue) =>
        points + field.Weight - (dialogue.Asked.GetValueOrDefault(field.Name) * LessForEveryAsk);

    /// <summary>Whether a field may be asked for now.</summary>
    internal static bool MayAsk(Playbook playbook, PlaybookField field, IReadOnlyList<Fact> facts, DialogueState dialogue, bool visitArranged = false)
    {
        bool IsRefused(string name) => dialogue.Refused.Contains(name);
        if (field.Ask.Count == 0 || !field.IsFor(dialogue.CustomerType) || Known(facts, field.Name) is not null || IsRefused(field.Name))
            return false;
        if (dialogue.Asked.GetValueOrDefault(field.Name) >= playbook.Thresholds.Asks || Excludes(facts, field.Unless))
            return false;
        return field.Name switch
        {
            FactFields.Phone => !IsRefused(FactFields.Email) && (Known(facts, FactFields.Email) is null || field.Required || visitArranged),
            FactFields.Email => !IsRefused(FactFields.Phone) && (Known(facts, FactFields.Phone) is null || field.Required),
            FactFields.City => Known(facts, FactFields.Areas) is null,
            _ => true,
        };
    }

    internal static int PointsOf(IReadOnlyList<MissingFact> missing, string field)
    {
        foreach (var fact in missing)
        {
            if (fact.Field == field)
                return fact.Points;
        }
        return 0;
    }

    private static bool Excludes(IReadOnlyList<Fact> facts, string? unless)
    {
        if (unless?.Split('=') is not [var name, var value] || Known(facts, name)?.Value is not { } known)
            return false;
        return known.Text == value || (known.Items is { Count: 1 } items && items[0] == value);
    }

    private static Fact? Known(IReadOnlyList<Fact> facts, string field)
    {
        foreach (var fact in facts)
        {
            if (fact.Field == field && !fact.Value.IsEmpty)
                return fact;
        }
        return null;
    }
}
