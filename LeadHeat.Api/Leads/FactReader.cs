using LeadHeat.Api.Problems;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Api.Leads;

/// <summary>Understands what a person types for a field as if a visitor had been asked for it.</summary>
internal static class FactReader
{
    /// <exception cref="FieldRefused">The playbook has no such field, or the text is no value of it.</exception>
    public static Fact Read(string name, string text, Playbook playbook, IReadOnlyList<Fact> known, DateTimeOffset now)
    {
        if (playbook.Field(name) is not { } field)
            throw new FieldRefused("field", $"The playbook has no field '{name}'. It has: {string.Join(", ", playbook.Fields.Select(each => each.Name))}.");
        var said = text.Trim();
        if (Language.Understand(said, playbook, DialogueState.Start with { LastAsked = name }, known, now).Find(name) is { Value.IsEmpty: false } found)
            return new Fact(name, found.Value, found.Display, FactSource.Person, 1, now, []);
        if (field.Kind is FieldKind.Name or FieldKind.Company or FieldKind.Text)
            return new Fact(name, new FactValue(Text: said), said, FactSource.Person, 1, now, []);
        throw new FieldRefused("text", $"'{said}' is not understood as {field.Missing}.{Hint(field)}");
    }

    private static string Hint(PlaybookField field) =>
        field.Choices.Count > 0 ? $" Write one of: {string.Join(", ", field.Choices.Select(choice => choice.Display))}."
        : field.Chips.Count > 0 ? $" Write for example: {string.Join(", ", field.Chips)}."
        : "";
}
