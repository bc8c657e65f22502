using LeadHeat.Core.Turns;
using LeadHeat.Worker.Jobs;

namespace LeadHeat.Worker.Agent;

/// <summary>A turn that is run again is told to nobody.</summary>
internal sealed class UntoldEvents : ITurnEvents
{
    public static readonly UntoldEvents Instance = new();

    public Task PublishAsync(IReadOnlyList<TurnEvent> events, CancellationToken cancellationToken) => Task.CompletedTask;
}
