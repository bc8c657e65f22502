using LeadHeat.Core.Identity;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;

namespace LeadHeat.Web.People;

/// <summary>Who may be one person, worked off one after the other, or who was made one.</summary>
public sealed class PeopleState(LeadHeatClient api)
{
    private readonly List<MergeView> _items = [];
    private readonly Readings _readings = new();

    public IReadOnlyList<MergeView> Items => _items;

    public string? Next { get; private set; }

    public string? Fault { get; private set; }

    public bool Loaded { get; private set; }

    /// <summary>Which states are shown.</summary>
    public MergeState Shown { get; private set; } = MergeState.Proposed;

    /// <summary>Whose turn it is: keys act on this one.</summary>
    public MergeView? Current { get; private set; }

    public void Take(PeopleShown shown)
    {
        (Shown, Next, Loaded, Fault) = (shown.State, shown.Page.Next, true, null);
        _items.Clear();
        _items.AddRange(shown.Page.Items);
        Current = _items.Find(merge => merge.Id == Current?.Id) ?? _items.FirstOrDefault();
    }

    /// <summary>As much as was shown before, at most what one request brings.</summary>
    public async Task<PeopleShown?> LoadAsync(MergeState state, CancellationToken cancellationToken = default)
    {
        try
        {
            PeopleShown? shown = null;
            await _readings.ReadAsync(
                () => api.GetMergesAsync(state, limit: state == Shown ? Math.Clamp(_items.Count, 20, 100) : 20, cancellationToken: cancellationToken),
                page => Take(shown = new(state, page)));
            return shown;
        }
        catch (LeadHeatException refused)
        {
            Fault = refused.Title;
            return null;
        }
    }

    public async Task MoreAsync()
    {
        if (Next is not { } cursor)
            return;
        await _readings.ChangeAsync(async () =>
        {
            var page = await api.GetMergesAsync(Shown, cursor, 20);
            _items.AddRange(page.Items.Where(merge => _items.TrueForAll(known => known.Id != merge.Id)));
            Next = page.Next;
        });
    }

    public void Choose(MergeView merge) => Current = merge;

    public Task AcceptAsync(MergeView merge) => _readings.ChangeAsync(async () =>
    {
        await api.AcceptMergeAsync(merge.Id);
        Drop(merge);
    });

    public Task RejectAsync(MergeView merge) => _readings.ChangeAsync(async () =>
    {
        await api.RejectMergeAsync(merge.Id);
        Drop(merge);
    });

    /// <summary>What has to be said about it; null for nothing.</summary>
    public async Task<string?> UndoAsync(MergeView merge, IReadOnlyList<string>? fields = null)
    {
        var undone = merge;
        await _readings.ChangeAsync(async () =>
        {
            undone = await api.UndoMergeAsync(merge.Id, fields);
            if (Shown == MergeState.Done && undone.State == MergeState.Undone)
                Drop(merge);
            else if (_items.FindIndex(known => known.Id == merge.Id) is >= 0 and var place)
                _items[place] = undone;
        });
        return undone.Fields.FirstOrDefault(field => field.Note is not null && fields?.Contains(field.Field) != false)?.Note;
    }

    // The next one takes its place, so that a queue is worked off with one key.
    private void Drop(MergeView merge)
    {
        var place = _items.FindIndex(known => known.Id == merge.Id);
        if (place < 0)
            return;
        _items.RemoveAt(place);
        if (Current?.Id == merge.Id)
            Current = _items.Count == 0 ? null : _items[Math.Min(place, _items.Count - 1)];
    }
}

/// <summary>What the page shows first.</summary>
public sealed record PeopleShown(MergeState State, MergePage Page);
