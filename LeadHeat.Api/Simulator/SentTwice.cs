using System.Collections.Concurrent;

namespace LeadHeat.Api.Simulator;

/// <summary>Which of our messages the simulated platform was given more than once in the latest run: people would have read them twice.</summary>
internal sealed class SentTwice
{
    private readonly ConcurrentDictionary<string, byte> _taken = [];
    private int _count;

    public int Count => Volatile.Read(ref _count);

    /// <param name="ours">What the message was sent with.</param>
    public void Note(string ours)
    {
        if (!_taken.TryAdd(ours, 0))
            Interlocked.Increment(ref _count);
    }

    public void Forget(string ours) => _taken.TryRemove(ours, out _);

    public void Clear()
    {
        _taken.Clear();
        Volatile.Write(ref _count, 0);
    }
}
