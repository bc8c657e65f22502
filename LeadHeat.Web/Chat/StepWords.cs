namespace LeadHeat.Web.Chat;

/// <summary>What a visitor reads while the answer is being made. Names without words here are not shown.</summary>
internal static class StepWords
{
    public static string? OfStep(string name) => name switch
    {
        "understanding" => "Reading your message…",
        "searching" => "Looking for homes that fit…",
        _ => null,
    };

    public static string? OfTool(string name) => name switch
    {
        "inventory_search" => "Comparing what fits…",
        "knowledge_search" => "Looking that up…",
        _ => null,
    };
}
