using LeadHeat.Core.Channels;

namespace LeadHeat.Web.Intake;

/// <summary>A form's mapping while somebody puts it right; nothing of it holds before it is sent.</summary>
public sealed class FormDraft(LeadFormView form, IReadOnlyList<FormPlaybook> playbooks)
{
    private readonly Dictionary<string, string> _mapping = new(form.Mapping);

    public string Id => form.Id;

    public IReadOnlyList<string> Questions => form.Questions;

    public string Playbook { get; private set; } = form.Playbook;

    public IReadOnlyList<FormField> Fields => playbooks.FirstOrDefault(playbook => playbook.Name == Playbook)?.Fields ?? [];

    /// <summary>What a question fills; a field that the business does not have is a note.</summary>
    public string FieldOf(string question) =>
        _mapping.GetValueOrDefault(question, FormMapping.Note) is var field && Fields.Any(known => known.Name == field) ? field : FormMapping.Note;

    public void Map(string question, string field) => _mapping[question] = field;

    public void ChooseBusiness(string playbook) => Playbook = playbook;

    /// <summary>What is wrong with a question's field; null when nothing is.</summary>
    public string? WrongWith(string question)
    {
        var field = FieldOf(question);
        if (field == FormMapping.Note || Questions.FirstOrDefault(other => other != question && FieldOf(other) == field) is not { } other)
            return null;
        return $"“{IntakeWords.Question(other)}” fills this too: keep one of them as a note.";
    }

    public bool IsRight => Questions.All(question => WrongWith(question) is null);

    public MapLeadForm Change() => new(Questions.ToDictionary(question => question, FieldOf), Playbook);
}
