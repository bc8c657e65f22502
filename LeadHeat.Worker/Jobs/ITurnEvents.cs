using LeadHeat.Core.Turns;

namespace LeadHeat.Worker.Jobs;

/// <summary>Where the events of turns go. They are for those who watch: a turn goes on when they cannot be sent.</summary>
internal interface ITurnEvents
{
    /// <summary>Sends events of one turn, in order; done when they are on their way to every listener.</summary>
    Task PublishAsync(IReadOnlyList<TurnEvent> events, CancellationToken cancellationToken);
}
