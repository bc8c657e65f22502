namespace LeadHeat.Web.Shell;

/// <summary>A page of the team that one goes to by name.</summary>
/// <param name="Rare">Not for every day: a phone has it in the menu of the account, not in the bar.</param>
internal sealed record Place(string Href, string Title, string Icon, string Keys, bool Rare = false)
{
    public static IReadOnlyList<Place> All { get; } =
    [
        new("/inbox", "Inbox", "inbox", "g i"),
        new("/pipeline", "Pipeline", "board", "g p"),
        new("/overview", "Overview", "bars", "g o"),
        new("/people", "People", "people", "g m", Rare: true),
        new("/inventory", "Inventory", "building", "g v"),
        new("/knowledge", "Knowledge", "book", "g k"),
        new("/playbooks", "Playbooks", "steps", "g b", Rare: true),
        new("/scorecards", "Scorecards", "scales", "g s", Rare: true),
        new("/uploads", "Import", "upload", "g u", Rare: true),
        new("/heat", "Heat model", "chart", "g h", Rare: true),
        new("/evals", "Test cases", "test", "g e", Rare: true),
        new("/intake", "Intake", "intake", "g n", Rare: true),
        new("/privacy", "Privacy", "lock", "g r", Rare: true),
        new("/problems", "Problems", "warning", "g x", Rare: true),
        new("/team", "Team", "person", "g t", Rare: true),
        new("/playground", "Playground", "lab", "g y", Rare: true),
        new("/install", "Install chat", "code", "g c", Rare: true),
    ];
}
