using System.Text.Json.Serialization;
using LeadHeat.Core.Knowledge;

namespace LeadHeat.Core.Inventory;

/// <summary>A search of the inventory in the visitor's own words.</summary>
/// <param name="Query">Free text, at most 1,000 characters: <c>2bhk in whitefield under 2cr with a pool</c>. What it says for certain becomes a filter.</param>
/// <param name="Filters">Hard facts that every hit must have, beside those of the text; where both speak of the same, these count.</param>
/// <param name="K">How many hits, 1 to 100.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record UnitSearchRequest(string? Query = null, UnitFilters? Filters = null, int K = 10, SearchMode Mode = SearchMode.Hybrid);

/// <summary>Hard facts: no hit breaks one.</summary>
/// <param name="Areas">Any of these areas.</param>
/// <param name="Types">Any of these types.</param>
/// <param name="BedsMin">At least so many bedrooms; 0 is a studio.</param>
/// <param name="BedsMax">At most so many.</param>
/// <param name="SizeM2Min">At least so many square metres.</param>
/// <param name="SizeM2Max">At most so many.</param>
/// <param name="Currency">ISO 4217: only prices in this currency.</param>
/// <param name="NotAreas">None of these areas.</param>
/// <param name="NotTypes">None of these types.</param>
/// <param name="Features">All of these are listed: <c>under construction</c>.</param>
/// <param name="NotFeatures">None of these is listed: <c>pool</c>.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record UnitFilters(
    string? City = null,
    IReadOnlyList<string>? Areas = null,
    IReadOnlyList<string>? Types = null,
    decimal? BedsMin = null,
    decimal? BedsMax = null,
    decimal? PriceMin = null,
    decimal? PriceMax = null,
    decimal? SizeM2Min = null,
    decimal? SizeM2Max = null,
    string? Currency = null,
    IReadOnlyList<string>? NotAreas = null,
    IReadOnlyList<string>? NotTypes = null,
    IReadOnlyList<string>? Features = null,
    IReadOnlyList<string>? NotFeatures = null);

/// <summary>A unit that fits.</summary>
/// <param name="Score">Higher is better; comparable within one answer only.</param>
public sealed record UnitHit(string ExternalId, double Score, HitParts Parts, Unit Unit);

/// <summary>The units that fit, best first.</summary>
/// <param name="Filters">What was filtered by: the request's filters with what its text says.</param>
/// <param name="Missing">Wishes of the text that no hit has.</param>
public sealed record UnitHits(IReadOnlyList<UnitHit> Hits, UnitFilters Filters, IReadOnlyList<string>? Missing = null);
