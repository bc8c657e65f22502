using LeadHeat.Api.Data;

namespace LeadHeat.Tests.Api.Data;

public sealed class GroupCommitTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly List<int[]> _groups = [];
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task What_comes_while_another_is_stored_is_stored_together()
    {
        var commit = Commit(3, Timeout.InfiniteTimeSpan);

        var stored = Enumerable.Range(0, 6).Select(commit.StoreAsync).ToList();
        _first.SetResult();

        Assert.Equal(["0", "1", "2", "3", "4", "5"], await Task.WhenAll(stored).WaitAsync(Limit));
        Assert.Equal([[0], [1, 2, 3], [4, 5]], _groups);
        Assert.Equal("6", await commit.StoreAsync(6).WaitAsync(Limit));
    }

    [Fact]
    public async Task A_group_that_stands_still_holds_nobody_up()
    {
        var commit = Commit(10, TimeSpan.FromMilliseconds(20));

        var first = commit.StoreAsync(0);
        Assert.Equal("1", await commit.StoreAsync(1).WaitAsync(Limit));
        Assert.Equal("2", await commit.StoreAsync(2).WaitAsync(Limit));
        Assert.False(first.IsCompleted);
        _first.SetResult();

        Assert.Equal("0", await first.WaitAsync(Limit));
    }

    [Fact]
    public async Task One_that_is_refused_does_not_keep_its_neighbours_from_being_stored()
    {
        var commit = Commit(10, Timeout.InfiniteTimeSpan);

        var stored = ((int[])[0, 1, -2, 3]).Select(commit.StoreAsync).ToList();
        _first.SetResult();

        Assert.Equal(["0", "1", "3"], await Task.WhenAll(stored[0], stored[1], stored[3]).WaitAsync(Limit));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => stored[2].WaitAsync(Limit));
        Assert.Equal("4", await commit.StoreAsync(4).WaitAsync(Limit));
    }

    private GroupCommit<int, string> Commit(int mostInOne, TimeSpan patience) => new(mostInOne, StoreAsync, TimeProvider.System, patience);

    // Waits with the first item, and refuses groups with a negative one.
    private async Task<IReadOnlyList<string>> StoreAsync(IReadOnlyList<int> items)
    {
        lock (_groups)
            _groups.Add([.. items]);
        if (items.Contains(0))
            await _first.Task;
        foreach (var item in items)
            ArgumentOutOfRangeException.ThrowIfNegative(item);
        return [.. items.Select(item => $"{item}")];
    }
}
