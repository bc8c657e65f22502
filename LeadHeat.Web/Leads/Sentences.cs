using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;

namespace LeadHeat.Web.Leads;

/// <summary>What a lead wants, by when and for how much, as one says it on the phone.</summary>
public static class Sentences
{
    public static string Of(LeadDetail detail)
    {
        var wants = detail.Lead.Wants;
        var timeline = DisplayOf(detail, FactFields.Timeline);
        var budget = DisplayOf(detail, FactFields.Budget);
        List<string> parts = [];
        parts.Add(string.IsNullOrEmpty(wants) ? "Has not said yet what they want" : "Wants " + char.ToLowerInvariant(wants[0]) + wants[1..]);
        if (timeline is not null)
            parts.Add(timeline);
        if (budget is not null && wants?.Contains(budget, StringComparison.OrdinalIgnoreCase) != true)
            parts.Add(budget);
        return string.Join(", ", parts);
    }

    private static string? DisplayOf(LeadDetail detail, string field) => detail.Facts.FirstOrDefault(fact => fact.Field == field)?.Display;
}
