namespace LeadHeat.Tests.Worker;

/// <summary>The system's clock, and as much later as a test says.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    public TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
}
