using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace LeadHeat.Worker;

/// <summary>What a worker tells about itself, in OpenTelemetry's names where there are any. Never what people wrote.</summary>
internal static class WorkerTelemetry
{
    public static readonly ActivitySource Source = new("LeadHeat.Worker");

    private static readonly Meter Meter = new("LeadHeat.Worker");
    private static readonly double[] Seconds = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60];
    private static readonly long[] PowersOfFour = [.. Enumerable.Range(0, 14).Select(power => 1L << (2 * power))];

    private static readonly Counter<long> Turns =
        Meter.CreateCounter<long>("leadheat.turns", "{turn}", "Turns by what became of them and which agent answered");
    private static readonly Histogram<double> TurnTime = Meter.CreateHistogram(
        "leadheat.turn.duration", "s", "From taking a turn to its stored outcome", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });
    private static readonly Histogram<double> ToolTime = Meter.CreateHistogram(
        "leadheat.tool.duration", "s", "Time of a tool call", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });
    private static readonly Counter<long> ToolCalls = Meter.CreateCounter<long>("leadheat.tool.calls", "{call}", "Tool calls by tool and success");
    private static readonly Counter<long> Fallbacks =
        Meter.CreateCounter<long>("leadheat.fallbacks", "{turn}", "Turns that the built-in agent answered because the hosted model did not");
    private static readonly Histogram<long> Tokens = Meter.CreateHistogram(
        "gen_ai.client.token.usage", "{token}", "Tokens of a call by type and model", advice: new InstrumentAdvice<long> { HistogramBucketBoundaries = PowersOfFour });

    private static long _waiting;
    private static long _pending;

    static WorkerTelemetry()
    {
        Meter.CreateObservableGauge("leadheat.jobs.waiting", () => Interlocked.Read(ref _waiting), "{job}", "Jobs that no worker has had yet");
        Meter.CreateObservableGauge("leadheat.jobs.pending", () => Interlocked.Read(ref _pending), "{job}", "Jobs that are had and not acknowledged");
    }

    public static void TurnEnded(string result, string agent, TimeSpan took)
    {
        TagList tags = new() { { "result", result }, { "agent", agent } };
        Turns.Add(1, tags);
        TurnTime.Record(took.TotalSeconds, tags);
    }

    public static void ToolCalled(string name, bool ok, double milliseconds)
    {
        TagList tags = new() { { "gen_ai.tool.name", name }, { "ok", ok } };
        ToolCalls.Add(1, tags);
        ToolTime.Record(milliseconds / 1000, tags);
    }

    public static void FellBack(string reason) => Fallbacks.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public static void TokensUsed(string provider, string model, long input, long output)
    {
        TagList tags = new() { { "gen_ai.operation.name", "chat" }, { "gen_ai.provider.name", provider }, { "gen_ai.request.model", model } };
        Tokens.Record(input, new TagList([.. tags, new("gen_ai.token.type", "input")]));
        Tokens.Record(output, new TagList([.. tags, new("gen_ai.token.type", "output")]));
    }

    public static void QueueIs(long waiting, long pending)
    {
        Interlocked.Exchange(ref _waiting, waiting);
        Interlocked.Exchange(ref _pending, pending);
    }
}
