using LeadHeat.Core.Channels;

namespace LeadHeat.Web.Intake;

/// <summary>A list of what came in, as far as it is loaded.</summary>
/// <param name="Next">Leads to older ones; null at the end.</param>
public sealed record IntakePart(IReadOnlyList<InboundItem> Items, string? Next)
{
    public static readonly IntakePart Nothing = new([], null);
}

/// <summary>What the page shows first.</summary>
public sealed record IntakeShown(string? Id, InboundCounts Counts, IntakePart Quarantined, IntakePart Dead, IntakePart? Found);
