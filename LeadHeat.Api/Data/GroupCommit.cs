namespace LeadHeat.Api.Data;

/// <summary>
/// What comes while its like is being stored waits and is stored together, in one transaction: round trips, the commit, and what statements take
/// to begin are paid once for all of it. Nothing waits for company: what comes first begins at once. One group goes after the other, which makes them as
/// large as can be; but one that stands still, because somebody else has locked a row of it, holds the others up for no longer than <see cref="Patience"/>.
/// </summary>
/// <param name="store">Stores all of a group or nothing, and says in the same order what became of each.</param>
internal sealed class GroupCommit<TItem, TResult>(
    int mostInOne, Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> store, TimeProvider clock, TimeSpan? patience = null)
{
    private const int MostGroups = 4;

    // Some times what a group takes under load.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    private readonly Lock _lock = new();
    private readonly Queue<Waiting> _waiting = new();
    private readonly List<Group> _running = [];
    private readonly TimeSpan _patience = patience ?? Patience;

    public async Task<TResult> StoreAsync(TItem item)
    {
        var own = new Waiting(item);
        var led = BeginWith(own) ?? await InTurnAsync(own);
        if (led is not null)
        {
            await RunAsync(led.Items);
            Next(led);
        }

        return await own.Result.Task;
    }

    // Null for what has to wait.
    private Group? BeginWith(Waiting own)
    {
        lock (_lock)
        {
            if (_running.Count == 0)
                return Begin([own]);
            _waiting.Enqueue(own);
            return null;
        }
    }

    // The first of a group stores for all of it, so that its trace shows what happened; null for the others.
    private async Task<Group?> InTurnAsync(Waiting own)
    {
        while (await Task.WhenAny(own.Led.Task, Task.Delay(_patience, clock)) != own.Led.Task)
            Next(null);
        return await own.Led.Task;
    }

    // Begins what waits, unless a group is under way that will.
    private void Next(Group? ended)
    {
        Group group;
        lock (_lock)
        {
            if (ended is not null)
                _running.Remove(ended);
            if (_waiting.Count == 0 || _running.Count == MostGroups || _running.Exists(other => clock.GetElapsedTime(other.Began) < _patience))
                return;
            var items = new Waiting[Math.Min(mostInOne, _waiting.Count)];
            for (var i = 0; i < items.Length; i++)
                items[i] = _waiting.Dequeue();
            group = Begin(items);
        }

        group.Items[0].Led.SetResult(group);
        foreach (var other in group.Items.AsSpan(1))
            other.Led.SetResult(null);
    }

    private Group Begin(Waiting[] items)
    {
        var group = new Group(items, clock.GetTimestamp());
        _running.Add(group);
        return group;
    }

    private async Task RunAsync(Waiting[] group)
    {
        try
        {
            var results = await store([.. group.Select(one => one.Item)]);
            foreach (var (one, result) in group.Zip(results))
                one.Result.SetResult(result);
        }
        // Whatever it is: one's fault must not be the others'.
        catch (Exception) when (group.Length > 1)
        {
            await Task.WhenAll(group.Select(one => RunAsync([one])));
        }
        catch (Exception failure)
        {
            group[0].Result.SetException(failure);
        }
    }

    private sealed class Group(Waiting[] items, long began)
    {
        public Waiting[] Items => items;

        public long Began => began;
    }

    private sealed class Waiting(TItem item)
    {
        public TItem Item => item;

        public TaskCompletionSource<Group?> Led { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource<TResult> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
