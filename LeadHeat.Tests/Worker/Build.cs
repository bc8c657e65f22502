using LeadHeat.Core.Conversations;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Turns;

namespace LeadHeat.Tests.Worker;

/// <summary>Turns to answer, and plain outcomes.</summary>
internal static class Build
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);

    public static TurnContext Turn(
        string text = "Hi, looking for a 2BHK in Whitefield under 2 Cr, moving within 3 months. asha@example.com",
        Guid? id = null,
        int attempt = 1,
        IReadOnlyList<MessageView>? history = null,
        IReadOnlyList<Fact>? facts = null) =>
        new(id ?? Guid.CreateVersion7(Now), new Guid("0198d0c0-0000-7000-8000-000000000001"), new Guid("0198d0c0-0000-7000-8000-000000000002"),
            OwnerVersion: 1, attempt, "real-estate", Channel.Web, Now, new Guid("0198d0c0-0000-7000-8000-000000000003"), text, history ?? [], facts ?? [],
            DialogueState.Start, [], null);

    public static Unit Unit(string externalId, string area = "Whitefield", decimal beds = 2, decimal price = 17_500_000) => new(
        new Guid(externalId.PadRight(16, ' ').Select(letter => (byte)letter).ToArray()), externalId, $"{beds} BHK in {area}", "Bright.",
        "Bangalore", area, "apartment", beds, 2, 110, price, "INR", ["parking"], true, Now);

    public static TurnOutcome Outcome(TurnContext turn, string reply = "Hello") => new(
        turn.TurnId, turn.OwnerVersion, turn.Attempt, reply, [], [], [], turn.Dialogue, "Call back.", null, [], "built-in", null, "1", 1, 0, 0);
}
