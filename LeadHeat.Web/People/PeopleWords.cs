using System.Globalization;
using LeadHeat.Core.Identity;

namespace LeadHeat.Web.People;

/// <summary>What people, keys and merges are called on pages.</summary>
internal static class PeopleWords
{
    public static string Name(PersonView person) => person.Name ?? person.Email ?? person.Phone ?? (person.Leads is [var lead, ..] ? lead.Name : "Somebody");

    public static string Kind(KeyKind kind) => kind switch
    {
        KeyKind.Phone => "Phone",
        KeyKind.Email => "E-mail",
        KeyKind.Whatsapp => "WhatsApp id",
        KeyKind.Leadgen => "Form",
        _ => "Browser",
    };

    /// <summary>Whether the key says something to somebody; ids of browsers and forms are for comparing.</summary>
    public static bool Tells(KeyView key) => key.Kind is not (KeyKind.Visitor or KeyKind.Leadgen);

    // An id says nothing to anybody: its beginning tells two apart.
    public static string Value(KeyView key) => key.Kind is KeyKind.Visitor && key.Value.Length > 8 ? key.Value[..8] : key.Value;

    public static string Source(KeySource source) => source switch
    {
        KeySource.Chat => "said in the chat",
        KeySource.WebForm => "written into a form",
        KeySource.LeadAds => "from a form of Meta's",
        KeySource.Import => "imported",
        KeySource.Team => "set by the team",
        KeySource.Whatsapp => "from WhatsApp",
        _ => "from the browser",
    };

    public static string Sure(double confidence) => confidence.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal);

    public static string Field(string field) => field switch
    {
        ContactFields.Name => "Name",
        ContactFields.Email => "E-mail",
        ContactFields.Phone => "Phone",
        ContactFields.Consents => "Consents",
        _ when field.StartsWith(ContactFields.LeadPrefix, StringComparison.Ordinal) => "A lead",
        _ => "Somebody united before",
    };

    /// <summary>Whether the field's values can be read by people.</summary>
    public static bool HasWords(MergeField field) => field.Field is ContactFields.Name or ContactFields.Email or ContactFields.Phone;
}
