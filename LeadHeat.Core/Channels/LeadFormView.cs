using System.ComponentModel.DataAnnotations;

namespace LeadHeat.Core.Channels;

/// <summary>A form that leads came from.</summary>
/// <param name="Id">Meta's.</param>
/// <param name="Questions">In the form's order.</param>
/// <param name="Mapping">Question to field, or to <c>note</c>: kept on the timeline, and no fact.</param>
/// <param name="IsConfirmed">Whether a person has looked at the mapping.</param>
/// <param name="Leads">How many leads came from it.</param>
public sealed record LeadFormView(
    string Id, string Playbook, IReadOnlyList<string> Questions, IReadOnlyDictionary<string, string> Mapping, bool IsConfirmed, int Leads,
    DateTimeOffset CreatedAt);

/// <summary>All forms, newest first.</summary>
/// <param name="Playbooks">The businesses that a form can be for.</param>
public sealed record LeadForms(IReadOnlyList<LeadFormView> Items, IReadOnlyList<FormPlaybook> Playbooks);

/// <summary>A business, and what it wants to know.</summary>
/// <param name="Fields">In the order in which a salesperson would ask.</param>
public sealed record FormPlaybook(string Name, string Title, IReadOnlyList<FormField> Fields);

/// <summary>A field that a question can fill.</summary>
/// <param name="Title">As people read it: <c>Budget</c>.</param>
public sealed record FormField(string Name, string Title);

/// <summary>Puts a form's mapping right. It holds for leads that come from now on, and for those that are read anew.</summary>
/// <param name="Mapping">Question to field, or to <c>note</c>.</param>
/// <param name="Playbook">Another business that the form is for; null: it stays.</param>
public sealed record MapLeadForm([property: Required] IReadOnlyDictionary<string, string> Mapping, string? Playbook = null);
