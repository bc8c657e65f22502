namespace LeadHeat.Api.Access;

/// <summary>How many refusals are noted: who is refused without end must not drive everything else out of the log.</summary>
internal sealed class RefusalPace(TimeProvider clock)
{
    /// <summary>In one second.</summary>
    public const int Most = 20;

    private readonly Lock _lock = new();
    private long _second;
    private int _noted;

    public bool Takes()
    {
        var second = clock.GetUtcNow().ToUnixTimeSeconds();
        lock (_lock)
        {
            (_second, _noted) = second == _second ? (second, _noted + 1) : (second, 1);
            return _noted <= Most;
        }
    }
}
