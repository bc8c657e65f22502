using LeadHeat.Core.Leads;
using LeadHeat.Core.Overview;
using LeadHeat.Web.Inbox;

namespace LeadHeat.Web.Overview;

/// <summary>Ways to the leads behind numbers: the inbox, narrowed as the overview is, and to what the number counts.</summary>
public sealed class OverviewLinks(OverviewQuery query, OverviewFrame frame)
{
    private readonly InboxFilter _base = new(
        Source: query.Source, Owner: query.Owner, Playbook: query.Playbook, CreatedFrom: frame.CreatedFrom, CreatedTo: frame.From is null && query.To is null ? null : frame.CreatedTo);

    public string To(OverviewFigure? figure = null, Heat? heat = null, LeadStatus? status = null) => (_base with { Figure = figure?.Text, Heat = heat, Status = status }).ToAddress();

    /// <summary>Leads of one group.</summary>
    public string ToGroup(OverviewGroup by, string? key, LeadStatus? status = null, OverviewFigure? figure = null)
    {
        var filter = _base with { Status = status, Figure = figure?.Text };
        return (by switch
        {
            OverviewGroup.Source => filter with { Source = Core.Wire.Words.Parse<LeadSource>(key!) },
            OverviewGroup.Playbook => filter with { Playbook = key },
            _ => filter with { Owner = key ?? "none" },
        }).ToAddress();
    }

    /// <summary>Leads of one source, perhaps of another time.</summary>
    public string ToSource(LeadSource source, OverviewFrame time) => (_base with { Source = source, CreatedFrom = time.CreatedFrom, CreatedTo = time.CreatedTo }).ToAddress();

    /// <summary>Leads that came within a step of time.</summary>
    public string ToStep(BandStep step, Heat? heat) => (_base with { Heat = heat, CreatedFrom = step.CreatedFrom, CreatedTo = step.CreatedTo }).ToAddress();
}
