namespace LeadHeat.Api.Limits;

/// <summary>When the last requests were admitted. Within any time of the window's length there are never more than the limit.</summary>
internal sealed class SlidingWindow
{
    private readonly Queue<long> _admitted = new();
    private long _last;

    public bool IsEmptyAt(long now, TimeSpan window) => _admitted.Count == 0 || _last <= now - window.Ticks;

    public bool HasRoom(Permit permit, long now)
    {
        while (_admitted.TryPeek(out var first) && first <= now - permit.Window.Ticks)
            _admitted.Dequeue();
        return _admitted.Count < permit.Limit;
    }

    public void Add(long now)
    {
        _admitted.Enqueue(now);
        _last = now;
    }

    public Verdict Say(bool admitted, Permit permit, long now)
    {
        // A limit that was lowered waits for more than the first.
        var next = _admitted.Skip(Math.Max(0, _admitted.Count - permit.Limit)).FirstOrDefault(now - permit.Window.Ticks);
        return new Verdict(admitted, permit.Limit, Math.Max(0, permit.Limit - _admitted.Count), TimeSpan.FromTicks(next + permit.Window.Ticks - now));
    }
}
