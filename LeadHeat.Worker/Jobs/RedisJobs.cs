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
        var answer = await WithGroupAsync(
            "XAUTOCLAIM", [JobNames.Stream, JobNames.Group, worker.Value, DeadAfterMilliseconds, "0-0", "COUNT", count], cancellationToken);
        return ToJobs(((RedisResult[])answer)[1]);
    }

    /// <summary>Done with these, whatever became of them.</summary>
    public void Acknowledge(IReadOnlyCollection<string> entryIds)
    {
        if (entryIds.Count > 0)
            redis.Tell("XACK", [JobNames.Stream, JobNames.Group, .. entryIds]);
    }

    /// <summary>Still at work on these: nobody else shall take them.</summary>
    public void KeepHold(IReadOnlyCollection<string> entryIds)
    {
        if (entryIds.Count > 0)
            redis.Tell("XCLAIM", [JobNames.Stream, JobNames.Group, worker.Value, 0, .. entryIds, "JUSTID"]);
    }

    /// <summary>Until a job may have come; <see cref="LongestNap"/> at the longest.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _wake.WaitAsync(LongestNap, cancellationToken);

    /// <summary>How many jobs nobody has had yet, and how many are had but not acknowledged.</summary>
    public async Task<(long Waiting, long Pending)> DepthAsync(CancellationToken cancellationToken)
    {
        var groups = (RedisResult[])await redis.AskAsync("XINFO", ["GROUPS", JobNames.Stream], cancellationToken);
        foreach (var group in groups.Select(group => Pairs((RedisResult[])group)))
        {
            if ((string?)group["name"] == JobNames.Group)
                return (group.TryGetValue("lag", out var lag) && !lag.IsNull ? (long)lag : 0, (long)group["pending"]);
        }

        return (0, 0);
    }

    public void Dispose() => _wake.Dispose();

    private async Task<IReadOnlyList<Job>> ReadAsync(string after, int count, CancellationToken cancellationToken)
    {
        await ListenAsync(cancellationToken);
        var answer = await WithGroupAsync(
            "XREADGROUP", ["GROUP", JobNames.Group, worker.Value, "COUNT", count, "STREAMS", JobNames.Stream, after], cancellationToken);
        // [[lh:jobs, [[1700000000000-0, [turn, 0198…, trace, 00-…]], …]]], or nil when there is nothing.
        return answer.IsNull ? [] : ToJobs(((RedisResult[])((RedisResult[])answer)[0])[1]);
    }

    // A Redis that lost its data has lost the group. From 0: what was added meanwhile is still to do.
    private async Task<RedisResult> WithGroupAsync(string command, object[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            return await redis.AskAsync(command, arguments, cancellationToken);
        }
        catch (RedisServerException noGroup) when (noGroup.Message.StartsWith("NOGROUP", StringComparison.Ordinal))
        {
            await CreateGroupAsync(cancellationToken);
            return await redis.AskAsync(command, arguments, cancellationToken);
        }
    }

    private async Task CreateGroupAsync(CancellationToken cancellationToken)
    {
        try
        {
            await redis.AskAsync("XGROUP", ["CREATE", JobNames.Stream, JobNames.Group, "0", "MKSTREAM"], cancellationToken);
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

    private static IReadOnlyList<Job> ToJobs(RedisResult entries) => [.. ((RedisResult[])entries).Where(entry => !entry.IsNull).Select(ToJob)];

    private static Job ToJob(RedisResult entry)
    {
        var parts = (RedisResult[])entry;
        var id = (string)parts[0];
        if (parts[1].IsNull)
            return new(id, null, null);
        var fields = Pairs((RedisResult[])parts[1]);
        return new(id, Guid.TryParse(Text(fields, JobNames.TurnField), out var turnId) ? turnId : null, Text(fields, JobNames.TraceField));
    }

    private static string? Text(Dictionary<string, RedisResult> fields, string name) =>
        fields.TryGetValue(name, out var value) ? (string)value : null;

    private static Dictionary<string, RedisResult> Pairs(RedisResult[] flat)
    {
        var pairs = new Dictionary<string, RedisResult>(flat.Length / 2, StringComparer.Ordinal);
        for (var at = 0; at + 1 < flat.Length; at += 2)
            pairs[(string)flat[at]] = flat[at + 1];
        return pairs;
    }
}
