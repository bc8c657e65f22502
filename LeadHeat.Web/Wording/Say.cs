using System.Globalization;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Scoring;

namespace LeadHeat.Web.Wording;

/// <summary>The words of sales for the words of the wire.</summary>
public static class Say
{
    public static string Heat(Heat heat) => heat.ToString();

    public static string Status(LeadStatus status) => status.ToString();

    public static string Source(LeadSource source) => source switch
    {
        LeadSource.Web => "Web chat",
        LeadSource.Whatsapp => "WhatsApp",
        LeadSource.LeadAds => "Lead ad",
        LeadSource.WebForm => "Web form",
        LeadSource.Csv => "Imported list",
        _ => "API",
    };

    public static string SourceIcon(LeadSource source) => source switch
    {
        LeadSource.Web => "web",
        LeadSource.Whatsapp => "whatsapp",
        LeadSource.LeadAds => "ads",
        LeadSource.WebForm => "form",
        LeadSource.Csv => "table",
        _ => "plug",
    };

    public static string Field(string field) => field switch
    {
        FactFields.PropertyType => "Type",
        FactFields.Beds => "Bedrooms",
        FactFields.PreApproved => "Pre-approved",
        FactFields.Email => "E-mail",
        _ when field.Length > 0 => char.ToUpperInvariant(field[0]) + field[1..].Replace('_', ' '),
        _ => field,
    };

    public static string SetBy(FactSource source) => source switch
    {
        FactSource.Bot => "from the chat",
        FactSource.Person => "set by the team",
        FactSource.Form => "from a form",
        FactSource.Channel => "from their profile",
        _ => "imported",
    };

    public static string Channel(MessageAuthor? author) => author switch
    {
        MessageAuthor.Bot => "Bot: ",
        MessageAuthor.Person => "Team: ",
        _ => "",
    };

    /// <summary>At the cap of what is counted: 1000+.</summary>
    public static string Count(int count, int cap) =>
        count.ToString(CultureInfo.InvariantCulture) + (cap > 0 && count >= cap ? "+" : "");

    public static string Points(int points) => points > 0 ? $"+{points}" : points.ToString(CultureInfo.InvariantCulture).Replace('-', '\u2212');

    public static string Plural(int count, string one, string? many = null) => count == 1 ? $"1 {one}" : $"{count} {many ?? one + "s"}";

    /// <summary>High priority: follow up within 2 hours.</summary>
    public static string FollowUp(Priority priority, int minutes) => $"{priority} priority: follow up within " + minutes switch
    {
        < 120 => Plural(minutes, "minute"),
        < 2 * 24 * 60 => Plural(minutes / 60, "hour"),
        _ => Plural(minutes / (24 * 60), "day"),
    };

    /// <summary>One or two letters that stand for a name.</summary>
    public static string Initials(string name)
    {
        // "Visitor from Dubai" is VD.
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(word => word != "from").ToArray();
        return words.Length == 0 ? "?" : string.Concat(words.Take(2).Select(word => new StringInfo(word).SubstringByTextElements(0, 1))).ToUpperInvariant();
    }

    /// <summary>2 beds · 2 baths · 118 m²; a studio says so.</summary>
    public static string Rooms(decimal beds, decimal baths, decimal size)
    {
        List<string> parts = [];
        if (beds > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{beds:0.#} {(beds == 1 ? "bed" : "beds")}"));
        else if (baths > 0)
            parts.Add("Studio");
        if (baths > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{baths:0.#} {(baths == 1 ? "bath" : "baths")}"));
        if (size > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{size:#,0} m²"));
        return string.Join(" · ", parts);
    }
}
