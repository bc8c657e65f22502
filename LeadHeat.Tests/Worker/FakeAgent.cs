using LeadHeat.Core.Turns;
using LeadHeat.Worker.Agent;

namespace LeadHeat.Tests.Worker;

/// <summary>An agent that does what the test says.</summary>
internal sealed class FakeAgent(Func<TurnContext, CancellationToken, Task<TurnOutcome>> answer) : ITurnAgent
{
    public Task<TurnOutcome> AnswerAsync(TurnContext turn, CancellationToken cancellationToken) => answer(turn, cancellationToken);
}
