using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Dialogue;

/// <summary>Notes a customer's type as a fact where other facts tell it: who has outlets runs a café.</summary>
internal static class CustomerTypes
{
    private const string Field = "customer_type";
    private const double Confidence = 0.7;

    public static MergedFacts Note(MergedFacts facts, DialogueState dialogue, Playbook playbook)
    {
        if (facts.Changed.Count == 0 || dialogue.CustomerType is not { } type || facts.All.Any(fact => fact.Field == Field && !fact.Value.IsEmpty)
            || playbook.Field(Field)?.Choices.FirstOrDefault(choice => choice.Value == type) is not { } choice
            || facts.Changed.FirstOrDefault(fact => playbook.Field(fact.Field)?.For is [var only] && only == type) is not { } telling)
            return facts;
        var fact = telling with { Field = Field, Value = new(Text: type), Display = choice.Display, SetBy = FactSource.Bot, Confidence = Confidence };
        return new([.. facts.All.Where(known => known.Field != Field), fact], [.. facts.Changed, fact]);
    }
}
