using System.Diagnostics;
using LeadHeat.ServiceDefaults;
using OpenTelemetry.Trace;

namespace LeadHeat.Tests.ServiceDefaults;

public sealed class PacedSamplerTests
{
    private readonly Clock _clock = new();

    [Fact]
    public void Everything_is_recorded_at_the_pace_of_people()
    {
        var sampler = new PacedSampler(20, _clock);

        var recorded = Enumerable.Range(0, 100).Count(_ =>
        {
            _clock.Now += TimeSpan.FromMilliseconds(60);
            return IsRecorded(sampler, "/api/leads");
        });

        Assert.Equal(100, recorded);
    }

    [Fact]
    public void Under_load_no_more_than_the_limit_is_recorded()
    {
        var sampler = new PacedSampler(20, _clock);

        // 400 a second, for ten seconds
        var recorded = Enumerable.Range(0, 4000).Count(_ =>
        {
            _clock.Now += TimeSpan.FromMilliseconds(2.5);
            return IsRecorded(sampler, "/api/agent/turn");
        });

        // Twenty a second, and the first second's burst.
        Assert.InRange(recorded, 200, 221);
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/alive")]
    public void Health_checks_are_never_recorded(string path) => Assert.False(IsRecorded(new PacedSampler(20, _clock), path));

    [Fact]
    public void Calls_that_nobody_asked_for_are_never_recorded() =>
        Assert.False(IsRecorded(new PacedSampler(20, _clock), "/api/events", ActivityKind.Client));

    private static bool IsRecorded(PacedSampler sampler, string path, ActivityKind kind = ActivityKind.Server) => sampler.ShouldSample(new SamplingParameters(
        default, ActivityTraceId.CreateRandom(), "request", kind, [new("url.path", path)])).Decision == SamplingDecision.RecordAndSample;

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; } = TimeSpan.FromHours(1);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
