using LeadHeat.Api.Wire;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Overview;
using LeadHeat.Core.Wire;

namespace LeadHeat.Api.Overview;

/// <summary>What an overview is asked for, read strictly.</summary>
internal static class OverviewQueries
{
    private static readonly QueryParameter[] Filters =
    [
        new("period", "The time in which the leads came: the last 7 days, 30 days or 90 days, this quarter, all, or custom. 30 days when not said.", Words.All<OverviewPeriod>()),
        new("from", "The first day of a custom period, in the team's time zone."),
        new("to", "The last day of a custom period; today when not said."),
        new("playbook", "Only leads of this playbook."),
        new("source", "Only leads from there.", Words.All<LeadSource>()),
        new("owner", "A member's id, 'me', or 'none'."),
    ];

    public static readonly QueryParameters Plain = new(Filters);

    public static readonly QueryParameters Grouped = new([.. Filters, new("by", "What leads are told apart by.", Words.All<OverviewGroup>())]);

    public static OverviewQuery Read(QueryReader query, Guid? caller)
    {
        var (from, to) = (query.Date("from"), query.Date("to"));
        var period = query.Word("period", from is null && to is null ? OverviewPeriod.Month : OverviewPeriod.Custom);
        if (period != OverviewPeriod.Custom && (from ?? to) is not null)
            query.Refuse(from is null ? "to" : "from", "Only a custom period has days of its own.");
        if (from > to)
            query.Refuse("to", "It has to be the day of 'from' or a later one.");
        return new(period, from, to, query.Text("playbook"), query.Words<LeadSource>("source") is [var source] ? source : null, Leads.LeadQueryParameters.ReadOwner(query, caller));
    }
}
