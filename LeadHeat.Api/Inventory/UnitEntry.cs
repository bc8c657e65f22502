namespace LeadHeat.Api.Inventory;

/// <summary>A stored unit. Its generated words column is read by SQL only.</summary>
internal sealed class UnitEntry
{
    public required Guid Id { get; init; }
    public required string ExternalId { get; init; }
    public required string Title { get; set; }
    public required string Description { get; set; }
    public required string City { get; set; }
    public required string Area { get; set; }
    public required string Type { get; set; }
    public required decimal Beds { get; set; }
    public required decimal Baths { get; set; }
    public required decimal SizeM2 { get; set; }
    public required decimal Price { get; set; }
    public required string Currency { get; set; }
    public string[] Features { get; set; } = [];
    public bool Available { get; set; } = true;
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; set; }
}
