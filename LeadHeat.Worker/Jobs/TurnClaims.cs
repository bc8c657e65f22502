using System.Diagnostics;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;

namespace LeadHeat.Worker.Jobs;

/// <summary>Claims turns from the Api, and waits for the Api where it is away: without it there is nothing else to do.</summary>
internal sealed partial class TurnClaims(LeadHeatClient api, WorkerName worker, TimeProvider clock, ILogger<TurnClaims> logger)
{
    public async Task<IReadOnlyList<ClaimedTurn>> ClaimAsync(IReadOnlyList<Job> jobs, CancellationToken cancellationToken)
    {
        var claim = new ClaimTurns(worker.Value, [.. jobs.Select(job => job.TurnId!.Value)]);
        var backOff = new BackOff(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(2), clock);
        using var span = StartSpan(jobs);
        while (true)
        {
            try
            {
                return (await api.ClaimTurnsAsync(claim, cancellationToken)).Turns;
            }
            catch (LeadHeatException refused)
            {
                Log.Refused(logger, jobs.Count, (int)refused.Status, refused.Title);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                Log.Refused(logger, jobs.Count, 0, "No answer in time");
            }

            await backOff.WaitAsync(cancellationToken);
        }
    }

    // One call for several traces: it is a part of the first one, and linked to the others.
    private static Activity? StartSpan(IReadOnlyList<Job> jobs)
    {
        if (!WorkerTelemetry.Source.HasListeners())
            return null;
        var contexts = jobs.Select(job => ActivityContext.TryParse(job.TraceParent, null, isRemote: true, out var context) ? context : default)
            .Where(context => context != default)
            .OrderByDescending(context => context.TraceFlags)
            .ToList();
        var span = WorkerTelemetry.Source.StartActivity(
            "claim turns", ActivityKind.Internal, contexts.FirstOrDefault(), links: contexts.Skip(1).Select(context => new ActivityLink(context)));
        return span?.SetTag("messaging.batch.message_count", jobs.Count);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Cannot claim {Count} turns ({Status}): {Why}")]
        public static partial void Refused(ILogger logger, int count, int status, string why);
    }
}
