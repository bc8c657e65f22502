using System.Text.Json.Serialization;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Dialogue;

/// <summary>The names of the tools that an agent may call.</summary>
public static class ToolNames
{
    public const string NormalizeBudget = "normalize_budget";
    public const string GeoMatch = "geo_match";
    public const string InventorySearch = "inventory_search";
    public const string LeadScore = "lead_score";
    public const string KnowledgeSearch = "knowledge_search";
    public const string LeadMemories = "lead_memories";
}

/// <summary>A tool call that the planner wants. Exactly the members of its tool are set.</summary>
/// <param name="Tool">One of <see cref="ToolNames"/>.</param>
/// <param name="Text">For <c>normalize_budget</c>: the visitor's words. For <c>knowledge_search</c>: the question.</param>
/// <param name="City">For <c>geo_match</c>.</param>
/// <param name="Areas">For <c>geo_match</c>.</param>
/// <param name="Query">For <c>inventory_search</c>.</param>
/// <param name="Purpose">For <c>inventory_search</c>: what the search is for; hand it back with the result.</param>
public sealed record ToolWish(
    string Tool,
    string? Text = null,
    string? City = null,
    IReadOnlyList<string>? Areas = null,
    UnitQuery? Query = null,
    SearchPurpose Purpose = SearchPurpose.Fits);

/// <summary>
/// What an inventory search is for: <c>fits</c> all that was said; else, when nothing does, the closest that there is:
/// <c>any_price</c> (same place, price open), <c>nearby</c> (neighbouring areas), <c>anywhere</c> (the same city or all).
/// <c>cheaper</c>: below the price of what was shown, when the visitor asks for that; <c>better_value</c>: a little above it, for more room;
/// <c>emerging</c>: the same budget in other areas, where a square foot costs less. <c>compare</c>: areas side by side.
/// <c>market</c>: all of a kind in a place, for its prices. <c>check</c>: whether a unit is still there.
/// </summary>
[JsonConverter(typeof(WireEnumConverter<SearchPurpose>))]
public enum SearchPurpose { Fits, AnyPrice, Nearby, Anywhere, Cheaper, BetterValue, Emerging, Compare, Market, Check }
