using System.Text.Json;
using LeadHeat.Core.Inventory;

namespace LeadHeat.Evals.Cases;

/// <summary>A question and the passage that answers it.</summary>
internal sealed record KnowledgeCase(string Id, string Playbook, string Question, string Document, string Heading)
{
    public static KnowledgeCase Read(JsonElement line) => new(
        line.GetProperty("id").GetString()!, line.GetProperty("playbook").GetString()!, line.GetProperty("question").GetString()!,
        line.GetProperty("document").GetString()!, line.GetProperty("heading").GetString()!);
}

/// <summary>A question that no document answers.</summary>
internal sealed record UnansweredCase(string Id, string Playbook, string Question)
{
    public static UnansweredCase Read(JsonElement line) => new(
        line.GetProperty("id").GetString()!, line.GetProperty("playbook").GetString()!, line.GetProperty("question").GetString()!);
}

/// <summary>A search in a buyer's words, and what its hits have to be.</summary>
/// <param name="Must">Hard facts that no hit may break.</param>
/// <param name="Wanted">Features of which one of the first three has one; empty when any home does.</param>
/// <param name="None">There is no such home.</param>
internal sealed record InventoryCase(string Id, string Query, UnitFilters Must, IReadOnlyList<string> Wanted, bool None)
{
    public static InventoryCase Read(JsonElement line) => new(
        line.GetProperty("id").GetString()!, line.GetProperty("query").GetString()!, Filters(line.GetProperty("must")),
        line.TryGetProperty("wanted", out var wanted) ? Texts(wanted) : [], line.TryGetProperty("none", out _));

    private static UnitFilters Filters(JsonElement must)
    {
        decimal? Number(string name) => must.TryGetProperty(name, out var value) ? value.GetDecimal() : null;
        string? Text(string name) => must.TryGetProperty(name, out var value) ? value.GetString() : null;
        IReadOnlyList<string>? List(string name) => must.TryGetProperty(name, out var value) ? Texts(value) : null;
        return new(
            Text("city"), List("areas"), List("types"), Number("bedsMin"), Number("bedsMax"), Number("priceMin"), Number("priceMax"), Number("sizeMin"), null,
            Text("currency"));
    }

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];
}
