using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LeadHeat.ServiceDefaults;

/// <summary>
/// The machine's clock, but it never goes back: ids and the order of a conversation are made of it. Of one that is set back it runs on from where
/// it was, at half its pace, until the machine's has caught up.
/// </summary>
public sealed class SteadyClock(TimeProvider machine) : TimeProvider
{
    private const double Pace = 0.5;

    private readonly Lock _lock = new();
    private DateTimeOffset _told = machine.GetUtcNow();
    private long _toldAt = machine.GetTimestamp();

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            var (now, at) = (machine.GetUtcNow(), machine.GetTimestamp());
            var least = _told + (machine.GetElapsedTime(_toldAt, at) * Pace);
            (_told, _toldAt) = (now > least ? now : least, at);
            return _told;
        }
    }

    /// <summary>What was written before this process began counts as told: it goes on from there.</summary>
    public void NotBefore(DateTimeOffset written)
    {
        lock (_lock)
            _told = GetUtcNow() is var now && now > written ? now : written;
    }

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => machine.CreateTimer(callback, state, dueTime, period);
}

public static class Clocks
{
    /// <summary>The machine's own: for what others compare with their clock at once.</summary>
    public const string Machine = "machine";

    /// <summary>Unless whoever runs the process has other ones.</summary>
    public static void AddClocks(this IServiceCollection services)
    {
        services.TryAddKeyedSingleton(Machine, TimeProvider.System);
        services.TryAddSingleton<TimeProvider>(provider => new SteadyClock(provider.GetRequiredKeyedService<TimeProvider>(Machine)));
    }
}
