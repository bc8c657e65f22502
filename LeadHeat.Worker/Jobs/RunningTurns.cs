using System.Collections.Concurrent;

namespace LeadHeat.Worker.Jobs;

/// <summary>The turns that this worker has in hand, and how many more it may take.</summary>
internal sealed class RunningTurns(RedisJobs jobs) : IDisposable
{
    private const int Room = 32;

    private readonly ConcurrentDictionary<Guid, RunningTurn> _turns = new();
    private readonly SemaphoreSlim _room = new(Room, Room);

    /// <summary>How many more may be taken; waits until there is room for one.</summary>
    public async Task<int> WaitForRoomAsync(CancellationToken cancellationToken)
    {
        await _room.WaitAsync(cancellationToken);
        return _room.Release() + 1;
    }

    /// <summary>A turn that is in hand may be queued twice: both jobs are done when it is.</summary>
    public bool TryJoin(Guid turnId, string entryId)
    {
        if (!_turns.TryGetValue(turnId, out var turn))
            return false;
        turn.Join(entryId);
        return true;
    }

    /// <summary>
    /// Starts a turn; its jobs are acknowledged when <paramref name="run"/> says that it needs no more work. It lets the turn go
    /// before it gives it back, for then the turn may be queued anew and come here again.
    /// </summary>
    public async Task StartAsync(
        Guid turnId, string entryId, DateTimeOffset now, Func<Action, Task<bool>> run, CancellationToken cancellationToken)
    {
        await _room.WaitAsync(cancellationToken);
        var turn = new RunningTurn(now, entryId);
        _turns[turnId] = turn;
        turn.Task = FinishAsync(turnId, turn, run);
    }

    /// <summary>Turns that have been running since before a moment.</summary>
    public IReadOnlyList<Guid> Since(DateTimeOffset moment) => [.. _turns.Where(turn => turn.Value.StartedAt <= moment).Select(turn => turn.Key)];

    /// <summary>The jobs of these turns.</summary>
    public IReadOnlyCollection<string> EntriesOf(IReadOnlyList<Guid> turnIds) =>
        [.. turnIds.SelectMany(id => _turns.TryGetValue(id, out var turn) ? turn.Entries : [])];

    /// <summary>Until everything in hand is finished.</summary>
    public Task DrainAsync() => Task.WhenAll(_turns.Values.Select(turn => turn.Task));

    public void Dispose() => _room.Dispose();

    private async Task FinishAsync(Guid turnId, RunningTurn turn, Func<Action, Task<bool>> run)
    {
        // The pump reads on meanwhile.
        await Task.Yield();
        try
        {
            if (await run(LetGo))
            {
                LetGo();
                jobs.Acknowledge(turn.Entries);
            }
        }
        finally
        {
            LetGo();
            _room.Release();
        }

        void LetGo() => _turns.TryRemove(KeyValuePair.Create(turnId, turn));
    }

    private sealed class RunningTurn(DateTimeOffset startedAt, string entryId)
    {
        private readonly List<string> _entries = [entryId];

        public DateTimeOffset StartedAt => startedAt;

        public Task Task { get; set; } = Task.CompletedTask;

        public IReadOnlyCollection<string> Entries
        {
            get
            {
                lock (_entries)
                    return [.. _entries];
            }
        }

        public void Join(string entry)
        {
            lock (_entries)
            {
                if (!_entries.Contains(entry))
                    _entries.Add(entry);
            }
        }
    }
}
