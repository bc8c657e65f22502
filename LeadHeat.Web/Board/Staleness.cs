using LeadHeat.Core.Leads;

namespace LeadHeat.Web.Board;

/// <summary>When a card has stood too long in its column.</summary>
public static class Staleness
{
    public static bool IsStale(LeadRow row, DateTimeOffset now) => now - row.StatusSince > Limit(row.Status) && now - row.LastActivityAt > TimeSpan.FromDays(2);

    private static TimeSpan Limit(LeadStatus status) => status switch
    {
        LeadStatus.New => TimeSpan.FromDays(2),
        LeadStatus.Working => TimeSpan.FromDays(7),
        LeadStatus.Qualified or LeadStatus.Visit => TimeSpan.FromDays(10),
        LeadStatus.Negotiation => TimeSpan.FromDays(21),
        _ => TimeSpan.MaxValue,
    };
}
