using LeadHeat.ServiceDefaults;

namespace LeadHeat.Tests.ServiceDefaults;

public sealed class SteadyClockTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly SetClock _machine = new(Noon);

    [Fact]
    public void It_says_what_the_machine_says_and_follows_it_ahead()
    {
        var steady = new SteadyClock(_machine);

        Assert.Equal(Noon, steady.GetUtcNow());
        _machine.Pass(TimeSpan.FromSeconds(7));
        Assert.Equal(Noon.AddSeconds(7), steady.GetUtcNow());
        _machine.Set(TimeSpan.FromHours(1));
        Assert.Equal(Noon.AddHours(1).AddSeconds(7), steady.GetUtcNow());
    }

    [Fact]
    public void One_that_is_set_back_is_waited_for_without_standing_still()
    {
        var steady = new SteadyClock(_machine);
        steady.GetUtcNow();

        _machine.Set(TimeSpan.FromMinutes(-10));

        Assert.Equal(Noon, steady.GetUtcNow());
        _machine.Pass(TimeSpan.FromMinutes(10));
        Assert.Equal(Noon.AddMinutes(5), steady.GetUtcNow());
        _machine.Pass(TimeSpan.FromMinutes(10));
        Assert.Equal(Noon.AddMinutes(10), steady.GetUtcNow());
        _machine.Pass(TimeSpan.FromMinutes(10));
        Assert.Equal(Noon.AddMinutes(20), steady.GetUtcNow());
    }

    [Fact]
    public void What_was_written_before_it_began_is_not_fallen_behind()
    {
        var steady = new SteadyClock(_machine);

        steady.NotBefore(Noon.AddMinutes(5));

        Assert.Equal(Noon.AddMinutes(5), steady.GetUtcNow());
        steady.NotBefore(Noon);
        _machine.Pass(TimeSpan.FromMinutes(4));
        Assert.Equal(Noon.AddMinutes(7), steady.GetUtcNow());
        _machine.Pass(TimeSpan.FromMinutes(8));
        Assert.Equal(Noon.AddMinutes(12), steady.GetUtcNow());
    }

    /// <summary>Time passes in it when the test says so; what it shows can be set beside.</summary>
    private sealed class SetClock(DateTimeOffset now) : TimeProvider
    {
        private TimeSpan _passed;
        private TimeSpan _set;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Pass(TimeSpan time) => _passed += time;

        public void Set(TimeSpan ahead) => _set += ahead;

        public override DateTimeOffset GetUtcNow() => now + _passed + _set;

        public override long GetTimestamp() => _passed.Ticks;
    }
}
