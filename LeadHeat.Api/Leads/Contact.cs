using LeadHeat.Core.Leads;

namespace LeadHeat.Api.Leads;

/// <summary>A person.</summary>
internal sealed class Contact
{
    public required Guid Id { get; init; }
    public string? Name { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public List<ConsentView> Consents { get; init; } = [];
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; set; }
}
