namespace LeadHeat.Core.Inventory;

/// <summary>Something that can be sold: a flat, a villa, a plot.</summary>
/// <param name="ExternalId">The owner's own id; importing it again updates the unit.</param>
/// <param name="Beds">Bedrooms; 0 for a studio.</param>
/// <param name="SizeM2">Square metres.</param>
/// <param name="Price">Asking price, total, in <paramref name="Currency"/>.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Available">False once sold or withdrawn.</param>
public sealed record Unit(
    Guid Id,
    string ExternalId,
    string Title,
    string Description,
    string City,
    string Area,
    string Type,
    decimal Beds,
    decimal Baths,
    decimal SizeM2,
    decimal Price,
    string Currency,
    IReadOnlyList<string> Features,
    bool Available,
    DateTimeOffset UpdatedAt)
{
    /// <summary>Whether the listing names a feature: "pool" is also in "shared pool".</summary>
    public bool Lists(string feature)
    {
        foreach (var own in Features)
        {
            if (own.Contains(feature, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}

/// <summary>What to look for. Every member that is set must hold.</summary>
/// <param name="City">The city's name.</param>
/// <param name="Areas">Any of these areas.</param>
/// <param name="Types">Any of these types.</param>
/// <param name="BedsMin">At least so many bedrooms.</param>
/// <param name="BedsMax">At most so many.</param>
/// <param name="PriceMin">At least this price.</param>
/// <param name="PriceMax">At most this price.</param>
/// <param name="Currency">Only prices in this currency.</param>
/// <param name="Text">Words to be found in title, description or features.</param>
/// <param name="Limit">1 to 100.</param>
/// <param name="NotAreas">None of these areas.</param>
/// <param name="NotTypes">None of these types.</param>
/// <param name="Features">All of these are listed.</param>
/// <param name="NotFeatures">None of these is listed.</param>
public sealed record UnitQuery(
    string? City = null,
    IReadOnlyList<string>? Areas = null,
    IReadOnlyList<string>? Types = null,
    decimal? BedsMin = null,
    decimal? BedsMax = null,
    decimal? PriceMin = null,
    decimal? PriceMax = null,
    string? Currency = null,
    string? Text = null,
    int Limit = 20,
    string? Cursor = null,
    IReadOnlyList<string>? NotAreas = null,
    IReadOnlyList<string>? NotTypes = null,
    IReadOnlyList<string>? Features = null,
    IReadOnlyList<string>? NotFeatures = null);

/// <summary>A page of units, best first.</summary>
public sealed record UnitPage(IReadOnlyList<Unit> Items, string? Next);

/// <summary>What an import did.</summary>
/// <param name="Errors">At most 1,000 refused lines, with the reason; <see cref="Rejected"/> counts them all.</param>
public sealed record UnitImportResult(int Read, int Created, int Updated, int Unchanged, int Rejected, IReadOnlyList<UnitImportError> Errors);

/// <summary>A line that was refused.</summary>
public sealed record UnitImportError(int Line, string? Field, string Reason);
