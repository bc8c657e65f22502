using System.Text.Json;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;

namespace LeadHeat.Worker.Jobs;

/// <summary>
/// Plans a few replies that nobody reads before the first job is taken: else the first visitors would wait for the code to be
/// compiled. Nothing of it leaves the process.
/// </summary>
internal sealed class WarmUp(PlaybookLibrary playbooks) : IHostedService
{
    // The runtime compiles a method well once it was called 30 times.
    private const int Rounds = 32;

    private static readonly string[] Messages =
    [
        "Hi, I am looking for a 2 bedroom apartment in Whitefield", "my budget is under 2 crore", "we want to move within 3 months",
        "I'm Asha, asha@example.com, +91 98450 12345. Can I visit on Saturday?",
    ];

    private static readonly TurnTools NoUnits = TurnTools.Over([]);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var playbook in playbooks.All)
        {
            for (var round = 0; round < Rounds && !cancellationToken.IsCancellationRequested; round++)
                Answer(playbook, Messages[round % Messages.Length]);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static void Answer(Playbook playbook, string text)
    {
        var now = DateTimeOffset.UnixEpoch;
        var context = Again(new TurnContext(
            Guid.Empty, Guid.Empty, Guid.Empty, 1, 1, playbook.Name, Channel.Web, now, Guid.Empty, text, [], [], DialogueState.Start, [], null));
        // Tools without data answer at once.
        var reply = TurnLoop.AnswerAsync(context, playbook, NoUnits, CancellationToken.None).AsTask().GetAwaiter().GetResult().Reply;
        JsonSerializer.SerializeToUtf8Bytes(
            new TurnOutcome(
                Guid.Empty, 1, 1, reply.Reply, reply.Chips, reply.Matches, reply.Facts, reply.Dialogue, reply.NextStep, reply.Handoff, [], "", null, "", 0, 0, 0),
            LeadHeatJson.Default.TurnOutcome);
    }

    // Through JSON and back, as turns come.
    private static TurnContext Again(TurnContext context) => JsonSerializer.Deserialize(
        JsonSerializer.SerializeToUtf8Bytes(new ClaimedTurn(Guid.Empty, ClaimResult.Claimed, context), LeadHeatJson.Default.ClaimedTurn),
        LeadHeatJson.Default.ClaimedTurn)!.Context!;
}
