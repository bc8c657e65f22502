using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;

namespace LeadHeat.Api.Leads;

/// <summary>What a lead is found by.</summary>
internal static class SearchText
{
    public static string Of(LeadHeadline headline, IReadOnlyList<Fact> facts)
    {
        string? Known(string field) => facts.FirstOrDefault(fact => fact.Field == field)?.Value.Text;
        return string.Join(' ', new[] { headline.Name, Known(FactFields.Email), Known(FactFields.Phone), headline.Wants }.OfType<string>())
            .ToLowerInvariant();
    }
}
