namespace LeadHeat.Core.Playbooks;

/// <summary>A file that a playbook was read from.</summary>
/// <param name="Path">Folder and name: <c>real-estate/replies.json</c>, <c>common/intents.json</c>.</param>
public sealed record PlaybookFile(string Path, string Text);
