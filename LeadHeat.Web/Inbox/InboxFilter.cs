using System.Globalization;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Overview;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Shell;

namespace LeadHeat.Web.Inbox;

/// <summary>What the inbox shows, exactly as its address says it: /inbox?heat=hot&amp;status=new&amp;find=…&amp;sort=score&amp;lead=….</summary>
public sealed record InboxFilter(
    Heat? Heat = null,
    LeadStatus? Status = null,
    LeadSource? Source = null,
    string? Owner = null,
    bool Waiting = false,
    string? Text = null,
    LeadSort Sort = LeadSort.LastActivity,
    Guid? Upload = null,
    string? Playbook = null,
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    string? Figure = null)
{
    /// <summary>Words that mean nothing here do not filter: an old link still opens.</summary>
    public static InboxFilter Parse(string? heat, string? status, string? source, string? owner, string? waiting, string? text, string? sort, string? upload = null,
        string? playbook = null, string? createdFrom = null, string? createdTo = null, string? figure = null) => new(
        Words.TryParse<Heat>(heat, out var heatValue) ? heatValue : null,
        Words.TryParse<LeadStatus>(status, out var statusValue) ? statusValue : null,
        Words.TryParse<LeadSource>(source, out var sourceValue) ? sourceValue : null,
        owner is "me" or "none" || Guid.TryParse(owner, out _) ? owner : null,
        waiting == "true",
        string.IsNullOrWhiteSpace(text) ? null : text.Trim(),
        Words.TryParse<LeadSort>(sort, out var sortValue) ? sortValue : LeadSort.LastActivity,
        Guid.TryParse(upload, out var uploadValue) ? uploadValue : null,
        string.IsNullOrWhiteSpace(playbook) ? null : playbook.Trim(),
        TimeOf(createdFrom),
        TimeOf(createdTo),
        OverviewFigure.Parse(figure)?.Text);

    /// <summary>Of an address's query.</summary>
    internal static InboxFilter Parse(Func<string, string?> query, SearchWords searches) => Parse(
        query("heat"), query("status"), query("source"), query("owner"), query("waiting"), searches.Open(query("find")), query("sort"), query("upload"),
        query("playbook"), query("createdFrom"), query("createdTo"), query("figure"));

    /// <summary>The address of this view, with a lead open beside it or not.</summary>
    /// <param name="find">The words, sealed: they stand in no address as they are.</param>
    public string ToAddress(Guid? lead = null, string? find = null)
    {
        List<string> parts = [];
        void Add(string name, string? value)
        {
            if (value is not null)
                parts.Add(name + "=" + Uri.EscapeDataString(value));
        }

        Add("heat", Heat is { } heat ? Words.Of(heat) : null);
        Add("status", Status is { } status ? Words.Of(status) : null);
        Add("source", Source is { } source ? Words.Of(source) : null);
        Add("owner", Owner);
        Add("waiting", Waiting ? "true" : null);
        Add("find", find);
        Add("upload", Upload?.ToString());
        Add("playbook", Playbook);
        Add("createdFrom", CreatedFrom?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        Add("createdTo", CreatedTo?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        Add("figure", Figure);
        Add("sort", Sort == LeadSort.LastActivity ? null : Words.Of(Sort));
        Add("lead", lead?.ToString());
        return parts.Count == 0 ? "/inbox" : "/inbox?" + string.Join('&', parts);
    }

    /// <summary>The address of a file with all leads of this view.</summary>
    public string ToExport(string? find) => ToAddress(null, find).Replace("/inbox", "/export", StringComparison.Ordinal);

    public LeadQuery ToQuery(int limit, string? cursor = null) => new(
        Status is { } status ? [status] : null,
        Heat is { } heat ? [heat] : null,
        Playbook: Playbook,
        Source: Source is { } source ? [source] : null,
        Owner: Owner,
        Waiting: Waiting ? true : null,
        Text: Text,
        CreatedFrom: CreatedFrom,
        CreatedTo: CreatedTo,
        Sort: Sort,
        Cursor: cursor,
        Limit: limit,
        Upload: Upload,
        Figure: Figure);

    /// <summary>Whether a changed row still belongs here; words, uploads and figures are the Api's to judge.</summary>
    public bool Holds(LeadRow row, Guid me) =>
        (Heat is null || row.Heat == Heat)
        && (Status is null || row.Status == Status)
        && (Source is null || row.Source == Source)
        && (!Waiting || row.WaitingSince is not null)
        && (Playbook is null || row.Playbook == Playbook)
        && (CreatedFrom is null || row.CreatedAt >= CreatedFrom)
        && (CreatedTo is null || row.CreatedAt < CreatedTo)
        && Owner switch
        {
            null => true,
            "me" => row.OwnerId == me,
            "none" => row.OwnerId is null,
            _ => row.OwnerId?.ToString() == Owner,
        };

    /// <summary>Whether it is narrowed as only the overview does.</summary>
    public bool IsFromOverview => Figure is not null || Playbook is not null || CreatedFrom is not null || CreatedTo is not null;

    /// <summary>How many of the less usual filters are set.</summary>
    public int Narrowed => (Status is null ? 0 : 1) + (Source is null ? 0 : 1) + (Upload is null ? 0 : 1) + (Sort == LeadSort.LastActivity ? 0 : 1);

    public bool IsEverything => this with { Sort = LeadSort.LastActivity } == new InboxFilter();

    private static DateTimeOffset? TimeOf(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToUniversalTime() : null;
}
