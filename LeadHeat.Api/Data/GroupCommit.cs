namespace LeadHeat.Api.Data;

/// <summary>
/// What comes while its like is being stored waits and is stored together, in one transaction: round trips, the commit, and what statements take
/// to begin are paid once for all of it. Nothing waits for company: what finds room begins at once.
/// </summary>
/// <param name="store">Stores all of a group or nothing, and says in the same order what became of each.</param>
internal sealed class GroupCommit<TItem, TResult>(int groupsAtOnce, int mostInOne, Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> store)
{
    private readonly Lock _lock = new();
    private readonly Queue<Waiting> _waiting = new();
    private int _groups;

    public async Task<TResult> StoreAsync(TItem item)
    {
        var own = new Waiting(item);
        if (await GroupOfAsync(own) is { } led)
        {
            await RunAsync(led);
            Next();
        }

        return await own.Result.Task;
    }

    // The first of a group stores for all of it, so that its trace shows what happened; null for the others.
    private Task<Waiting[]?> GroupOfAsync(Waiting own)
    {
        lock (_lock)
        {
            if (_groups < groupsAtOnce)
            {
                _groups++;
                return Task.FromResult<Waiting[]?>([own]);
            }

            _waiting.Enqueue(own);
            return own.Group.Task;
        }
    }

    private void Next()
    {
        Waiting[] group;
        lock (_lock)
        {
            if (_waiting.Count == 0)
            {
                _groups--;
                return;
            }

            group = new Waiting[Math.Min(mostInOne, _waiting.Count)];
            for (var i = 0; i < group.Length; i++)
                group[i] = _waiting.Dequeue();
        }

        group[0].Group.SetResult(group);
        foreach (var other in group.AsSpan(1))
            other.Group.SetResult(null);
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

    private sealed class Waiting(TItem item)
    {
        public TItem Item => item;

        public TaskCompletionSource<Waiting[]?> Group { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource<TResult> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
