using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace LeadHeat.Api.Turns;

internal static class TurnTelemetry
{
    private const string Name = "LeadHeat.Api";

    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Messages =
        Meter.CreateCounter<long>("leadheat.turns.accepted", "{turn}", "Messages of visitors; duplicates are tagged");

    private static readonly Histogram<double> Age =
        Meter.CreateHistogram<double>("leadheat.turns.queue_age", "s", "From a message's arrival to the claim of its turn");

    private static readonly Histogram<double> Time =
        Meter.CreateHistogram<double>("leadheat.turns.duration", "s", "From a message's arrival to its stored answer");

    private static readonly Counter<long> Ended = Meter.CreateCounter<long>("leadheat.turns.ended", "{turn}", "Turns by what became of them");

    private static readonly Counter<long> Swept = Meter.CreateCounter<long>("leadheat.turns.swept", "{turn}", "Turns that were queued again");

    private static readonly Counter<long> Unsent = Meter.CreateCounter<long>("leadheat.redis.unsent", "{command}", "What Redis did not take");

    private static readonly UpDownCounter<long> Open = Meter.CreateUpDownCounter<long>("leadheat.sse.open", "{stream}", "Open event streams");

    public static void Accepted(bool isNew) => Messages.Add(1, new KeyValuePair<string, object?>("duplicate", !isNew));
    public static void Claimed(TimeSpan age) => Age.Record(age.TotalSeconds);
    public static void Finished(TimeSpan duration) => Time.Record(duration.TotalSeconds);
    public static void End(string how, int count = 1) => Ended.Add(count, new KeyValuePair<string, object?>("how", how));
    public static void Sweep(int count) => Swept.Add(count);
    public static void NotSent() => Unsent.Add(1);
    public static void StreamOpened() => Open.Add(1);
    public static void StreamClosed() => Open.Add(-1);
}
