using LeadHeat.Core.Leads;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Tests.Api.Overview;

/// <summary>A lead as the test knows it, beside the one in the database.</summary>
internal sealed record CountedLead(Guid Id, Guid Conversation, LeadSource Source, DateTimeOffset Created)
{
    public LeadStatus Status { get; set; }

    /// <summary>All stages that it has been in before.</summary>
    public HashSet<LeadStatus> Was { get; } = [];

    public Heat Heat { get; set; }
    public int? Score { get; set; }
    public Guid? Owner { get; set; }

    /// <summary>Its chat; null for a lead that came without one.</summary>
    public CountedChat? Chat { get; init; }

    public DateOnly Day => DateOnly.FromDateTime(Created.UtcDateTime);

    public bool Reached(LeadStatus stage) => stage == LeadStatus.Won
        ? Status == LeadStatus.Won
        : Was.Append(Status).Any(status => status != LeadStatus.Lost && status >= stage) || stage == LeadStatus.New;
}

internal sealed record CountedChat(DateTimeOffset First, double? BotSeconds, double? PersonSeconds, Sentiment Sentiment, int Frustration);
