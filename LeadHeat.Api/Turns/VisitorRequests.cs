using LeadHeat.Core.Dialogue;

namespace LeadHeat.Api.Turns;

/// <summary>What a visitor asked for in a turn, as the timeline tells it.</summary>
internal static class VisitorRequests
{
    private static readonly (string Name, string Text)[] Known =
    [
        ("visit", "Asked for a visit"),
        ("call", "Asked to be called"),
        ("brochure", "Asked for the details in writing"),
        ("check", "Asked something that the team has to check"),
    ];

    public static IEnumerable<string> Between(DialogueState before, DialogueState after) =>
        from request in Known
        where after.Requested(request.Name) > before.Requested(request.Name)
        select request.Text;
}
