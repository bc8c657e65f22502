using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Grounding;
using LeadHeat.Core.Records;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Turns;
using LeadHeat.Worker.Models;
using LeadHeat.Worker.Tools;
using Microsoft.Extensions.AI;

namespace LeadHeat.Worker.Agent;

/// <summary>
/// Answers with a hosted model: it picks the words and labels, tools and Core compute everything that is a number. What it does not
/// do in time and form ends as a <see cref="ModelFailure"/>.
/// </summary>
internal sealed class HostedAgent(IChatClient model, AgentLoop loop, ToolBox tools, ModelRest rest, ModelBudget budget, ModelLimits limits, TimeProvider clock)
{
    public const string Name = "hosted";

    public async Task<TurnOutcome> AnswerAsync(AgentTurn turn, CancellationToken cancellationToken)
    {
        turn.Log.Model = (model.GetService(typeof(ChatClientMetadata)) as ChatClientMetadata)?.DefaultModelId ?? Name;
        if (await budget.IsSpentAsync(cancellationToken))
            throw new ModelFailure(ModelFailure.BudgetSpent);
        if (!rest.MayTry())
            throw new ModelFailure(ModelFailure.Resting);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = clock.CreateTimer(_ => limit.Cancel(), null, limits.Turn, Timeout.InfiniteTimeSpan);
        try
        {
            var outcome = await RunAsync(turn, limit.Token);
            rest.Succeeded();
            return outcome;
        }
        catch (ModelFailure)
        {
            rest.Failed();
            throw;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            rest.Failed();
            throw new ModelFailure(ModelFailure.TooSlow);
        }
    }

    private async Task<TurnOutcome> RunAsync(AgentTurn turn, CancellationToken cancellationToken)
    {
        var redaction = turn.Planned.Playbook.SharesContacts ? null : Redaction.Of(turn.Planned);
        using var client = redaction is null ? model : new RedactingChatClient(model, redaction);
        var prompt = HostedPrompt.Messages(turn.Planned);
        turn.Log.Prompt = [.. prompt.Select(message => new PromptMessage(message.Role.Value, redaction?.Hide(message.Text) ?? message.Text))];
        var options = new ChatOptions { Tools = [.. turn.Planned.Playbook.HasInventory ? tools.All : tools.WithoutInventory] };
        var reply = await loop.RunAsync(client, prompt, options, turn, turn.Stream.FlushSoon, cancellationToken);
        // Also where nothing that it said was true to what was found.
        if (turn.HandoverReason is null && string.IsNullOrWhiteSpace(reply))
            throw new ModelFailure(ModelFailure.BadAnswer);
        if (turn.Findings.Score is null)
            turn.Score();
        turn.TellScore();
        if (turn.HandoverReason is { } reason)
            return HandOver(turn, reason);
        return Answered(turn, reply.Trim());
    }

    private static TurnOutcome Answered(AgentTurn turn, string reply)
    {
        // The planner's view of the same findings: the state and the next step are its to say, the words are not.
        var planned = Planner.Compose(turn.Planned, turn.Findings);
        if (planned.Handoff is { } handoff)
            return HandOver(turn, handoff.Reason);
        var asks = turn.Asks is { } field ? turn.Planned.Playbook.Field(field) : null;
        var dialogue = planned.Dialogue with
        {
            LastAsked = asks?.Name,
            Asked = asks is null ? turn.Context.Dialogue.Asked : Counted(turn.Context.Dialogue.Asked, asks.Name),
        };
        return Outcome(turn, planned with { Reply = reply, Chips = asks?.Chips ?? [], Dialogue = dialogue, Matches = Cards(turn), Citations = Citations.Of(reply, turn.Findings) });
    }

    /// <summary>What the visitor sees of a hand-over is the playbook's to say; words of the model before it are void.</summary>
    private static TurnOutcome HandOver(AgentTurn turn, string reason)
    {
        turn.Stream.Restart();
        var planned = Planner.HandOver(turn.Planned, turn.Findings, reason);
        turn.Stream.Words(planned.Reply);
        return Outcome(turn, planned);
    }

    private static TurnOutcome Outcome(AgentTurn turn, PlannedReply reply)
    {
        turn.Answer = reply;
        return turn.Outcome(reply, fallback: null);
    }

    private static IReadOnlyList<UnitMatch> Cards(AgentTurn turn) =>
        turn.Findings.Searches.LastOrDefault(search => search.Matches.Count > 0)?.Matches is { } matches ? [.. matches.Take(3)] : [];

    private static Dictionary<string, int> Counted(IReadOnlyDictionary<string, int> asked, string field) =>
        new(asked, StringComparer.Ordinal) { [field] = asked.GetValueOrDefault(field) + 1 };
}
