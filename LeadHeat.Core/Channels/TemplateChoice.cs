using System.Text.RegularExpressions;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;

namespace LeadHeat.Core.Channels;

/// <summary>Which template fits a lead best, and what of the lead goes into it. A person looks at it and sends.</summary>
public static partial class TemplateChoice
{
    private const int SameScript = 100;
    private const int Refused = -50;
    private const int SamePurpose = 10;
    private const int OtherPurpose = -6;
    private const int AllFilled = 3;

    // By the words that a template's name or text has.
    private static readonly (LeadStatus[] Status, Regex Words)[] Purposes =
    [
        ([LeadStatus.Visit], VisitWords()),
        ([LeadStatus.Negotiation], OfferWords()),
        ([LeadStatus.Won], ThanksWords()),
        ([LeadStatus.Lost], ReturnWords()),
        ([LeadStatus.New, LeadStatus.Working, LeadStatus.Qualified], InterestWords()),
    ];

    /// <summary>Best first; those that fit alike stay in their order.</summary>
    public static IReadOnlyList<WhatsAppTemplate> Order(IReadOnlyList<WhatsAppTemplate> templates, LeadDetail lead) =>
        [.. templates.OrderByDescending(template => FitOf(template, lead))];

    /// <summary>What each variable is, as far as the lead says it; empty where somebody has to.</summary>
    public static string[] ValuesFor(WhatsAppTemplate template, LeadDetail lead) => [.. (template.Variables() ?? []).Select((variable, place) => ValueOf(variable, place, template.Body, lead))];

    private static int FitOf(WhatsAppTemplate template, LeadDetail lead)
    {
        var fit = ScriptOf(template.Language) == ScriptOf(lead) ? SameScript : 0;
        if (template.Category == TemplateCategory.Marketing && lead.Contact.Consents.LastOrDefault(consent => consent.Purpose == "marketing") is { Granted: false })
            fit += Refused;
        var words = $"{template.Name.Replace('_', ' ')} {template.Body}";
        foreach (var (status, purpose) in Purposes)
        {
            if (purpose.IsMatch(words))
                fit += status.Contains(lead.Lead.Status) ? SamePurpose : OtherPurpose;
        }

        return fit + (ValuesFor(template, lead).All(value => value.Length > 0) ? AllFilled : 0);
    }

    private static string ValueOf(string variable, int place, string body, LeadDetail lead)
    {
        var home = lead.Qualification?.TopMatches is [var first, ..] ? first : null;
        var name = WhatsAppTemplate.Tidy(lead.Contact.Name ?? "").Split(' ')[0];
        // A name says itself what it stands for; a number, the words before it.
        var clue = WhatsAppTemplate.IsNumber(variable) ? BeforeOf(variable, body) : variable.Replace('_', ' ');
        if (HomeClue().IsMatch(clue))
            return home?.Title ?? "";
        if (PlaceClue().IsMatch(clue))
            return Display(lead, FactFields.Areas) ?? home?.Area ?? Display(lead, FactFields.City) ?? "";
        if (BudgetClue().IsMatch(clue))
            return Display(lead, FactFields.Budget) ?? "";
        // The first is nearly always who is spoken to.
        return NameClue().IsMatch(clue) || (place == 0 && WhatsAppTemplate.IsNumber(variable)) ? name : "";
    }

    private static string BeforeOf(string variable, string body)
    {
        var before = body[..body.IndexOf($"{{{{{variable}}}}}", StringComparison.Ordinal)];
        return before[(before.LastIndexOfAny(['.', '!', '?', '\n', '}']) + 1)..].TrimEnd(' ', '"', '“', '*', '_');
    }

    private static string? Display(LeadDetail lead, string field) => lead.Facts.FirstOrDefault(fact => fact.Field == field)?.Display;

    // The person's own letters say more than a country code; among languages of the same letters the order of the list decides.
    private static char ScriptOf(LeadDetail lead) => lead.Transcript.Items.Where(message => message.Author == MessageAuthor.Visitor).SelectMany(message => message.Text)
        .Select(ScriptOf).Where(script => script != ' ').CountBy(script => script).OrderByDescending(script => script.Value).Select(script => script.Key).FirstOrDefault('L');

    private static char ScriptOf(char letter) => letter switch
    {
        >= '\u0600' and <= '\u06FF' or >= '\u0750' and <= '\u077F' => 'A',
        >= '\u0400' and <= '\u04FF' => 'C',
        >= '\u0900' and <= '\u097F' => 'D',
        >= '\u0C80' and <= '\u0CFF' => 'K',
        >= '\u0B80' and <= '\u0BFF' => 'T',
        >= '\u0C00' and <= '\u0C7F' => 'E',
        >= '\u0D00' and <= '\u0D7F' => 'M',
        >= '\u3040' and <= '\u9FFF' => 'H',
        _ => char.IsLetter(letter) ? 'L' : ' ',
    };

    private static char ScriptOf(string language) => language.Split('_')[0] switch
    {
        "ar" or "ur" or "fa" => 'A',
        "ru" or "uk" or "bg" or "kk" => 'C',
        "hi" or "mr" or "ne" => 'D',
        "kn" => 'K',
        "ta" => 'T',
        "te" => 'E',
        "ml" => 'M',
        "zh" or "ja" => 'H',
        _ => 'L',
    };

    [GeneratedRegex(@"\b(visits?|viewing|appointment|meet|meeting)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex VisitWords();

    [GeneratedRegex(@"\b(offer|contract|paperwork|documents?|negotiat\w*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfferWords();

    [GeneratedRegex(@"\b(congratulations|welcome home|feedback|review|thank you for)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ThanksWords();

    [GeneratedRegex(@"\b(back|again|reopen\w*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ReturnWords();

    [GeneratedRegex(@"\b(still|looking|interest\w*|available|new)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InterestWords();

    [GeneratedRegex(@"\b(home|flat|apartment|villa|house|unit|property|listing|project)( name)?( called)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HomeClue();

    [GeneratedRegex(@"\b(in|near|around|area|location|locality|place|city)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PlaceClue();

    [GeneratedRegex(@"\bbudget( of)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BudgetClue();

    [GeneratedRegex(@"\b(hello|hi|hey|dear|namaste|hola|olá|((first|customer|lead|client) )?name)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NameClue();
}
