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
    private HashSet<Guid> _changed = [];
    private LeadRows _rows = new();

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
        var rows = new LeadRows(filter.Sort);
        await TryAsync(async () =>
        {
            var counts = api.GetLeadCountsAsync(cancellationToken);
            rows.Append(await api.GetLeadsAsync(filter.ToQuery(PageSize), cancellationToken));
            Counts = await counts;
            if (Filter == filter)
                (_rows, Loaded) = (rows, true);
        });
    }

    /// <summary>Begins with what the server rendered before the circuit, where it is the same view.</summary>
    public bool Take(InboxSnapshot? rendered, InboxFilter filter)
    {
        if (rendered is null || rendered.Filter != filter)
            return false;
        (Filter, Counts, Loaded) = (filter, rendered.Counts, true);
        _rows = new LeadRows(filter.Sort);
        _rows.Append(rendered.First);
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
            lock (_lock)
                _changed.Add(lead);
            return true;
        }

        return news is { Kind: LiveNewsKind.Reload } or { Event.Kind: LiveEventKind.UploadChanged or LiveEventKind.ScoresChanged };
    }

    /// <summary>Fetches what is shown again: the first page, the counts, and changed rows further below.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken = default)
    {
        var (rows, filter) = (_rows, Filter);
        var changed = TakeChanged();
        await TryAsync(async () =>
        {
            var counts = api.GetLeadCountsAsync(cancellationToken);
            var first = await api.GetLeadsAsync(filter.ToQuery(PageSize), cancellationToken);
            Counts = await counts;
            if (Filter != filter)
                return;
            var below = rows.Below(first, changed);
            rows.Refresh(first);
            foreach (var id in below.Take(LookedUpOneByOne))
            {
                var row = (await api.GetLeadAsync(id, cancellationToken: cancellationToken)).Lead;
                rows.Replace(row, filter.Holds(row, me()));
            }
        });
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
