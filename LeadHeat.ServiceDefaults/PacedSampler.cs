using System.Diagnostics;
using OpenTelemetry.Trace;

namespace LeadHeat.ServiceDefaults;

/// <summary>
/// Decides which new traces are recorded: all of them at the pace of people, at most so many a second under load, and never a
/// health check, nor a call that nobody asked for: a process that looks around by itself does so all day. A trace that another process began follows that process's decision (ParentBasedSampler).
/// </summary>
internal sealed class PacedSampler(int tracesPerSecond, TimeProvider clock) : Sampler
{
    private readonly long _interval = clock.TimestampFrequency / tracesPerSecond;
    private readonly long _burst = clock.TimestampFrequency;
    private long _nextFree = clock.GetTimestamp() - clock.TimestampFrequency;

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        new(IsAskedFor(samplingParameters) && TakeSlot() ? SamplingDecision.RecordAndSample : SamplingDecision.Drop);

    // Slots lie one interval apart. Up to a second's worth that nobody took is kept for a burst.
    private bool TakeSlot()
    {
        while (true)
        {
            var seen = Interlocked.Read(ref _nextFree);
            var now = clock.GetTimestamp();
            var slot = Math.Max(seen, now - _burst);
            if (slot > now)
                return false;
            if (Interlocked.CompareExchange(ref _nextFree, slot + _interval, seen) == seen)
                return true;
        }
    }

    private static bool IsAskedFor(in SamplingParameters samplingParameters) =>
        samplingParameters.Kind != ActivityKind.Client && !IsHealthCheck(samplingParameters);

    private static bool IsHealthCheck(in SamplingParameters samplingParameters)
    {
        foreach (var tag in samplingParameters.Tags ?? [])
            if (tag is { Key: "url.path", Value: Defaults.HealthPath or Defaults.AlivePath })
                return true;
        return false;
    }
}
