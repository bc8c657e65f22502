using LeadHeat.Core.Leads;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;

namespace LeadHeat.Web.Inbox;

/// <summary>What the inbox knows and does, without how it looks.</summary>
public sealed class InboxState(LeadHeatClient api, Func<Guid> me)
{
    private const int PageSize = 50;
    private const int LookedUpOneByOne = 5;

    private readonly Lock _lock = new();
    private readonly Readings _readings = new();
    private HashSet<Guid> _changed = [];
    private LeadRows _rows = new();

    // The view whose rows these are.
    private InboxFilter? _listed;

    public InboxFilter Filter { get; private set; } = new();
    public LeadCounts? Counts { get; private set; }
    public IReadOnlyList<LeadRow> Rows => _rows.Items;
    public bool HasMore => _rows.Next is not null;
    public bool Loaded { get; private set; }
    public bool LoadingMore { get; private set; }

    /// <summary>Why the list could not be loaded; null when it could.</summary>
    public string? Fault { get; private set; }

    /// <summary>Shows another view: from its beginning.</summary>
    public async Task ShowAsync(InboxFilter filter, CancellationToken cancellationToken = default)
    {
        Filter = filter;
        await TryAsync(() => _readings.ReadAsync(() => ReadAsync(filter, cancellationToken), read =>
        {
            Counts = read.Counts;
            if (Filter == filter)
                Begin(filter, read.First);
        }));
    }

    /// <summary>Begins with what the server rendered before the circuit, where it is the same view.</summary>
    public bool Take(InboxSnapshot? rendered, InboxFilter filter)
    {
        if (rendered is null || rendered.Filter != filter)
            return false;
        (Filter, Counts) = (filter, rendered.Counts);
        Begin(filter, rendered.First);
        return true;
    }

    public InboxSnapshot? Snapshot() => Loaded && Counts is { } counts ? new InboxSnapshot(Filter, new LeadPage(Rows, _rows.Next), counts) : null;

    public async Task LoadMoreAsync(CancellationToken cancellationToken = default)
    {
        if (LoadingMore || _rows.Next is not { } cursor)
            return;
        LoadingMore = true;
        var rows = _rows;
        await TryAsync(async () => rows.Append(await api.GetLeadsAsync(Filter.ToQuery(PageSize, cursor), cancellationToken)));
        LoadingMore = false;
    }

    /// <summary>Notes what a piece of news touches; true when the list has to be refreshed for it.</summary>
    public bool Notes(LiveNews news)
    {
        if (news is { Kind: LiveNewsKind.Changed, Event: { Kind: LiveEventKind.LeadChanged or LiveEventKind.MessageAdded, LeadId: { } lead } })
        {
            Note([lead]);
            return true;
        }

        return news is { Kind: LiveNewsKind.Reload } or { Event.Kind: LiveEventKind.UploadChanged or LiveEventKind.ScoresChanged };
    }

    /// <summary>Fetches what is shown again: the first page, the counts, and changed rows further below.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken = default)
    {
        var filter = Filter;
        var changed = TakeChanged();
        await TryAsync(async () =>
        {
            IReadOnlyList<Guid> below = [];
            await _readings.ReadAsync(() => ReadAsync(filter, cancellationToken), read =>
            {
                Counts = read.Counts;
                if (Filter != filter)
                    return;
                // The answer to this may come before that to the view itself.
                if (_listed != filter)
                    Begin(filter, read.First);
                below = _rows.Below(read.First, changed);
                _rows.Refresh(read.First);
            });
            var rows = _rows;
            foreach (var id in below.Take(LookedUpOneByOne))
            {
                var row = (await api.GetLeadAsync(id, cancellationToken: cancellationToken)).Lead;
                rows.Replace(row, filter.Holds(row, me()));
            }
        });
        if (Fault is not null)
            Note(changed);
    }

    private async Task<(LeadCounts Counts, LeadPage First)> ReadAsync(InboxFilter filter, CancellationToken cancellationToken)
    {
        var counts = api.GetLeadCountsAsync(cancellationToken);
        var first = await api.GetLeadsAsync(filter.ToQuery(PageSize), cancellationToken);
        return (await counts, first);
    }

    private void Begin(InboxFilter filter, LeadPage first)
    {
        (_rows, _listed, Loaded) = (new LeadRows(filter.Sort), filter, true);
        _rows.Append(first);
    }

    private void Note(IReadOnlyCollection<Guid> changed)
    {
        lock (_lock)
            _changed.UnionWith(changed);
    }

    private HashSet<Guid> TakeChanged()
    {
        lock (_lock)
        {
            var changed = _changed;
            _changed = [];
            return changed;
        }
    }

    private async Task TryAsync(Func<Task> load)
    {
        try
        {
            await load();
            Fault = null;
        }
        catch (LeadHeatException refused)
        {
            Fault = refused.Title;
        }
    }
}
