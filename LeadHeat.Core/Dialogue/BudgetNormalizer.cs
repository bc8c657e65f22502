using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>The tool <c>normalize_budget</c>: words to a budget.</summary>
public static class BudgetNormalizer
{
    // What is asked is the budget, so that a bare number counts.
    private static readonly DialogueState Asked = DialogueState.Start with { LastAsked = FactFields.Budget };

    /// <summary>The budget in a text; null when there is none that is certain.</summary>
    /// <param name="known">Facts that tell a bare amount's currency by the city.</param>
    public static NormalizedBudget? Normalize(string text, Playbook playbook, IReadOnlyList<Fact> known, DateTimeOffset now) =>
        Language.Understand(text, playbook, Asked, known, now).Find(FactFields.Budget) is { } found
            ? new(found.Value.Min, found.Value.Max, found.Value.Unit!, found.Value.Period, found.Display)
            : null;
}
