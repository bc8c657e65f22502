namespace LeadHeat.Core.Turns;

/// <summary>What the Api and the workers call things in Redis. Jobs are hints: the Api's turns are the truth.</summary>
public static class JobNames
{
    /// <summary>The stream of turns to answer.</summary>
    public const string Stream = "lh:jobs";

    /// <summary>The consumer group of all workers.</summary>
    public const string Group = "workers";

    /// <summary>About how many entries the stream keeps.</summary>
    public const int StreamLength = 100_000;

    /// <summary>A job's turn id.</summary>
    public const string TurnField = "turn";

    /// <summary>A job's W3C trace context; empty when there is none.</summary>
    public const string TraceField = "trace";

    /// <summary>Published after every job that was added, so that workers need not poll often.</summary>
    public const string Wake = "lh:jobs:wake";

    /// <summary>Where the events of all turns are published: each message is one JSON array of <see cref="TurnEvent"/>.</summary>
    public const string Events = "lh:turns";

    /// <summary>Where Apis tell each other how turns end: each message is its sender's mark and such an array.</summary>
    public const string Ends = "lh:turns:ends";

    /// <summary>A turn's ids in one attempt are <c>attempt * EventsPerAttempt + n</c>.</summary>
    public const long EventsPerAttempt = 100_000;

    /// <summary>How long the events of a turn can be read again.</summary>
    public static readonly TimeSpan EventsKept = TimeSpan.FromSeconds(600);

    /// <summary>The list of a turn's events for those who listen late; an entry is one JSON <see cref="TurnEvent"/> or an array of them.</summary>
    public static string EventsOf(Guid turnId) => $"lh:turn:{turnId}";

    /// <summary>The id of an event; the first of an attempt is number 1.</summary>
    public static long EventId(int attempt, long number) => (attempt * EventsPerAttempt) + number;

    /// <summary>The id of the event that ends a turn, higher than all others.</summary>
    public static long LastEventId(int attempt) => EventId(attempt, EventsPerAttempt - 1);
}
