using LeadHeat.Core.Channels;

namespace LeadHeat.Web.Intake;

/// <summary>A template while somebody enters or changes it.</summary>
/// <param name="before">What is changed; null for a new one.</param>
public sealed class TemplateDraft(WhatsAppTemplate? before)
{
    public WhatsAppTemplate? Before => before;

    public bool IsNew => before is null;

    public string Name { get; set; } = before?.Name ?? "";

    public string Language { get; set; } = before?.Language ?? "en";

    public string Body { get; set; } = before?.Body ?? "";

    public WhatsAppTemplate Template => new(Name.Trim(), Language.Trim(), Body.Trim(), before?.Category);

    /// <summary>How it reads with something in the place of each variable; null where they have a gap.</summary>
    public string? Example => Template.CountVariables() is { } count ? Template.Fill([.. Enumerable.Range(1, count).Select(number => $"[{number}]")]) : null;

    /// <summary>The list with it: in its old place, or at the end.</summary>
    public List<WhatsAppTemplate> In(List<WhatsAppTemplate> known) => before is not null && known.Contains(before)
        ? [.. known.Select(each => each == before ? Template : each)]
        : [.. known, Template];
}
