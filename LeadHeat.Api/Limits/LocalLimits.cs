namespace LeadHeat.Api.Limits;

/// <summary>
/// The limits as this process alone sees them: it notes whatever it admits, and decides while Redis is away. What it knows is a part of what was
/// admitted anywhere, so whatever is too much here is too much.
/// </summary>
internal sealed class LocalLimits(TimeProvider clock)
{
    private const int FewWindows = 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (SlidingWindow Times, TimeSpan Length)> _windows = [];
    private int _sweepAt = FewWindows;

    public Verdict Take(ReadOnlySpan<Permit> permits)
    {
        lock (_lock)
        {
            var now = Now();
            var admitted = true;
            foreach (var permit in permits)
                admitted &= WindowOf(permit, now).HasRoom(permit, now);
            Verdict? tightest = null;
            foreach (var permit in permits)
            {
                var window = WindowOf(permit, now);
                if (admitted)
                    window.Add(now);
                var verdict = window.Say(admitted, permit, now);
                tightest = tightest is { } before ? Verdict.Tighter(before, verdict) : verdict;
            }

            return tightest ?? throw new ArgumentException("No permit is asked for.", nameof(permits));
        }
    }

    /// <summary>Null when nothing here speaks against it; counts nothing.</summary>
    public Verdict? Refusal(ReadOnlySpan<Permit> permits)
    {
        lock (_lock)
        {
            var now = Now();
            Verdict? tightest = null;
            foreach (var permit in permits)
            {
                if (!_windows.TryGetValue(permit.Key, out var known) || known.Times.HasRoom(permit, now))
                    continue;
                var verdict = known.Times.Say(admitted: false, permit, now);
                tightest = tightest is { } before ? Verdict.Tighter(before, verdict) : verdict;
            }

            return tightest;
        }
    }

    internal int Count => _windows.Count;

    private long Now() => clock.GetElapsedTime(0).Ticks;

    private SlidingWindow WindowOf(Permit permit, long now)
    {
        if (_windows.TryGetValue(permit.Key, out var known))
            return known.Times;
        if (_windows.Count >= _sweepAt)
            Sweep(now);
        var window = new SlidingWindow();
        _windows[permit.Key] = (window, permit.Window);
        return window;
    }

    // Strangers' addresses must not fill the memory: whenever there are twice as many as were left the last time.
    private void Sweep(long now)
    {
        foreach (var (key, (times, length)) in _windows)
            if (times.IsEmptyAt(now, length))
                _windows.Remove(key);
        _sweepAt = Math.Max(FewWindows, 2 * _windows.Count);
    }
}
