namespace LeadHeat.Worker.Jobs;

/// <summary>An entry of the jobs stream. One without a turn was trimmed away or is none of ours: it is acknowledged unread.</summary>
internal sealed record Job(string EntryId, Guid? TurnId, string? TraceParent);

/// <summary>The jobs cannot be reached right now.</summary>
internal sealed class JobsAwayException(string message, Exception inner) : Exception(message, inner);
