using System.Text;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Facts;

namespace LeadHeat.Web.Intake;

/// <summary>A form of ours while somebody makes or changes it; nothing of it holds before it is sent.</summary>
public sealed class WebFormDraft
{
    // A number behind it finds room in a name.
    private const int LongestSlug = 50;

    private readonly WebForm? _before;
    private readonly IReadOnlyList<FormPlaybook> _playbooks;

    public WebFormDraft(WebForm? before, IReadOnlyList<FormPlaybook> playbooks)
    {
        (_before, _playbooks) = (before, playbooks);
        Title = before?.Title ?? "Contact";
        Playbook = before?.Playbook ?? playbooks[0].Name;
        Origins = string.Join('\n', before?.Origins ?? []);
        (HasConsent, Consent) = (before is null || before.Consent is not null, before?.Consent ?? "You may contact me about my request.");
        Redirect = before?.Redirect ?? "";
        IsOpen = before?.IsOpen ?? true;
        Fields = before is null ? First() : [.. before.Fields.Select(field => new WebFormFieldDraft(field))];
    }

    public bool IsNew => _before is null;

    /// <summary>In its address; null until the form exists.</summary>
    public string? Name => _before?.Name;

    public string Title { get; set; }

    public string Playbook { get; set; }

    public List<WebFormFieldDraft> Fields { get; }

    /// <summary>A site a line.</summary>
    public string Origins { get; set; }

    public bool HasConsent { get; set; }

    public string Consent { get; set; }

    public string Redirect { get; set; }

    public bool IsOpen { get; set; }

    public IReadOnlyList<FormField> Fillable => _playbooks.FirstOrDefault(playbook => playbook.Name == Playbook)?.Fields ?? [];

    public void Add() => Fields.Add(new(new("", "", FormMapping.Note)));

    /// <param name="others">Names of forms that there are: a new one is called otherwise.</param>
    public WebForm Form(IReadOnlyCollection<string> others) => new(
        Name ?? Free(Slug(Title, '-') is { Length: > 0 } slug ? slug : "form", '-', others), Title.Trim(), Playbook, Asked(),
        [.. Origins.Split(['\n', ',', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(site => site.TrimEnd('/')).Distinct()],
        HasConsent && Consent.Trim().Length > 0 ? Consent.Trim() : null, Redirect.Trim() is { Length: > 0 } redirect ? redirect : null, IsOpen);

    private List<WebFormField> Asked()
    {
        List<WebFormField> asked = [];
        foreach (var field in Fields.Where(field => field.Label.Trim().Length > 0))
            asked.Add(field.Field(Fillable, [.. asked.Select(before => before.Name)]));
        return asked;
    }

    /// <summary>It, or it with the first number that makes it another name than all of those.</summary>
    internal static string Free(string name, char between, IReadOnlyCollection<string> taken) =>
        !taken.Contains(name) ? name : Enumerable.Range(2, taken.Count).Select(number => $"{name}{between}{number}").First(other => !taken.Contains(other));

    /// <summary>Latin letters and digits, and one sign between words: <c>Book a visit!</c> is book-a-visit.</summary>
    internal static string Slug(string text, char between)
    {
        var slug = new StringBuilder();
        foreach (var letter in text.ToLowerInvariant())
        {
            if (letter is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
                slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != between)
                slug.Append(between);
        }

        return slug.Length > LongestSlug ? slug.ToString(0, LongestSlug).Trim(between) : slug.ToString().Trim(between);
    }

    private static List<WebFormFieldDraft> First() =>
    [
        new(new("name", "Your name", FactFields.Name)), new(new("email", "E-mail", FactFields.Email, IsRequired: true)),
        new(new("phone", "Phone", FactFields.Phone)), new(new("message", "What are you looking for?", FormMapping.Note)),
    ];
}

/// <summary>A field while it is changed. What it is called when it is sent stays, once it was sent like that.</summary>
public sealed class WebFormFieldDraft(WebFormField field)
{
    public string Label { get; set; } = field.Label;

    public string Fills { get; set; } = field.Field;

    public bool IsRequired { get; set; } = field.IsRequired;

    /// <param name="fillable">A field that the business does not have is a note.</param>
    /// <param name="before">Names of the fields before it.</param>
    public WebFormField Field(IReadOnlyList<FormField> fillable, IReadOnlyCollection<string> before) => new(
        NameOf(before), Label.Trim(), fillable.Any(known => known.Name == Fills) ? Fills : FormMapping.Note, IsRequired);

    private string NameOf(IReadOnlyCollection<string> before)
    {
        if (field.Name.Length > 0)
            return field.Name;
        var slug = WebFormDraft.Slug(Label, '_');
        return WebFormDraft.Free(slug.Length > 0 && char.IsAsciiLetter(slug[0]) && slug != WebForm.ConsentField ? slug : $"field_{slug}".TrimEnd('_'), '_', before);
    }
}
