using LeadHeat.Core.Turns;

namespace LeadHeat.Worker.Agent;

/// <summary>Answers with Core's planner: no key, no network, the same answer every time.</summary>
internal sealed class BuiltInAgent(AgentLoop loop)
{
    public const string Name = "built-in";

    public async Task<TurnOutcome> AnswerAsync(AgentTurn turn, string? fallback, CancellationToken cancellationToken)
    {
        using var client = new BuiltInChatClient(turn);
        var said = await loop.RunAsync(client, [], options: null, turn, spoken: null, cancellationToken);
        var reply = client.Reply ?? throw new InvalidOperationException("The planner ended without a reply.");
        turn.Answer = turn.Removed.Count == 0 ? reply : reply with { Reply = said.Trim() };
        return turn.Outcome(turn.Answer, fallback);
    }
}
