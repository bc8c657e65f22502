using LeadHeat.Core.Leads;

namespace LeadHeat.Web.Inbox;

/// <summary>A view's first page, handed from the rendered page to its circuit.</summary>
public sealed record InboxSnapshot(InboxFilter Filter, LeadPage First, LeadCounts Counts);
