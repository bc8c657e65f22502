using System.Net;
using LeadHeat.Core.Identity;
using LeadHeat.Core.Wire;
using LeadHeat.Web.People;

namespace LeadHeat.Tests.Web;

public sealed class PeopleStateTests : IDisposable
{
    private readonly FakeApi _api = new();
    private readonly PeopleState _state;
    private readonly MergeView[] _merges = [Merge(1), Merge(2), Merge(3)];

    public PeopleStateTests()
    {
        _state = new(_api.Client);
        _api.Answer("GET /api/merges", _ => new MergePage(_merges, null), LeadHeatJson.Default.MergePage);
        foreach (var merge in _merges)
        {
            _api.Answer($"POST /api/merges/{merge.Id}/accept", _ => merge with { State = MergeState.Done }, LeadHeatJson.Default.MergeView);
            _api.Answer($"POST /api/merges/{merge.Id}/undo", _ => merge with { State = MergeState.Undone }, LeadHeatJson.Default.MergeView);
        }
    }

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task Whoever_is_decided_leaves_and_the_next_one_is_current()
    {
        await _state.LoadAsync(MergeState.Proposed);
        Assert.Equal(_merges[0].Id, _state.Current?.Id);
        _state.Choose(_state.Items[1]);

        await _state.AcceptAsync(_state.Items[1]);
        Assert.Equal(_merges[2].Id, _state.Current?.Id);
        await _state.AcceptAsync(_state.Items[1]);
        Assert.Equal(_merges[0].Id, _state.Current?.Id);
        await _state.AcceptAsync(_state.Items[0]);

        Assert.Null(_state.Current);
        Assert.Empty(_state.Items);
    }

    [Fact]
    public async Task Current_one_stays_current_when_the_list_is_read_again()
    {
        await _state.LoadAsync(MergeState.Proposed);
        _state.Choose(_state.Items[2]);

        await _state.LoadAsync(MergeState.Proposed);

        Assert.Equal(_merges[2].Id, _state.Current?.Id);
    }

    [Fact]
    public async Task Undone_merge_leaves_the_list_of_united_ones_and_a_refusal_keeps_it()
    {
        await _state.LoadAsync(MergeState.Done);
        await _state.UndoAsync(_state.Items[0]);
        Assert.Equal(2, _state.Items.Count);

        _api.Refuse($"POST /api/merges/{_merges[1].Id}/undo", HttpStatusCode.Conflict, "No");
        await Assert.ThrowsAsync<LeadHeatException>(() => _state.UndoAsync(_state.Items[0]));
        Assert.Equal(2, _state.Items.Count);
    }

    private static MergeView Merge(int number) => new(
        new Guid(number, 0, 0, new byte[8]), MergeState.Proposed, 0.8, [], false, Person(number), Person(number + 100), DateTimeOffset.UnixEpoch, null, null, null, null, []);

    private static PersonView Person(int number) => new(new Guid(number, 1, 0, new byte[8]), "Asha", null, null, DateTimeOffset.UnixEpoch, [], []);
}
