using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Channels;

/// <summary>
/// Which question of a form fills which field of a playbook. Standard questions are known by name; a company's own are guessed from the
/// words in them, and left to a person where two fields would do.
/// </summary>
public static class FormMapping
{
    /// <summary>Stands for a question that is only noted.</summary>
    public const string Note = "note";

    private static readonly Dictionary<string, string> Standard = new(StringComparer.OrdinalIgnoreCase)
    {
        ["full_name"] = FactFields.Name, ["name"] = FactFields.Name, ["your_name"] = FactFields.Name,
        ["email"] = FactFields.Email, ["work_email"] = FactFields.Email, ["email_address"] = FactFields.Email,
        ["phone_number"] = FactFields.Phone, ["phone"] = FactFields.Phone, ["work_phone_number"] = FactFields.Phone, ["whatsapp_number"] = FactFields.Phone,
        ["mobile_number"] = FactFields.Phone, ["city"] = FactFields.City, ["company_name"] = FactFields.Company, ["company"] = FactFields.Company,
    };

    private static readonly (string Word, string Field)[] Hints =
    [
        ("e-mail", FactFields.Email), ("email", FactFields.Email), ("phone", FactFields.Phone), ("mobile", FactFields.Phone), ("whatsapp", FactFields.Phone),
        ("budget", FactFields.Budget), ("price", FactFields.Budget), ("spend", FactFields.Budget),
        ("when", FactFields.Timeline), ("timeline", FactFields.Timeline), ("how soon", FactFields.Timeline), ("move", FactFields.Timeline),
        ("bedroom", FactFields.Beds), ("bhk", FactFields.Beds), ("beds", FactFields.Beds),
        ("area", FactFields.Areas), ("locality", FactFields.Areas), ("location", FactFields.Areas), ("neighbourhood", FactFields.Areas),
        ("city", FactFields.City), ("property type", FactFields.PropertyType), ("type of property", FactFields.PropertyType),
        ("pre-approv", FactFields.PreApproved), ("preapprov", FactFields.PreApproved), ("mortgage", FactFields.PreApproved), ("loan", FactFields.PreApproved),
        ("purpose", FactFields.Purpose), ("invest", FactFields.Purpose), ("company", FactFields.Company),
    ];

    /// <summary>A field for each question, or <see cref="Note"/>. First and last names become one name and need no entry.</summary>
    public static IReadOnlyDictionary<string, string> Propose(IEnumerable<string> questions, Playbook playbook)
    {
        Dictionary<string, string> mapping = [];
        foreach (var question in questions)
            mapping[question] = FieldOf(question, playbook) is { } field && !mapping.ContainsValue(field) ? field : Note;
        return mapping;
    }

    /// <summary>Whether the question is a part of the name.</summary>
    public static bool IsPartOfName(string question) => question is "first_name" or "last_name";

    private static string? FieldOf(string question, Playbook playbook)
    {
        if (Standard.TryGetValue(question, out var known))
            return playbook.Field(known)?.Name;
        var words = question.Replace('_', ' ').ToLowerInvariant();
        if (playbook.Field(question) is { } same)
            return same.Name;
        var found = Hints.Where(hint => words.Contains(hint.Word, StringComparison.Ordinal)).Select(hint => hint.Field)
            .Concat(playbook.Fields.Where(field => words.Contains(field.Title, StringComparison.OrdinalIgnoreCase)).Select(field => field.Name))
            .Distinct().Where(field => playbook.Field(field) is not null).ToArray();
        return found.Length == 1 ? found[0] : null;
    }
}
