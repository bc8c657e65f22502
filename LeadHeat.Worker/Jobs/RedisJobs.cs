using LeadHeat.Core.Turns;
using StackExchange.Redis;

namespace LeadHeat.Worker.Jobs;

/// <summary>The jobs stream as one consumer of its group sees it.</summary>
internal sealed class RedisJobs(RedisServer redis, WorkerName worker) : IDisposable
{
    // A little over the lease, so that what looks dead here is dead for the Api too.
    private static readonly long DeadAfterMilliseconds = (long)(TurnLimits.Lease + TimeSpan.FromMilliseconds(500)).TotalMilliseconds;

    private readonly SemaphoreSlim _wake = new(0, 1);
    private bool _listening;

    /// <summary>So long is nothing looked for, unless somebody says that there is something.</summary>
    public TimeSpan LongestNap { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Entries that nobody has had yet.</summary>
    public Task<IReadOnlyList<Job>> ReadNewAsync(int count, CancellationToken cancellationToken) => ReadAsync(">", count, cancellationToken);

    /// <summary>Entries after one that this worker got and has not acknowledged, perhaps before a restart.</summary>
    public Task<IReadOnlyList<Job>> ReadOwnAsync(string after, int count, CancellationToken cancellationToken) =>
        ReadAsync(after, count, cancellationToken);

    /// <summary>Takes entries that their consumer has left alone for longer than a lease.</summary>
    public async Task<IReadOnlyList<Job>> ReclaimAsync(int count, CancellationToken cancellationToken)
    {
        var claimed = await WithGroupAsync(
            database => database.StreamAutoClaimAsync(JobNames.Stream, JobNames.Group, worker.Value, DeadAfterMilliseconds, "0-0", count),
            cancellationToken);
        return ToJobs(claimed.ClaimedEntries);
    }

    /// <summary>Done with these, whatever became of them.</summary>
    public void Acknowledge(IReadOnlyCollection<string> entryIds)
    {
        if (entryIds.Count > 0)
            redis.Tell(database => database.StreamAcknowledge(JobNames.Stream, JobNames.Group, Ids(entryIds), CommandFlags.FireAndForget));
    }

    /// <summary>Still at work on these: nobody else shall take them.</summary>
    public void KeepHold(IReadOnlyCollection<string> entryIds)
    {
        if (entryIds.Count > 0)
            redis.Tell(database => database.StreamClaimIdsOnly(JobNames.Stream, JobNames.Group, worker.Value, 0, Ids(entryIds), CommandFlags.FireAndForget));
    }

    /// <summary>Until a job may have come; <see cref="LongestNap"/> at the longest.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _wake.WaitAsync(LongestNap, cancellationToken);

    /// <summary>How many jobs nobody has had yet, and how many are had but not acknowledged.</summary>
    public async Task<(long Waiting, long Pending)> DepthAsync(CancellationToken cancellationToken)
    {
        var groups = await redis.AskAsync(database => database.StreamGroupInfoAsync(JobNames.Stream), cancellationToken);
        foreach (var group in groups)
        {
            if (group.Name == JobNames.Group)
                return (group.Lag ?? 0, group.PendingMessageCount);
        }

        return (0, 0);
    }

    public void Dispose() => _wake.Dispose();

    private async Task<IReadOnlyList<Job>> ReadAsync(string after, int count, CancellationToken cancellationToken)
    {
        await ListenAsync(cancellationToken);
        return ToJobs(await WithGroupAsync(
            database => database.StreamReadGroupAsync(JobNames.Stream, JobNames.Group, worker.Value, after, count), cancellationToken));
    }

    // A Redis that lost its data has lost the group. From 0: what was added meanwhile is still to do.
    private async Task<T> WithGroupAsync<T>(Func<IDatabase, Task<T>> question, CancellationToken cancellationToken)
    {
        try
        {
            return await redis.AskAsync(question, cancellationToken);
        }
        catch (RedisServerException noGroup) when (noGroup.Message.StartsWith("NOGROUP", StringComparison.Ordinal))
        {
            await CreateGroupAsync(cancellationToken);
            return await redis.AskAsync(question, cancellationToken);
        }
    }

    private async Task CreateGroupAsync(CancellationToken cancellationToken)
    {
        try
        {
            await redis.AskAsync(
                database => database.StreamCreateConsumerGroupAsync(JobNames.Stream, JobNames.Group, StreamPosition.Beginning), cancellationToken);
        }
        catch (RedisServerException exists) when (exists.Message.StartsWith("BUSYGROUP", StringComparison.Ordinal))
        {
            // Another worker was faster.
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        if (_listening)
            return;
        await redis.SubscribeAsync(JobNames.Wake, Wake, cancellationToken);
        _listening = true;
    }

    private void Wake()
    {
        try
        {
            if (_wake.CurrentCount == 0)
                _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // Two jobs at once: one waking is enough.
        }
    }

    private static RedisValue[] Ids(IReadOnlyCollection<string> entryIds) => [.. entryIds.Select(id => (RedisValue)id)];

    private static IReadOnlyList<Job> ToJobs(StreamEntry[] entries) => [.. entries.Where(entry => !entry.IsNull).Select(ToJob)];

    // An entry that was trimmed away while somebody had it comes with its id alone.
    private static Job ToJob(StreamEntry entry) => new(
        (string)entry.Id!, Guid.TryParse((string?)entry[JobNames.TurnField], out var turnId) ? turnId : null, (string?)entry[JobNames.TraceField]);
}
