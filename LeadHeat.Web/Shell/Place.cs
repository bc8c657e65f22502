namespace LeadHeat.Web.Shell;

/// <summary>A page of the team that one goes to by name.</summary>
internal sealed record Place(string Href, string Title, string Icon, string Keys)
{
    public static IReadOnlyList<Place> All { get; } =
    [
        new("/inbox", "Inbox", "inbox", "g i"),
        new("/pipeline", "Pipeline", "board", "g p"),
        new("/inventory", "Inventory", "building", "g v"),
        new("/knowledge", "Knowledge", "book", "g k"),
        new("/heat", "Heat model", "chart", "g h"),
        new("/evals", "Test cases", "test", "g e"),
        new("/problems", "Problems", "warning", "g x"),
        new("/playground", "Playground", "lab", "g y"),
        new("/install", "Install chat", "code", "g c"),
    ];
}
