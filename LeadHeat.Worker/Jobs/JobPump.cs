using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;

namespace LeadHeat.Worker.Jobs;

/// <summary>
/// Takes jobs from the stream, claims their turns from the Api in one call, and runs them side by side. A job is a hint and the
/// Api's turn is the truth: what the Api does not hand out needs no work here.
/// </summary>
internal sealed partial class JobPump(
    RedisJobs jobs, RunningTurns running, TurnClaims claims, TurnRunner runner, TimeProvider clock, ILogger<JobPump> logger)
    : BackgroundService
{
    private static readonly TimeSpan ReclaimEvery = TimeSpan.FromSeconds(2);
    private DateTimeOffset _reclaimAt = clock.GetUtcNow();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var backOff = new BackOff(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(2), clock);
        try
        {
            var afterStart = false;
            while (true)
            {
                try
                {
                    if (!afterStart)
                        await TakeOwnAsync(stoppingToken);
                    afterStart = true;
                    await TakeAsync(stoppingToken);
                    backOff.Reset();
                }
                catch (JobsAwayException away)
                {
                    Log.JobsAway(logger, away.Message);
                    await backOff.WaitAsync(stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops. What is in hand is finished; what was read but not begun is somebody else's after a lease.
            await running.DrainAsync();
        }
    }

    /// <summary>What a predecessor of the same name got and did not finish.</summary>
    private async Task TakeOwnAsync(CancellationToken cancellationToken)
    {
        var after = "0";
        while (true)
        {
            var own = await jobs.ReadOwnAsync(after, await running.WaitForRoomAsync(cancellationToken), cancellationToken);
            if (own.Count == 0)
                return;
            await StartAsync(own, cancellationToken);
            after = own[^1].EntryId;
        }
    }

    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        var room = await running.WaitForRoomAsync(cancellationToken);
        var left = await ReclaimAsync(room, cancellationToken);
        var taken = left.Count < room ? [.. left, .. await jobs.ReadNewAsync(room - left.Count, cancellationToken)] : left;
        if (taken.Count > 0)
            await StartAsync(taken, cancellationToken);
        else
            await jobs.WaitAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<Job>> ReclaimAsync(int count, CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() < _reclaimAt)
            return [];
        var left = await jobs.ReclaimAsync(count, cancellationToken);
        if (left.Count > 0)
            Log.Reclaimed(logger, left.Count);
        // As many as there was room for: there may be more.
        _reclaimAt = left.Count == count ? clock.GetUtcNow() : clock.GetUtcNow() + ReclaimEvery;
        return left;
    }

    private async Task StartAsync(IReadOnlyList<Job> taken, CancellationToken cancellationToken)
    {
        var (fresh, idle) = Sort(taken);
        if (fresh.Count > 0)
        {
            foreach (var turn in await claims.ClaimAsync([.. fresh.Values], cancellationToken))
            {
                if (!fresh.TryGetValue(turn.TurnId, out var job))
                    continue;
                if (turn is { Result: ClaimResult.Claimed, Context: { } context })
                    await running.StartAsync(
                        turn.TurnId, job.EntryId, clock.GetUtcNow(), letGo => runner.RunAsync(context, job.TraceParent, letGo), cancellationToken);
                else if (turn.Result != ClaimResult.Held)
                    idle.Add(job.EntryId);
            }
        }

        jobs.Acknowledge(idle);
    }

    /// <summary>One job for each turn that is not in hand, and the entries that need no work.</summary>
    private (Dictionary<Guid, Job> Fresh, List<string> Idle) Sort(IReadOnlyList<Job> taken)
    {
        Dictionary<Guid, Job> fresh = [];
        List<string> idle = [];
        foreach (var job in taken)
        {
            if (job.TurnId is not { } turnId)
                idle.Add(job.EntryId);
            else if (!running.TryJoin(turnId, job.EntryId) && !fresh.TryAdd(turnId, job))
                idle.Add(job.EntryId);
        }

        return (fresh, idle);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "No jobs: {Why}")]
        public static partial void JobsAway(ILogger logger, string why);

        [LoggerMessage(Level = LogLevel.Information, Message = "Took over {Count} jobs that were left alone")]
        public static partial void Reclaimed(ILogger logger, int count);
    }
}
