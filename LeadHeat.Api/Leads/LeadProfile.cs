using LeadHeat.Core.Facts;

namespace LeadHeat.Api.Leads;

/// <summary>What is known of a lead: the facts, and those of them that searches and reports ask for as columns.</summary>
internal sealed class LeadProfile
{
    public required Guid LeadId { get; init; }
    public IReadOnlyList<Fact> Facts { get; set; } = [];
    public string? CustomerType { get; set; }
    public string? City { get; set; }
    public string[] Areas { get; set; } = [];
    public string? PropertyType { get; set; }
    public decimal? BedsMin { get; set; }
    public decimal? BedsMax { get; set; }
    public decimal? BudgetMin { get; set; }
    public decimal? BudgetMax { get; set; }
    public string? Currency { get; set; }
    public int? TimelineMonths { get; set; }
    public bool? Preapproved { get; set; }
    public required DateTimeOffset UpdatedAt { get; set; }
}
