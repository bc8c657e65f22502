using LeadHeat.Api.Privacy;
using LeadHeat.Core.Channels;

namespace LeadHeat.Api.Inbound;

/// <summary>What became of an event.</summary>
/// <param name="Failure">Why it is not done; null when it is.</param>
/// <param name="RetryIn">Try again after that, without counting it as a failure: something has to be there first.</param>
internal sealed record Handled(InboundState State, string? Failure = null, Guid? LeadId = null, Guid? MessageId = null, TimeSpan? RetryIn = null)
{
    /// <summary>It is of somebody who was deleted since: what came is not kept, and neither are these words in its delivery.</summary>
    public PersonWords? Forget { get; init; }

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    /// <summary>There was nothing, or nothing more, to do.</summary>
    public static readonly Handled Done = new(InboundState.Done);

    public static Handled OfDeleted(PersonWords words) => new(InboundState.Done, "It was sent before this person was deleted.") { Forget = words };

    public static Handled Quarantine(string why) => new(InboundState.Quarantined, why);

    public static Handled Wait(string forWhat, TimeSpan time) => new(InboundState.Pending, forWhat, RetryIn: time);

    /// <summary>The longer it has waited the longer it waits, so that an outage of hours is not hours of hammering.</summary>
    public static Handled WaitAgain(string forWhat, TimeSpan waited) =>
        Wait(forWhat, waited < ShortestPause ? ShortestPause : waited < LongestPause ? waited : LongestPause);
}

/// <summary>An event to handle.</summary>
internal sealed record PendingEvent(
    Guid Id, InboundChannel Channel, InboundKind Kind, string ExternalId, string Contact, byte[] Body, int Attempts, DateTimeOffset ReceivedAt);

/// <summary>Handles the events of one channel. The same event may come twice: what it did the first time has to be found.</summary>
internal interface IInboundHandler
{
    InboundChannel Channel { get; }

    /// <summary>By what it names whose it is: what shares a name is handled in its order.</summary>
    IEnumerable<string> PartiesOf(PendingEvent pending) => [pending.Contact];

    /// <summary>Takes in what does not wait for its turn, of all that waits.</summary>
    Task HearAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task<Handled> HandleAsync(PendingEvent pending, CancellationToken cancellationToken);
}
