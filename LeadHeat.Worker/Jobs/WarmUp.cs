using System.Text.Json;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Records;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;
using LeadHeat.Worker.Agent;

namespace LeadHeat.Worker.Jobs;

/// <summary>
/// Answers a few messages that nobody wrote before the first job is taken: else the first visitors would wait for the code to be
/// compiled. They are answered as turns that are run again, so that nobody is told of it and nothing is stored.
/// </summary>
internal sealed class WarmUp(PlaybookLibrary playbooks, ITurnAgent agent, IConfiguration configuration, TimeProvider clock) : IHostedService
{
    // Each has all messages in all playbooks: often enough for the runtime, which compiles a method of its own well at the 30th call.
    private const int Rounds = 8;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private static readonly string[] Messages =
    [
        "Hi, I am looking for a 2 bedroom apartment in Whitefield", "my budget is under 2 crore", "we want to move within 3 months",
        "I'm Asha, asha@example.com, +91 98450 12345. Can I visit on Saturday?",
    ];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // As long as it takes: the first visitors would wait for it otherwise, all of them.
        await Task.Run(() => playbooks.Learn(configuration["Cache:Path"]), cancellationToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = clock.CreateTimer(_ => limit.Cancel(), null, Longest, Timeout.InfiniteTimeSpan);
        try
        {
            for (var round = 0; round < Rounds; round++)
                foreach (var playbook in playbooks.All)
                    await TalkAsync(playbook, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // It is warm enough, or the machine too busy to become so.
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task TalkAsync(Playbook playbook, CancellationToken cancellationToken)
    {
        var context = new TurnContext(
            Guid.Empty, Guid.Empty, Guid.Empty, 1, 1, playbook.Name, Channel.Web, clock.GetUtcNow(), Guid.Empty, "", [], [], DialogueState.Start, [], null,
            Rerun: new RerunWish(BuiltInAgent.Name, null));
        foreach (var text in Messages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var outcome = Again(await agent.AnswerAsync(Again(context with { Text = text }), cancellationToken));
            context = context with { Facts = FactMerge.Merge(context.Facts, outcome.Facts).All, Dialogue = outcome.Dialogue };
        }
    }

    // Through JSON and back, as they come and go.
    private static TurnContext Again(TurnContext context) => JsonSerializer.Deserialize(
        JsonSerializer.SerializeToUtf8Bytes(new ClaimedTurn(Guid.Empty, ClaimResult.Claimed, context), LeadHeatJson.Default.ClaimedTurn),
        LeadHeatJson.Default.ClaimedTurn)!.Context!;

    private static TurnOutcome Again(TurnOutcome outcome) => JsonSerializer.Deserialize(
        JsonSerializer.SerializeToUtf8Bytes(outcome, LeadHeatJson.Default.TurnOutcome), LeadHeatJson.Default.TurnOutcome)!;
}
