using LeadHeat.Core.Channels;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Api.Channels;

/// <summary>The businesses that a form can be for, and what they want to know.</summary>
internal static class FormPlaybooks
{
    public static IReadOnlyList<FormPlaybook> Of(PlaybookLibrary playbooks) =>
        [.. playbooks.All.Select(playbook => new FormPlaybook(
            playbook.Name, playbook.Title, [.. playbook.Fields.Select(field => new FormField(field.Name, field.Title))]))];
}
