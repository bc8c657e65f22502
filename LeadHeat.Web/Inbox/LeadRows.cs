using LeadHeat.Core.Leads;

namespace LeadHeat.Web.Inbox;

/// <summary>
/// The rows that are loaded, in the list's order, and the cursor that leads on.
/// Pages are keyset pages: what came before stays valid while rows are added and moved above.
/// </summary>
public sealed class LeadRows(LeadSort sort = LeadSort.LastActivity)
{
    private List<LeadRow> _rows = [];

    public IReadOnlyList<LeadRow> Items => _rows;

    /// <summary>Leads to the next page; null at the end of the list.</summary>
    public string? Next { get; private set; }

    /// <summary>Adds the page that <see cref="Next"/> led to; a row that has moved up meanwhile is not shown twice.</summary>
    public void Append(LeadPage page)
    {
        var known = _rows.Select(row => row.Id).ToHashSet();
        _rows = [.. _rows, .. page.Items.Where(row => !known.Contains(row.Id))];
        Next = page.Next;
    }

    /// <summary>
    /// Takes a fresh first page and keeps what was loaded below it.
    /// A row that belongs above the page's end but is not in it has left the list. With nothing in common there may be a gap: start over.
    /// </summary>
    public void Refresh(LeadPage first)
    {
        if (first.Next is null || first.Items.Count == 0 || !Overlaps(first))
        {
            (_rows, Next) = ([.. first.Items], first.Next);
            return;
        }

        var fresh = first.Items.Select(row => row.Id).ToHashSet();
        var end = first.Items[^1];
        var below = _rows.Where(row => !fresh.Contains(row.Id) && Compare(row, end) > 0).ToList();
        if (below.Count == 0)
            Next = first.Next;
        _rows = [.. first.Items, .. below];
    }

    /// <summary>Ids among these that are shown below the first page and so were not refreshed with it.</summary>
    public IReadOnlyList<Guid> Below(LeadPage first, IReadOnlySet<Guid> changed)
    {
        var fresh = first.Items.Select(row => row.Id).ToHashSet();
        return [.. _rows.Where(row => changed.Contains(row.Id) && !fresh.Contains(row.Id)).Select(row => row.Id)];
    }

    /// <summary>Puts a changed row in its place, or takes it out; a place beyond what is loaded is not shown.</summary>
    public void Replace(LeadRow row, bool holds)
    {
        _rows = [.. _rows.Where(other => other.Id != row.Id)];
        var at = _rows.FindIndex(other => Compare(other, row) > 0);
        if (holds && (at >= 0 || Next is null))
            _rows.Insert(at < 0 ? _rows.Count : at, row);
    }

    private bool Overlaps(LeadPage first)
    {
        var loaded = _rows.Select(row => row.Id).ToHashSet();
        return first.Items.Any(row => loaded.Contains(row.Id));
    }

    private int Compare(LeadRow one, LeadRow other)
    {
        var order = sort switch
        {
            LeadSort.Score => (other.Score ?? -1).CompareTo(one.Score ?? -1),
            LeadSort.Created => other.CreatedAt.CompareTo(one.CreatedAt),
            _ => other.LastActivityAt.CompareTo(one.LastActivityAt),
        };
        return order != 0 ? order : string.CompareOrdinal(other.Id.ToString(), one.Id.ToString());
    }
}
