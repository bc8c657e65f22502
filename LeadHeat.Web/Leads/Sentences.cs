using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;

namespace LeadHeat.Web.Leads;

/// <summary>What a lead wants, by when and for how much, as one says it on the phone.</summary>
public static class Sentences
{
    public static string Of(LeadDetail detail)
    {
        var wants = detail.Lead.Wants;
        string?[] rest = [DisplayOf(detail, FactFields.Timeline), DisplayOf(detail, FactFields.Budget)];
        return string.Join(", ", rest
            .OfType<string>()
            .Where(said => wants?.Contains(said, StringComparison.OrdinalIgnoreCase) != true)
            .Prepend(Beginning(wants)));
    }

    private static string Beginning(string? wants) =>
        string.IsNullOrEmpty(wants) ? "Has not said yet what they want"
        : wants.StartsWith("For ", StringComparison.Ordinal) ? wants
        : "Wants " + char.ToLowerInvariant(wants[0]) + wants[1..];

    private static string? DisplayOf(LeadDetail detail, string field) => detail.Facts.FirstOrDefault(fact => fact.Field == field)?.Display;
}
