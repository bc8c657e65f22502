using LeadHeat.Api.Problems;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Api.Channels.WebForms;

/// <summary>What a form's attributes cannot say: that it names fields, sites and addresses that there are.</summary>
internal static class WebFormCheck
{
    public const string AnySite = "*";

    /// <exception cref="FieldRefused">It does not.</exception>
    public static void Check(WebForm form, PlaybookLibrary playbooks)
    {
        if (!playbooks.TryGet(form.Playbook, out var playbook))
            throw new FieldRefused("playbook", $"There is no playbook '{form.Playbook}'.");
        foreach (var field in form.Fields)
        {
            if (field.Field != FormMapping.Note && playbook.Field(field.Field) is null)
                throw new FieldRefused("fields", $"The playbook has no field '{field.Field}'. It has: {string.Join(", ", playbook.Fields.Select(each => each.Name))}, or note.");
            if (field.Name is WebForm.ConsentField or WebForm.IdField or WebForm.TrapField)
                throw new FieldRefused("fields", $"'{field.Name}' has a meaning of its own; call the field something else.");
        }

        if (form.Fields.Select(field => field.Name).Distinct().Count() < form.Fields.Count)
            throw new FieldRefused("fields", "Two fields have the same name.");
        if (form.Origins.FirstOrDefault(origin => origin != AnySite && !IsOrigin(origin)) is { } wrong)
            throw new FieldRefused("origins", $"'{wrong}' is no site. Write https://www.example.com, or * for every site.");
        if (form.Redirect is { } redirect && !(Uri.TryCreate(redirect, UriKind.Absolute, out var target) && target.Scheme is ("http" or "https")))
            throw new FieldRefused("redirect", "Write the whole address, with https://.");
    }

    /// <param name="origin">What the browser says; none where it is no page's script or form.</param>
    public static bool Allows(WebForm form, string? origin) =>
        string.IsNullOrEmpty(origin) || form.Origins.Contains(AnySite) || form.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase);

    // As browsers say it: scheme, host, and a port that is not the scheme's own.
    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var site) && (site.Scheme is "http" or "https")
        && site.GetLeftPart(UriPartial.Authority).Equals(text, StringComparison.OrdinalIgnoreCase);
}
