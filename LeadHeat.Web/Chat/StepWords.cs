using LeadHeat.Core.Conversations;
using LeadHeat.Core.Dialogue;

namespace LeadHeat.Web.Chat;

/// <summary>What a visitor reads while the answer is being made: of the tools' summaries only those that speak of places and units.</summary>
internal static class StepWords
{
    public static string? Of(ToolCall tool) => tool switch
    {
        { Ok: false } => null,
        { Name: ToolNames.NormalizeBudget } => "Checking the budget…",
        { Name: ToolNames.GeoMatch } => "Looking at the map…",
        { Name: ToolNames.InventorySearch, Summary: [var first, .. var rest] } => $"{char.ToUpperInvariant(first)}{rest}…",
        _ => null,
    };
}
