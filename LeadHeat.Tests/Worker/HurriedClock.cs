namespace LeadHeat.Tests.Worker;

/// <summary>The system's clock, but timers that are set for one certain time go off after another.</summary>
internal sealed class HurriedClock(TimeSpan slow, TimeSpan fast) : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime == slow ? fast : dueTime, period);
}
