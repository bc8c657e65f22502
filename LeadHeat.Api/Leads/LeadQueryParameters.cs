using LeadHeat.Api.Exports;
using LeadHeat.Api.Wire;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Overview;
using LeadHeat.Core.Wire;
using static LeadHeat.Core.Wire.Words;

namespace LeadHeat.Api.Leads;

/// <summary>The query of the inbox and of the pipeline.</summary>
internal static class LeadQueryParameters
{
    private static readonly QueryParameter[] Filters =
    [
        new("status", "Only leads in this status; repeat it for several.", All<LeadStatus>(), Repeats: true),
        new("heat", "Only leads this warm; repeat it for several.", All<Heat>(), Repeats: true),
        new("source", "Only leads from there; repeat it for several.", All<LeadSource>(), Repeats: true),
        new("playbook", "Only leads of this playbook."),
        new("owner", "A member's id, 'me', or 'none'."),
        new("waiting", "Whether somebody waits for a person.", ["true", "false"]),
        new("text", "Words in name, e-mail, phone or what is wanted; a word of one or two letters must begin a word."),
        new("createdFrom", "Created at this time or later."),
        new("createdTo", "Created before this time."),
        new("upload", "Only leads that came with this upload, by its id."),
        new("figure", $"Only the leads behind a number of the overview: {OverviewFigure.Examples}."),
    ];

    public static readonly QueryParameters List = new(
    [
        .. Filters,
        new("sort", "Highest or newest first by this.", All<LeadSort>()),
        new("cursor", "The 'next' of the page before, with the same sort."),
        new("limit", "How many, 1 to 100; 50 when not said."),
    ]);

    public static readonly QueryParameters Pipeline = new([.. Filters, new("limit", "How many in a column, 1 to 100; 50 when not said.")]);

    public static readonly QueryParameters Export = new(
    [
        .. Filters,
        new("sort", "Highest or newest first by this.", All<LeadSort>()),
        new("detail", "A row a lead, or a row for each line of the leads' scores.", All<ExportDetail>()),
    ]);

    /// <summary>A cursor holds only within its order.</summary>
    public static string Order(LeadSort sort) => "leads by " + Of(sort);

    public static LeadQuery Read(QueryReader query, Guid? caller)
    {
        var read = new LeadQuery(
            query.Words<LeadStatus>("status"), query.Words<Heat>("heat"), query.Text("playbook"), query.Words<LeadSource>("source"),
            ReadOwner(query, caller), query.Flag("waiting"), query.Text("text"), query.Time("createdFrom"), query.Time("createdTo"),
            query.Word("sort", LeadSort.LastActivity), query.Cursor("cursor"), query.Count("limit", most: 100, otherwise: 50),
            query.Id("upload"), query.Text("figure"));
        if (read.Figure is { } figure && OverviewFigure.Parse(figure) is null)
            query.Refuse("figure", $"'{figure}' is no number of the overview. Such are: {OverviewFigure.Examples}.");
        if (read.Cursor is { } cursor && !Cursor.TryRead(cursor, Order(read.Sort), out _))
            query.Refuse("cursor", "This is no cursor of a page with this sort. Begin again without one.");
        if (read.CreatedFrom >= read.CreatedTo)
            query.Refuse("createdTo", "It has to be later than createdFrom.");
        return read;
    }

    // 'me' becomes the caller's own id.
    public static string? ReadOwner(QueryReader query, Guid? caller)
    {
        switch (query.Text("owner"))
        {
            case null:
                return null;
            case "none":
                return "none";
            case "me" when caller is { } me:
                return me.ToString();
            case "me":
                query.Refuse("owner", "A key is nobody: 'me' is for people who signed in.");
                return null;
            case var text when Guid.TryParse(text, out var id):
                return id.ToString();
            case var text:
                query.Refuse("owner", $"'{text}' is no member's id, 'me' or 'none'.");
                return null;
        }
    }
}
