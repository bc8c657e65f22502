using LeadHeat.Core.Turns;

namespace LeadHeat.Worker.Agent;

/// <summary>Answers a visitor's message.</summary>
internal interface ITurnAgent
{
    Task<TurnOutcome> AnswerAsync(TurnContext turn, CancellationToken cancellationToken);
}
